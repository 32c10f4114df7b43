"""The cells of a row as the base keeps them; apart, so that nothing heavy comes with it."""

NOTHING = "[]"
"""The cells of a row that does not count."""
