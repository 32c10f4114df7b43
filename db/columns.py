"""The columns that tables are made of again and again."""

from sqlalchemy import Column, Index, Text, text
from sqlalchemy.dialects import postgresql

# text looked up by its beginning: ordered by its letters' codes whatever the server's language
KEY = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def filled(name: str) -> Column[str]:
    """A text that is never null, "" where there is none."""
    return Column(name, Text, nullable=False, server_default="")


def texts(names: str) -> list[Column[str]]:
    """Several of them, their names parted by spaces."""
    return [filled(name) for name in names.split()]


def key(name: str) -> Column[str]:
    """A text that is looked up by its beginning."""
    return Column(name, KEY, nullable=False, server_default="")


def index_where(name: str, *columns: str, where: str) -> Index:
    """An index of those rows only that are ever looked up by it."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
