"""The Sources page: adding files, correcting their columns, loading them."""
