"""The Sources page without its widgets: the file in hand, its mapping, past loads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from db.errors import KnownError
from resources.texts import gettext, marked, ngettext
from rules.fields import MULTIPLE
from ui import cells, formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.sources.ports import (
    ColumnGuess,
    FieldChoice,
    How,
    LayoutChoice,
    LoadPlan,
    LoadSummary,
    Preview,
    SourceKind,
    SourcesPort,
)
from ui.paging import Column

LOADS = (
    Column("kind", marked("Source"), 120, cells.kind),
    Column("file", marked("File"), 300, cells.text),
    Column("at", marked("Loaded"), 150, cells.moment),
    Column("by", marked("By"), 150, cells.text),
    Column("rows", marked("Rows"), 100, cells.number, right=True),
    Column("cards", marked("Cards"), 100, cells.number, right=True),
    Column("left_out", marked("Left out"), 100, cells.number, right=True),
)


class SourcesPresenter:
    """Holds the state of the page; ``changed`` and ``told`` are what the page listens to."""

    def __init__(self, port: SourcesPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.loaded: Callable[[], None] = lambda: None
        self.fields: Sequence[FieldChoice] = ()
        self.kind = SourceKind.SALES
        self.preview: Preview | None = None
        self.columns: list[ColumnGuess] = []
        self.reading = False
        self.loading = False
        self._asked = 0

    def start(self) -> None:
        """Read the list of fields, whose titles are in the language in force."""
        self._background.read(self._port.fields, self._listed)

    def take(self, path: Path, kind: SourceKind) -> None:
        """Take a file in hand and look at its beginning."""
        self.kind = kind
        self._look(path, None)

    def change_kind(self, kind: SourceKind) -> None:
        """The file holds something else."""
        if self.preview is not None and kind is not self.kind:
            self.kind = kind
            self._look(self.preview.path, self.preview.layout)

    def change_layout(self, layout: LayoutChoice) -> None:
        """Read the file in another way."""
        if self.preview is not None and layout != self.preview.layout:
            self._look(self.preview.path, layout)

    def map(self, column: int, field: str) -> None:
        """Give a column a field by hand, or none.

        Another column that had the field loses it, unless it may stand in several.
        """
        guess = self.columns[column]
        if field and field not in MULTIPLE:
            self.columns = [
                replace(other, field="", how=How.USER, share=None, note="")
                if other.field == field
                else other
                for other in self.columns
            ]
        self.columns[column] = replace(guess, field=field, how=How.USER, share=None, note="")
        self.changed()

    def drop(self) -> None:
        """Put the file away without loading it."""
        self._asked += 1
        self.preview = None
        self.columns = []
        self.reading = False
        self.changed()

    def load(self) -> None:
        """Load the file in hand."""
        preview = self.preview
        if preview is None or self.loading:
            return
        fields = tuple(column.field for column in self.columns)
        plan = LoadPlan(preview.path, self.kind, preview.layout, fields)
        self.loading = True
        self.changed()
        self._background.write(
            gettext("Loading {file}").format(file=preview.path.name),
            lambda progress: self._port.load(plan, progress),
            self._loaded,
            self._not_loaded,
        )

    def problem(self) -> str:
        """Why the file in hand should not be loaded as it is mapped, "" if it may."""
        mapped = {column.field for column in self.columns} - {""}
        if self.preview is not None and not mapped:
            return gettext("No column has a field yet: choose at least the client's name.")
        return ""

    def figures(self) -> str:
        """What was found in the file, in one line that adds up."""
        totals = self.preview.totals if self.preview else None
        if totals is None:
            return ""
        parts = [
            ngettext("{count} record", "{count} records", totals.records),
            ngettext("{count} row", "{count} rows", totals.rows),
            ngettext("{count} line of header", "{count} lines of header", totals.header),
            ngettext("{count} empty", "{count} empty", totals.empty),
            ngettext("{count} total", "{count} totals", totals.totals),
        ]
        counts = (totals.records, totals.rows, totals.header, totals.empty, totals.totals)
        filled = [
            part.format(count=formats.number(count))
            for part, count in zip(parts, counts, strict=True)
        ]
        return f"{filled[0]} = {' + '.join(filled[1:])}"

    def _look(self, path: Path, layout: LayoutChoice | None) -> None:
        self._asked += 1
        asked, kind = self._asked, self.kind
        self.reading = True
        self.changed()
        self._background.read(
            lambda: self._port.preview(path, kind, layout),
            partial(self._looked, asked),
            partial(self._not_read, asked),
        )

    def _listed(self, fields: Sequence[FieldChoice]) -> None:
        self.fields = fields
        self.changed()

    def _looked(self, asked: int, preview: Preview) -> None:
        if asked != self._asked:
            return
        self.reading = False
        self.preview = preview
        self.columns = list(preview.columns)
        self.changed()
        for note in preview.notes:
            self.told(Tone.WARN, note)

    def _not_read(self, asked: int, error: Exception) -> bool:
        if asked == self._asked:
            self.reading = False
            self.changed()
        if isinstance(error, KnownError):
            self.told(Tone.BLOCK, str(error))
            return True
        return False

    def _loaded(self, summary: LoadSummary) -> None:
        self.loading = False
        self.drop()
        if summary.repeated:
            self.told(Tone.INFO, gettext("This very file is in the base already; nothing added."))
        else:
            self.told(Tone.GOOD, _told(summary))
        self.loaded()

    def _not_loaded(self, error: Exception) -> bool:
        self.loading = False
        self.changed()
        if isinstance(error, KnownError):
            self.told(Tone.BLOCK, str(error))
            return True
        return False


def _told(summary: LoadSummary) -> str:
    rows = ngettext("{count} row loaded", "{count} rows loaded", summary.totals.rows).format(
        count=formats.number(summary.totals.rows)
    )
    cards = ngettext("{count} card", "{count} cards", summary.cards).format(
        count=formats.number(summary.cards)
    )
    return gettext("{rows}, {cards}: {new} new, {changed} changed, the rest known before.").format(
        rows=rows,
        cards=cards,
        new=formats.number(summary.new_cards),
        changed=formats.number(summary.changed_cards),
    )
