"""The Journal page: what was done, by whom, and taking it back."""
