"""Readers of the files that a dealer exports."""

from db.sources.detect import open_source
from db.sources.rows import Layout, Line, SourceFile, Tally

__all__ = ["Layout", "Line", "SourceFile", "Tally", "open_source"]
