"""The engine of no field in particular: blocking, levels, weights, groups, accounts."""
