"""A report on paper: blocks laid out on A4 pages and written as PDF."""
