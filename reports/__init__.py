"""What the unified base can tell."""
