"""The dealer's rule file in the base: read, checked, put in force."""

from pathlib import Path
from typing import NoReturn

from db import rule_books
from db.engine import Connection
from db.errors import KnownError
from resources.texts import gettext
from rules.book import RuleBook
from rules.book_toml import BookError, line_of, read_book
from workflow.own_rules import can_match

_MOST_BYTES = 2_000_000


def book(connection: Connection) -> RuleBook:
    """The rules as this dealer wants them."""
    return read_book(rule_books.current(connection))


def checked(text: str) -> RuleBook:
    """The book that a file's text describes.

    Raises:
        KnownError: the file is wrong; the sentence says where and what.
    """
    try:
        return parsed(text)
    except BookError as error:
        raise KnownError(told(error)) from None


def parsed(text: str) -> RuleBook:
    """The same, with the line of a mistake apart from its sentence.

    Raises:
        BookError: the file is wrong.
    """
    found = read_book(text)
    for own in found.own:
        if own.pattern is not None and not can_match(own.pattern):
            _refuse_pattern(text, own.code)
    return found


def told(error: BookError) -> str:
    """What is wrong in a rule file, and where, in one sentence."""
    if not error.line:
        return gettext("The rule file is not taken: {reason}").format(reason=error.reason)
    return gettext("The rule file is not taken: line {line}: {reason}").format(
        line=error.line, reason=error.reason
    )


def text_of(path: Path) -> str:
    """The text of a rule file.

    Raises:
        KnownError: the file cannot be read as UTF-8 text, or is far too large.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise KnownError(
                gettext("“{file}” is longer than a rule file can be.").format(file=path)
            )
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise KnownError(
            gettext("The rule file “{file}” cannot be read as UTF-8 text.").format(file=path)
        ) from None


def _refuse_pattern(text: str, code: str) -> NoReturn:
    reason = gettext("The pattern cannot be read, or it is too large.")
    raise BookError(reason, line_of(text, code, "pattern"))
