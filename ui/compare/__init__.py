"""The side-by-side comparison of cards."""
