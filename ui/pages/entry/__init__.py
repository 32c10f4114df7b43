"""The Entry page: a client and his car typed in by hand."""
