"""A table of a report: cells in words, copied with their titles, Enter for what is behind a row."""

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from reports.cell_text import cell_text
from reports.content import Table, Unit
from ui.pages.reports.ports import CLIENT
from ui.parts.bare_table import BareTable, TitledModel
from ui.parts.tag_delegate import TagDelegate

ROW = 30
_MOST_ROWS = 14
_NARROWEST, _WIDEST, _PADDING = 60, 340, 22
_MEASURED = 200  # rows; those below are like them
_LEFT = Qt.AlignmentFlag.AlignLeft
_CLIENT = re.compile(r"C(\d{1,18})")
_Index = QModelIndex | QPersistentModelIndex


class FiguresModel(TitledModel):
    """The cells of a table."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._titles = [column.title for column in table.columns]
        names = [column.name for column in table.columns]
        self._client = names.index(CLIENT) if CLIENT in names else None

    @override
    def size(self) -> tuple[int, int]:
        return len(self.table.rows), len(self._titles)

    @override
    def title(self, column: int) -> str:
        return self._titles[column]

    @override
    def text(self, row: int, column: int) -> str:
        return cell_text(self.table.rows[row][column], self.table.unit(row, column))

    def client(self, row: int) -> int | None:
        """The number of a row's client, None where it names none."""
        if self._client is None or not 0 <= row < len(self.table.rows):
            return None
        found = _CLIENT.fullmatch(str(self.table.rows[row][self._client]))
        return int(found[1]) if found else None

    def behind(self, row: int) -> str:
        """The key of what is behind a row, "" where nothing can be listed."""
        return self.table.behind[row] if 0 <= row < len(self.table.behind) else ""

    def right(self, column: int) -> bool:
        """Whether a column holds numbers."""
        first = self.table.unit(0, column) if self.table.rows else self.table.columns[column].unit
        return first not in {Unit.TEXT, Unit.DAY}

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            side = Qt.AlignmentFlag.AlignRight if self.right(index.column()) else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return super().data(index, role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        wanted = role == Qt.ItemDataRole.TextAlignmentRole and section < len(self._titles)
        if wanted and orientation is Qt.Orientation.Horizontal and self.right(section):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)


class FiguresTable(BareTable):
    """Shows a table of a report.

    Signals:
        behind_asked: the clients and cars behind a row are wanted (the key).
        client_asked: the client of a row that has none behind it is wanted (his number).
    """

    behind_asked = Signal(str)
    client_asked = Signal(int)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        self.figures = FiguresModel(table)
        super().__init__(self.figures, parent)
        self.figures.setParent(self)
        self.setItemDelegate(TagDelegate(self))
        self.setAccessibleName(table.title)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.activated.connect(self._open)
        self._widths = self._measured()
        self._fitting = False

    def fit_rows(self) -> None:
        """Be as high as the rows are, as far as that is sensible, from here on."""
        self._fitting = True
        rows = min(max(self.figures.rowCount(), 1), _MOST_ROWS)
        wide = sum(self._widths) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        high = self.horizontalHeader().sizeHint().height() + rows * ROW + bar + 2
        if high != self.height():
            self.setFixedHeight(high)

    def copied(self) -> str:
        """The selected rows, or all where none is, with the titles on top; tabs between cells."""
        columns = range(self.figures.columnCount())
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = [[self.figures.title(column) for column in columns]]
        lines += [
            [" ".join(self.figures.text(row, column).split()) for column in columns]
            for row in rows or range(self.figures.rowCount())
        ]
        return "\n".join("\t".join(line) for line in lines)

    def _measured(self) -> list[int]:
        """The width that each column needs for its title and its first rows."""
        needed: list[int] = []
        body, head = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        for column in range(self.figures.columnCount()):
            rows = range(min(self.figures.rowCount(), _MEASURED))
            widest = max(
                (body.horizontalAdvance(self.figures.text(row, column)) for row in rows), default=0
            )
            title = head.horizontalAdvance(self.figures.title(column))
            width = max(title, min(widest, _WIDEST)) + _PADDING
            needed.append(max(width, _NARROWEST))
        return needed

    def _open(self, index: QModelIndex) -> None:
        key, client = self.figures.behind(index.row()), self.figures.client(index.row())
        if key:
            self.behind_asked.emit(key)
        elif client is not None:
            self.client_asked.emit(client)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what the columns do not need among them."""
        super().resizeEvent(event)
        spare = max(self.viewport().width() - sum(self._widths), 0)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width + spare // len(self._widths))
        if self._fitting:
            self.fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)
