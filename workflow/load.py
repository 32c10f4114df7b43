"""A file into the base: its rows verbatim, its cards with findings, all or nothing."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

import polars as pl

from db import cards, entered, journal, loads
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from db.loads import SourceRow
from db.sources import Layout, Line, SourceFile, open_source
from resources.texts import gettext, ngettext
from rules.source_kinds import KINDS
from workflow import rules_in_force, traces
from workflow.columns import HEAD, Header, RowKind, find_header, sort_records
from workflow.crew import Crew, size_for
from workflow.derive import Deriving, settle
from workflow.intake import Intake, Taken
from workflow.mapping import Mapping, guess, mapping_from_toml
from workflow.progress import Progress, Silent
from workflow.traces import Traces
from workflow.unify import unify

_SAMPLE = 300
_BYTES_A_CARD = 500  # of a file as text; a workbook takes less


@dataclass(frozen=True, slots=True)
class Order:
    """Which file is to be loaded, and how; what is left open is guessed or remembered."""

    path: Path
    kind: str
    source: str = ""
    area_code: str = ""
    layout: Layout | None = None
    mapping: Mapping | None = None
    mapping_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file held. ``records`` = title + header + empty + total + rows.

    ``cards`` got new rows, ``new_cards`` of them are new; the file speaks of ``all_cards``.
    """

    load_id: int
    source: str
    file: str
    lines: int
    records: int
    inner_breaks: int
    dropped: dict[str, int]
    rows: int
    new: int
    known: int
    cards: int
    all_cards: int = 0
    new_cards: int = 0
    repeated: bool = False
    notes: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()

    def told(self) -> list[str]:
        """The same in words."""
        file = gettext("{source}: “{file}”").format(source=self.source, file=self.file)
        if self.repeated:
            return [file + ": " + gettext("this very file is in the base already; nothing added.")]
        counts = gettext(
            "{records} records = {rows} rows + {empty} empty + {total} totals + {title} above and "
            "in the header"
        ).format(
            records=self.records,
            rows=self.rows,
            empty=self.dropped.get("empty", 0),
            total=self.dropped.get("total", 0),
            title=self.dropped.get("title", 0) + self.dropped.get("header", 0),
        )
        new = ngettext(
            "{new} of them new, on {cards} card", "{new} of them new, on {cards} cards", self.cards
        )
        lines = [f"{file}: {counts}", "  " + new.format(new=self.new, cards=self.cards)]
        if self.unmapped:
            names = ", ".join(self.unmapped)
            lines.append("  " + gettext("Columns kept but not read: {names}").format(names=names))
        return lines + [f"  {note}" for note in self.notes]


@dataclass(frozen=True, slots=True)
class Preview:
    """A file before it is loaded: its layout, header, first rows and the guessed mapping."""

    layout: Layout
    sheets: tuple[str, ...]
    header: Header
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    notes: tuple[str, ...] = field(default=())


