"""Cards in, candidates and groups out: pure computation on columns, no database, no Qt."""
