"""The rules of the trade: one field per file, pure functions of one value."""
