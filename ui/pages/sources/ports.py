"""What the Sources page needs of the workflow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from ui.paging import PageSource
from workflow.progress import Progress


class SourceKind(StrEnum):
    """What a file holds: the data of a department, or a log."""

    SALES = "sales"
    SERVICE = "service"
    BOOKINGS = "bookings"
    CLAIMS = "claims"
    SURVEYS = "surveys"


class How(StrEnum):
    """How a column came by its field."""

    HEADER = "header"
    CONTENT = "content"
    REMEMBERED = "remembered"
    USER = "user"
    NONE = ""


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """How a file is to be read; "" leaves a part to the guess."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """What may be chosen for this file; an empty part does not apply to its format."""

    encodings: tuple[str, ...] = ()
    delimiters: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field a column can be mapped to: its name and its title in words."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column of a file and the field it is taken for.

    ``share`` of its cells fit the field (None if that was not asked); ``note`` is a translated
    sentence where header and content disagree.
    """

    title: str
    field: str = ""
    how: How = How.NONE
    share: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """What was found in a file; ``records`` is the sum of all the others."""

    records: int
    rows: int
    header: int
    empty: int
    totals: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file as it would be loaded.

    ``totals`` is None while only the beginning was read; ``notes`` are translated sentences
    about what a person should know (a stray quote, error cells).
    """

    path: Path
    format: str
    layout: LayoutChoice
    options: LayoutOptions
    columns: tuple[ColumnGuess, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: Totals | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """What the user asks to be loaded: one field name per column, "" for none."""

    path: Path
    kind: SourceKind
    layout: LayoutChoice
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a load did; ``unchanged`` of the rows were known from an earlier load.

    ``repeated``: this very file was loaded before, nothing was added.
    """

    totals: Totals
    cards: int
    new_cards: int
    changed_cards: int
    unchanged: int
    repeated: bool = False


class SourcesPort(Protocol):
    """The workflow as the Sources page sees it; every method is called on a worker thread."""

    def fields(self) -> Sequence[FieldChoice]:
        """The fields a column can be mapped to, in the order of the list."""

    def preview(self, path: Path, kind: SourceKind, layout: LayoutChoice | None) -> Preview:
        """The beginning of a file, its layout and mapping guessed or remembered.

        Raises:
            KnownError: the file cannot be read.
        """

    def load(self, plan: LoadPlan, progress: Progress) -> LoadSummary:
        """Load the file."""

    def loads(self) -> PageSource:
        """Past loads: load id, kind, file name, moment, by whom, rows, cards, rows left out."""


@dataclass(frozen=True, slots=True)
class LoadRow:
    """The values of one row of ``loads`` by name, for those who build it."""

    load_id: int
    kind: str
    file: str
    at: datetime
    by: str
    rows: int
    cards: int
    left_out: int

    def row(self) -> tuple[object, ...]:
        """The row as the table takes it."""
        return (
            self.load_id,
            self.kind,
            self.file,
            self.at,
            self.by,
            self.rows,
            self.cards,
            self.left_out,
        )
