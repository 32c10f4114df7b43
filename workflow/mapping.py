"""Columns and their meaning: the mapping itself, its guess from a file, its form as a file."""

from workflow.mapping_guess import guess
from workflow.mapping_model import Chosen, Column, Mapping
from workflow.mapping_toml import mapping_from_toml, mapping_to_toml

__all__ = ["Chosen", "Column", "Mapping", "guess", "mapping_from_toml", "mapping_to_toml"]
