"""Readers of exported files: rows verbatim, as text."""
