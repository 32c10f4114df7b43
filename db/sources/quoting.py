"""Records out of the physical lines of a delimited text, whatever its quotation marks do.

Python's csv module glues rows silently from a stray quotation mark on. Here a record whose
quotation marks do not add up is taken back: its first line is read as it stands, and reading
goes on at the very next line, so that a bad line costs nothing but itself.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from db.sources.rows import MAX_CELL

MAX_LINE = 4 * 1024 * 1024  # characters of one physical line
_DOS_END = "\x1a"
_MIN_TABLE_WIDTH = 2


class TooLongError(Exception):
    """A cell or a line that no table of clients holds; ``line`` is its physical line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Quoting:
    """How a file separates cells: its delimiter, its usual width, and who wrote its quotes.

    ``literal`` says that the writer of the file does not escape quotation marks, so that
    a cell over several lines is no sure thing.
    """

    delimiter: str
    width: int = 0
    literal: bool = False


@dataclass(slots=True)
class Oddities:
    """Physical lines that were not plain: told to the user, never hidden."""

    stray_quotes: list[int] = field(default_factory=list)
    row_like_cells: list[int] = field(default_factory=list)
    nul_lines: list[int] = field(default_factory=list)


class LineFeed:
    """Physical lines of a stream, one at a time; those of a broken record can be given back."""

    def __init__(self, stream: TextIO, oddities: Oddities) -> None:
        self.taken: list[str] = []
        self.count = 0
        self._readline = stream.readline
        self._returned: deque[str] = deque()
        self._oddities = oddities

    def __iter__(self) -> Iterator[str]:
        """The feed itself."""
        return self

    def __next__(self) -> str:
        """The next physical line with its line break."""
        line = self._returned.popleft() if self._returned else self._fresh()
        self.taken.append(line)
        return line

    @property
    def first_taken(self) -> int:
        """The 1-based physical number of the first line of the record in hand."""
        return self.count - len(self._returned) - len(self.taken) + 1

    def give_back(self) -> str:
        """The first line of the record in hand; the others will be handed out again."""
        self._returned.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        return self.taken[0]

    def _fresh(self) -> str:
        line = self._readline(MAX_LINE)
        if not line or line == _DOS_END:
            raise StopIteration
        self.count += 1
        if len(line) == MAX_LINE and not line.endswith("\n"):
            raise TooLongError(self.count)
        if "\0" in line:
            self._oddities.nul_lines.append(self.count)
            line = line.replace("\0", "")
        if self.count == 1:
            line = line.removeprefix("\ufeff")
        return line


def records(feed: LineFeed, quoting: Quoting, oddities: Oddities) -> Iterator[list[str]]:
    """Every record of the feed as its cells; ``feed.taken`` holds its physical lines meanwhile.

    Raises:
        TooLongError: a cell is longer than ``MAX_CELL`` or a line than ``MAX_LINE``.
    """
    csv.field_size_limit(MAX_CELL)
    reader = _strict_reader(feed, quoting)
    taken = feed.taken
    while True:
        taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            oddities.stray_quotes.append(feed.first_taken)
            cells = _literal_cells(feed, quoting)
            reader = _strict_reader(feed, quoting)
        if len(taken) > 1 and _looks_like_rows(taken, quoting):
            oddities.row_like_cells.append(feed.first_taken)
            if quoting.literal:
                cells = _literal_cells(feed, quoting)
                reader = _strict_reader(feed, quoting)
        yield cells


def tolerant_cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line: quoted ones where a quote closes before a delimiter, else as is."""
    escaped = re.escape(delimiter)
    pattern = rf'(?:"((?:[^"]|"")*+)"|([^{escaped}]*+))(?:({escaped})|$)'
    cells = []
    for match in re.finditer(pattern, line.rstrip("\r\n")):
        quoted, plain, more = match.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        if more is None:
            break
    return cells


def _strict_reader(feed: LineFeed, quoting: Quoting) -> Iterator[list[str]]:
    return csv.reader(feed, delimiter=quoting.delimiter, strict=True)


def _literal_cells(feed: LineFeed, quoting: Quoting) -> list[str]:
    number = feed.first_taken
    cells = tolerant_cells(feed.give_back(), quoting.delimiter)
    if max(map(len, cells), default=0) > MAX_CELL:
        raise TooLongError(number)
    return cells


def _looks_like_rows(taken: list[str], quoting: Quoting) -> bool:
    """Whether each line of a record over several lines is as wide as a row of its own."""
    return quoting.width >= _MIN_TABLE_WIDTH and all(
        line.count(quoting.delimiter) == quoting.width - 1 for line in taken
    )
