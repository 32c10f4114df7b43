"""The forms that a report can be written in."""

from enum import StrEnum


class Form(StrEnum):
    """What a report can be written as; the ending of its file."""

    HTML = "html"
    XLSX = "xlsx"
    PDF = "pdf"
