"""Segments of the clients, and lists that people work through: whom to call and why."""