def preview(
    path: Path, *, kind: str, layout: Layout | None = None, remembered: Mapping | None = None
) -> Preview:
    """Look into a file without loading it.

    Raises:
        KnownError: the file cannot be read as a table.
    """
    file = open_source(path, layout)
    with _begun(file) as head:
        header, rows = head.header, head.sample
    mapping = _fitting(remembered, header) or guess(header.cells, rows, kind)
    return Preview(
        file.layout, file.sheets(), header, tuple(rows), mapping, tuple(file.tally.notes)
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """A file begun: its header, its first data rows, and all its lines from the first one on."""

    header: Header
    sample: list[tuple[str, ...]]
    lines: Iterable[Line]


@contextmanager
def _begun(file: SourceFile) -> Iterator[_Head]:
    """The file with its head read; a workbook's process ends with the block."""
    with closing(file.lines()) as rest:
        lines = list(islice(rest, HEAD + _SAMPLE))
        if not lines:
            raise KnownError(gettext("“{file}” holds no rows.").format(file=file.path.name))
        header = find_header(lines[:HEAD])
        rows = [line.cells for kind, line in sort_records(lines, header) if kind is RowKind.DATA]
        yield _Head(header, rows[:_SAMPLE], chain(lines, rest))


def _fitting(mapping: Mapping | None, header: Header) -> Mapping | None:
    """A remembered mapping, if it is for these very headers."""
    if mapping is None:
        return None
    return mapping if tuple(column.header for column in mapping.columns) == header.cells else None


def load(engine: Engine, order: Order, *, by: str, progress: Progress | None = None) -> Loaded:
    """Load one file; the base is as it was where the file is bad or the user cancels.

    Raises:
        KnownError: the file or the mapping cannot be read; the sentence says what is wrong.
        Cancelled: the user cancelled.
    """
    return load_all(engine, [order], by=by, progress=progress)[0]


def load_all(
    engine: Engine, orders: Sequence[Order], *, by: str, progress: Progress | None = None
) -> list[Loaded]:
    """Load several files, all or none; what each held, in their order.

    Raises:
        KnownError: a file or its mapping cannot be read; the sentence says what is wrong.
        Cancelled: the user cancelled.
    """
    progress = progress or Silent()
    with writing(engine) as connection:
        loaded, touched = load_into(connection, orders, by=by, progress=progress)
        if touched:
            unify(connection, touched, partial(progress.report, 1, 1))
    return loaded


def load_into(
    connection: Connection, orders: Sequence[Order], *, by: str, progress: Progress
) -> tuple[list[Loaded], set[int]]:
    """Load files in the caller's transaction.

    Returns what each held, and the cards whose clients are still to be computed.

    Raises:
        KnownError: a file or its mapping cannot be read; the sentence says what is wrong.
        Cancelled: the user cancelled.
    """
    if not {order.kind for order in orders} <= set(KINDS):
        raise KnownError(
            gettext("The kind of a source is one of these: {kinds}.").format(kinds=", ".join(KINDS))
        )
    if any(order.source == entered.SOURCE for order in orders):
        raise KnownError(
            gettext(
                "“{name}” is what was typed in. Give the source of the file another name."
            ).format(name=entered.SOURCE)
        )
    rules_in_force.note_if_new(connection)
    with ExitStack() as crews:
        files = _Files(connection, by, progress, crews)
        loaded = [files.load(order) for order in orders]
        files.finish()
    if files.cards:
        before = traces.joined(files.before)
        files.cards |= settle(connection, before, partial(progress.report, 1, 1))
        progress.report(1, 1)
    return loaded, files.cards


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file whose rows are in the base and whose cards are being derived."""

    loaded: Loaded
    sha256: str
    source_id: int
    cards: set[int]
    deriving: Deriving


@dataclass(slots=True)
class _Files:
    """Files on their way into the base: while one is read, a crew derives the cards of another.

    ``cards`` are those that the files brought, ``before`` their traces as they were.
    """

    connection: Connection
    by: str
    progress: Progress
    crews: ExitStack
    cards: set[int] = field(default_factory=set)
    before: list[Traces | None] = field(default_factory=list)
    _crew: Crew | None = None
    _begun: _Begun | None = None

    def load(self, order: Order) -> Loaded:
        """Take one file's rows and begin with its cards; what it held."""
        file = open_source(order.path, order.layout)
        sha256 = _sha256(order.path)
        source = _source(self.connection, order)
        before = loads.loaded_before(self.connection, source.id, sha256)
        if before is not None:
            return _repeated(source, order.path, before)
        if self._begun and self._begun.source_id == source.id:
            self.finish()  # the file may speak of the very cards
        self._hire(order.path.stat().st_size // _BYTES_A_CARD)
        if self._begun:
            self._begun.deriving.go_ahead()
        with _begun(file) as head:
            mapping = _mapping(order, source, head.header, head.sample)
            self.progress.stage(gettext("Loading {file}").format(file=order.path.name))
            rows = Intake(self.connection, source, file, head.header, mapping)
            taken = rows.take(head.lines, by=self.by, sha256=sha256, progress=self.progress)
        loaded = _loaded(taken, source, file, mapping)
        begun = self._begin(loaded, sha256, source.id, taken)
        self.finish()  # while the crew is at the cards just begun
        self._begun = begun
        return loaded

    def _begin(self, loaded: Loaded, sha256: str, source_id: int, taken: Taken) -> _Begun:
        """Set the crew to the cards of a file."""
        self.before.append(traces.before(self.connection, taken.cards))
        heads = _heads(self.connection, taken)
        deriving = Deriving(self.connection, heads, self._hire(heads.height))
        return _Begun(loaded, sha256, source_id, taken.cards, deriving)

    def _hire(self, cards: int) -> Crew:
        """A crew fit for so many cards, which starts while a file is read."""
        size = size_for(cards)
        if self._crew is None or self._crew.size < size:
            self._crew = self.crews.enter_context(Crew(size))
        return self._crew

    def finish(self) -> None:
        """Write the cards of the file begun last, if there is one."""
        begun, self._begun = self._begun, None
        if begun is None:
            return
        self.progress.stage(gettext("Checking the cards"))
        begun.deriving.finish(self.progress)
        self.cards |= begun.cards
        loaded, sha256 = begun.loaded, begun.sha256
        journal.append(
            self.connection,
            self.by,
            "load",
            {"load": loaded.load_id, "sha256": sha256, "rows": loaded.rows, "new": loaded.new},
        )


def _source(connection: Connection, order: Order) -> SourceRow:
    """The source that the file goes to; one has files of one kind only."""
    source = loads.source(connection, order.source or order.kind, order.kind, order.area_code)
    if source.kind != order.kind:
        raise KnownError(
            gettext(
                "The source “{source}” has files of the kind “{kind}”. Give the source of “{file}” "
                "another name."
            ).format(source=source.name, kind=source.kind, file=order.path.name)
        )
    return source


def _heads(connection: Connection, taken: Taken) -> pl.DataFrame:
    """The heads of the cards that got rows: those of the base and the new ones."""
    known = cards.heads(connection, taken.cards - set(taken.heads["id"]))
    return pl.concat([known, taken.heads])


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _mapping(
    order: Order, source: SourceRow, header: Header, sample: list[tuple[str, ...]]
) -> Mapping:
    """What the user said, else what is remembered for these headers, else a guess."""
    if order.mapping is not None:
        if _fitting(order.mapping, header) is None:
            raise KnownError(
                gettext("“{file}” has other columns than it had before. Look at it again.").format(
                    file=order.path.name
                )
            )
        return order.mapping
    if order.mapping_file is not None:
        text = _text(order.mapping_file)
        return mapping_from_toml(text, header.cells)
    remembered = Mapping.from_json(json.loads(source.mapping)) if source.mapping else None
    return _fitting(remembered, header) or guess(header.cells, sample, order.kind)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise KnownError(
            gettext("The mapping file “{file}” cannot be read as UTF-8 text.").format(file=path)
        ) from None


def _loaded(taken: Taken, source: SourceRow, file: SourceFile, mapping: Mapping) -> Loaded:
    return Loaded(
        load_id=taken.load_id,
        source=source.name,
        file=file.path.name,
        lines=file.tally.physical_lines,
        records=file.tally.records,
        inner_breaks=file.tally.inner_breaks,
        dropped=taken.dropped,
        rows=taken.rows,
        new=taken.new,
        known=taken.rows - taken.new,
        cards=len(taken.cards),
        all_cards=taken.all_cards,
        new_cards=taken.heads.height,
        notes=tuple(file.tally.notes),
        unmapped=tuple(column.header for column in mapping.columns if column.field is None),
    )


def _repeated(source: SourceRow, path: Path, load_id: int) -> Loaded:
    return Loaded(load_id, source.name, path.name, 0, 0, 0, {}, 0, 0, 0, 0, repeated=True)
