"""What every reader of a source yields: a table of verbatim text, and an account of its lines."""

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

MAX_COLUMNS = 1_000
MAX_CELL = 131_072  # characters; Excel's own limit is 32,767


class Line(NamedTuple):
    """One record of a file: its 1-based number and its cells, verbatim as text.

    ``number`` counts records (for a workbook: sheet rows); an empty cell is "".
    A named tuple, because a million of them are made per file.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What a reader saw, so that lines, records and rows can be reconciled.

    ``physical_lines`` are line breaks of a text file (equal to ``records`` for a workbook),
    ``records`` what the format parsed out of them, ``inner_breaks`` line breaks inside cells.
    For a whole file ``physical_lines == records + inner_breaks`` (blank lines are records).
    ``notes`` are translated sentences about whatever was not read as it plainly stands.
    """

    physical_lines: int = 0
    records: int = 0
    inner_breaks: int = 0
    error_cells: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is to be read: its format, and what was guessed or chosen about it."""

    format: str  # "csv", "xlsx", "xls", "ods"
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class SourceFile(Protocol):
    """One opened file of a source. Reading never changes it."""

    path: Path
    layout: Layout  # the sheet's name is known from the first line on
    tally: Tally

    @property
    def progress(self) -> float:
        """The share of the file read so far, 0 to 1."""
        ...

    def sheets(self) -> tuple[str, ...]:
        """The names of the workbook's sheets, in its order; none for a text file."""
        ...

    def lines(self) -> Generator[Line, None, None]:
        """Every record in file order, blank ones too; ``tally`` is complete when it ends.

        Each call reads the file from its start; an iterator left half-way is to be closed.

        Raises:
            KnownError: the file cannot be read to its end; the sentence says where and why.
        """
        ...
