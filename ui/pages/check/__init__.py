"""The Check page: what the rules found, and what is done about it."""
