"""Every port of the window in memory, for tests without a base."""
