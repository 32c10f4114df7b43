"""Clean values of each field, the ways they get dirty, and what the rules make of them."""
