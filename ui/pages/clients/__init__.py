"""The Clients page: the unified base, searched and looked into."""
