"""A short list of lines in columns, shown whole: a client's values, cars, events."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from resources.texts import gettext
from ui.parts.bare_table import BareTable, TitledModel
from ui.parts.wrapped_delegate import WrappedDelegate


class LinesModel(TitledModel):
    """Rows of texts under translated titles."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.lines: list[tuple[str, ...]] = []

    def show_lines(self, lines: Sequence[tuple[str, ...]]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    @override
    def size(self) -> tuple[int, int]:
        return len(self.lines), len(self._titles)

    @override
    def title(self, column: int) -> str:
        return gettext(self._titles[column])

    @override
    def text(self, row: int, column: int) -> str:
        return self.lines[row][column]


class Lines(BareTable):
    """Shows lines; long texts wrap, the first column is quiet."""

    def __init__(
        self, titles: Sequence[str], widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        self.lines = LinesModel(titles)
        super().__init__(self.lines, parent)
        self.lines.setParent(self)
        self.setItemDelegate(WrappedDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(lambda *_sizes: self._fit.start())

    def show_lines(self, lines: Sequence[tuple[str, ...]]) -> None:
        """Show other lines."""
        self.lines.show_lines(lines)
        self.resizeRowsToContents()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            texts = ("\t".join(self.lines.lines[row]) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(texts))
        else:
            super().keyPressEvent(event)
