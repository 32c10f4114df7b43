"""The list of reports at the left, in their groups."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.reports.ports import ReportEntry
from ui.parts.entry_list import Entry, EntryList

_Row = ReportEntry | str


class ReportList(EntryList):
    """The reports under the names of their groups.

    Signals:
        report_picked: another report was picked (its name).
    """

    report_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows: list[_Row] = []
        self._showing = False
        super().__init__(self._entry, lines=3, parent=parent)
        self.selectionModel().currentChanged.connect(self._pick)

    def show_reports(self, entries: Sequence[ReportEntry], name: str) -> None:
        """Show the reports with one of them in hand."""
        self._showing = True
        rows: list[_Row] = []
        for group, members in groupby(entries, key=lambda entry: entry.group):
            rows += filter(None, (group, *members))
        if rows != self._rows:
            self._rows = rows
            self.entries.show_keys([_key(row) for row in rows])
        self.show_current(name)
        self._showing = False

    def _entry(self, row: int) -> Entry:
        shown = self._rows[row]
        if isinstance(shown, str):
            return Entry(shown, heading=True)
        return Entry(shown.title)

    def _pick(self, index: QModelIndex) -> None:
        row = self._rows[index.row()] if index.isValid() else ""
        if not self._showing and isinstance(row, ReportEntry):
            self.report_picked.emit(row.name)


def _key(row: _Row) -> tuple[str] | str:
    """What a row is found by: a report's name, or a group's in a form that no name has."""
    return (row,) if isinstance(row, str) else row.name
