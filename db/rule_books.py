"""The dealer's rule files as they were set, the last one in force."""

from sqlalchemy import func, insert, select

from db import journal, tables
from db.engine import Connection


def current(connection: Connection) -> str:
    """The text of the rule file in force, "" if none was set."""
    book = tables.rule_book.c
    statement = select(book.text).order_by(book.id.desc()).limit(1)
    return connection.execute(statement).scalar() or ""


def add(connection: Connection, text: str, by: str) -> int:
    """Put a text in force; the ones before it are kept. Returns its id."""
    number = last(connection) + 1
    connection.execute(
        insert(tables.rule_book).values(id=number, at=journal.now(), by=by, text=text)
    )
    return number


def last(connection: Connection) -> int:
    """The id of the text in force, 0 if none was set."""
    return int(connection.execute(select(func.max(tables.rule_book.c.id))).scalar() or 0)
