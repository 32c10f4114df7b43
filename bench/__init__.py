"""Measurements, and the generator of realistic dealer files with the truth."""
