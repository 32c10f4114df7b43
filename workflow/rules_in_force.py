"""Which rules cards are derived by: one short text, another one where any rule may be otherwise."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import resources
import rules
from db import clients, meta, rule_books
from db.engine import Connection

_LIBRARIES = ("phonenumbers", "python-stdnum", "polars")  # a normal form hangs on them
_PARTS = (
    (rules, ("*.py",)),
    (resources, ("*.txt", "*.toml", "names/*.t??")),
)


def seal(connection: Connection) -> str:
    """The seal of the rules and of the dealer's rule file in force."""
    book = rule_books.current(connection)
    return hashlib.blake2b(f"{program()}\x1f{book}".encode(), digest_size=16).hexdigest()


def derived_by_them(connection: Connection) -> bool:
    """Whether every card was derived by the rules in force."""
    return meta.get(connection, meta.DERIVED_BY) == seal(connection)


def outdated(connection: Connection) -> bool:
    """Whether there are cards that other rules derived."""
    return not derived_by_them(connection) and clients.count_cards(connection) > 0


def note(connection: Connection) -> None:
    """Note that every card is derived by the rules in force."""
    meta.put(connection, meta.DERIVED_BY, seal(connection))


def note_if_new(connection: Connection) -> None:
    """The same where there are no cards yet: those to come are derived by the rules in force."""
    if not clients.count_cards(connection):
        note(connection)


@cache
def program() -> str:
    """A digest of everything in the program that makes a card of rows."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _LIBRARIES:
        digest.update(version(name).encode())
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> list[Path]:
    here = Path(__file__).parent
    found = list(here.glob("*.py"))
    for package, patterns in _PARTS:
        folder = Path(str(package.__file__)).parent
        found += [path for pattern in patterns for path in folder.rglob(pattern)]
    return sorted(found)
