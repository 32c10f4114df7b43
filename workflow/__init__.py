"""The story of the product, one stage per file: load, check, propose, review, unify, export."""
