"""The Reports page: what the unified base tells, with the clients and cars behind each number."""
