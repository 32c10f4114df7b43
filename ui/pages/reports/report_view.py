"""One report on the screen: its readiness, charts, tables, notes, and what would narrow it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reports.content import Narrowing, Report
from resources import formats as common
from resources.texts import gettext, ngettext
from ui import formats
from ui.charts.view import ChartView
from ui.pages.reports.checks_panel import ChecksPanel
from ui.pages.reports.figures_table import FiguresTable
from ui.parts.fold import Fold
from ui.parts.labels import button, card, label

_MOST_GROUPS = 5


class ReportView(QWidget):
    """Shows one report; another one takes another view.

    Signals:
        behind_asked: the clients and cars behind a figure are wanted (its key).
        client_asked: a client of a table is to be opened (his number).
        group_asked: a group is to be reviewed (its id).
    """

    behind_asked = Signal(str)
    client_asked = Signal(int)
    group_asked = Signal(object)  # a group's id may be longer than Qt's int

    def __init__(
        self, report: Report, *, defined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.report = report
        self.charts = [ChartView(chart) for chart in report.charts]
        self.tables = [FiguresTable(table, self) for table in report.tables]
        self.definition = Fold(gettext("How it is counted"), _paragraphs(report.definition))
        self.groups: list[QWidget] = []
        self.definition.open(wanted=defined)
        self.setMinimumHeight(1)  # or a wrapped sentence would ask for the height of a narrow one
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 10, 8)
        self._column.setSpacing(12)
        self._lay_out()
        for chart in self.charts:
            chart.behind_asked.connect(self.behind_asked)
        for table in self.tables:
            table.behind_asked.connect(self.behind_asked)
            table.client_asked.connect(self.client_asked)

    def _lay_out(self) -> None:
        report, column = self.report, self._column
        column.addWidget(self.definition)
        if not report.definition:
            self.definition.hide()
        if report.filters:
            filters = label("muted", wrap=True)
            filters.setText(" · ".join(report.filters))
            column.addWidget(filters)
        if report.checks:
            column.addWidget(ChecksPanel(report.checks, opened=not report.tables))
        for chart in self.charts:
            frame = card()
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(10, 10, 10, 10)
            inside.addWidget(chart)
            column.addWidget(frame)
        if report.narrowing:
            column.addWidget(self._narrowing(report.narrowing))
        for table in self.tables:
            self._table(table)
        if report.notes:
            column.addWidget(_paragraphs(report.notes))
        column.addStretch(1)

    def _table(self, table: FiguresTable) -> None:
        if table.figures.table.title:
            title = label("heading", wrap=True)
            title.setText(table.figures.table.title)
            self._column.addWidget(title)
        if not table.figures.rowCount():
            nothing = label("muted")
            nothing.setText(gettext("There are no lines."))
            self._column.addWidget(nothing)
            table.hide()
            return
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(table)
        table.fit_rows()
        self._column.addWidget(frame)

    def _narrowing(self, found: Iterable[Narrowing]) -> QWidget:
        """The groups whose review would help most, each a click from the review queue."""
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(2)
        head = label("heading", wrap=True)
        head.setText(gettext("Review these first: they would narrow the figures most"))
        inside.addWidget(head)
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(0)
        rows.setColumnStretch(1, 1)
        for row, one in enumerate(list(found)[:_MOST_GROUPS]):
            self._group(one, row, rows)
        inside.addLayout(rows)
        return frame

    def _group(self, one: Narrowing, row: int, rows: QGridLayout) -> None:
        opening = button("repair")
        text = ngettext("Group of {count} card", "Group of {count} cards", one.cards)
        opening.setText(text.format(count=formats.number(one.cards)))
        opening.setToolTip(gettext("Open the group on the Review page"))
        opening.clicked.connect(lambda: self.group_asked.emit(one.group_id))
        self.groups.append(opening)
        told = label("muted", wrap=True)
        gain = gettext("narrows by {gain}").format(gain=common.rounded(one.gain, 1))
        told.setText(gain)
        rows.addWidget(opening, row, 0)
        rows.addWidget(told, row, 1)


def _paragraphs(texts: Iterable[str]) -> QWidget:
    """Sentences under one another."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for text in texts:
        one = label("muted", wrap=True)
        one.setText(text)
        layout.addWidget(one)
    return made
