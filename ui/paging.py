"""A window onto a long list: what a page of a table asks of the base, without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ui.look.colours import Tone

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word shown as a coloured mark; the sign says what the colour says."""

    tone: Tone
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``name`` is what a source sorts by and settings remember, ``title`` a message id,
    ``show`` turns the raw value into the text or tag of the language in force,
    ``rigid`` keeps the width where a table is narrow, ``spare`` is left out there.
    """

    name: str
    title: str
    width: int = 140
    show: Callable[[object], str | Tag] = str
    right: bool = False
    sortable: bool = True
    rigid: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Sort:
    """The order a page is wanted in."""

    column: str
    descending: bool = False


class PageSource(Protocol):
    """A list in the base, in an order that does not change by itself.

    The first value of a row is its key (what actions refer to), the others stand in the
    order of the page's columns. Both methods are called on a worker thread.
    """

    def count(self) -> int:
        """How many rows there are."""

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Row]:
        """The rows from ``offset`` on, ``limit`` at most; fewer only at the end."""


class NoRows:
    """A source without rows, for a table that has nothing to show yet."""

    def count(self) -> int:
        """Zero."""
        return 0

    def fetch(self, _offset: int, _limit: int, _sort: Sort | None) -> Sequence[Row]:
        """Nothing."""
        return []
