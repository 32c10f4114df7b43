"""A table for lists: keyboard, copying, remembered widths, a text when there is nothing."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from resources.texts import gettext
from ui.look.theme import colours
from ui.paging import Column
from ui.parts.paged_model import PagedModel
from ui.parts.tag_delegate import TagDelegate
from ui.settings import Settings

ROW_HEIGHT = 32
_MARGIN = 24
_SQUEEZE, _LOOSEN = 0.8, 1.6


class Table(QTableView):
    """Shows a ``PagedModel``.

    Signals:
        chosen: another row became current (its key, None while it is not loaded).
        opened: Enter or a double click on a row (its key).
        selected: the set of selected rows changed.
    """

    chosen = QtSignal(object)
    opened = QtSignal(object)
    selected = QtSignal()

    def __init__(
        self, name: str, model: PagedModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.empty_text = ""
        self._pages = model
        self._settings = settings
        self._kept: tuple[list[object], object, int, int] = ([], None, -1, 0)
        self._restoring = False
        self._fitting = False
        self._known: dict[str, int] = {}
        self._wanted = frozenset(column.name for column in model.columns)
        model.setParent(self)
        self.setModel(model)
        self._configure()
        model.about_to_refresh.connect(self._remember_selection)
        model.refreshed.connect(self._restore_selection)
        model.dataChanged.connect(self._loaded)
        chosen = self.selectionModel()
        chosen.currentRowChanged.connect(self._announce)
        chosen.selectionChanged.connect(lambda *_changed: self.selected.emit())
        self.activated.connect(lambda index: self.opened.emit(model.key(index.row())))

    def keys(self) -> list[object]:
        """The keys of the selected rows that are loaded, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [key for key in map(self._pages.key, rows) if key is not None]

    def current_key(self) -> object:
        """The key of the current row, None if there is none."""
        return self._pages.key(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def copied(self) -> str:
        """The selected rows as tab-separated text with the titles on top."""
        model, last = self._pages, self._pages.columnCount()
        across = Qt.Orientation.Horizontal
        lines = [[str(model.headerData(column, across)) for column in range(last)]]
        for row in sorted({index.row() for index in self.selectionModel().selectedRows()}):
            if model.row(row) is not None:
                cells = (str(model.data(model.index(row, column))) for column in range(last))
                lines.append([" ".join(cell.split()) for cell in cells])
        return "\n".join("\t".join(line) for line in lines)

    def _configure(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(TagDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self._known = self._settings.widths(self.objectName())
        for number, column in enumerate(self._pages.columns):
            self.setColumnWidth(number, self._known.get(column.name, column.width))
        header.sectionResized.connect(self._keep_widths)

    def _fit(self) -> None:
        """Give the table's width to the columns as far as they stay readable.

        Numbers keep their width; so does everything once a person has set a width.
        """
        room = self.viewport().width()
        shown = self._that_fit(room)
        loose = sum(column.width for column in shown if not _rigid(column))
        fixed = sum(column.width for column in shown) - loose
        share = min(_LOOSEN, max(_SQUEEZE, (room - fixed) / max(loose, 1)))
        self._fitting = True
        for number, column in enumerate(self._pages.columns):
            self.setColumnHidden(number, column not in shown)
            if column in shown and not self._known:
                self.setColumnWidth(number, int(column.width * (1 if _rigid(column) else share)))
        self.horizontalHeader().length()  # lays out now what Qt put off, while it is no choice
        self._fitting = False

    def _that_fit(self, room: int) -> list[Column]:
        """The wanted columns, without spare ones as far as there is no room for them."""
        shown = [column for column in self._pages.columns if column.name in self._wanted]
        for spare in reversed([column for column in shown if column.spare]):
            if sum(map(self._least, shown)) > room:
                shown.remove(spare)
        return shown

    def _least(self, column: Column) -> int:
        """The width below which a column does not go."""
        squeezed = column.width if _rigid(column) else int(column.width * _SQUEEZE)
        return self._known.get(column.name, squeezed)

    def show_only(self, names: frozenset[str]) -> None:
        """Show these columns and no others."""
        self._wanted = names
        self._fit()

    def _keep_widths(self, section: int, old: int, new: int) -> None:
        if not (old and new):  # hidden or shown
            return
        columns = self._pages.columns
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        if self._fitting or section == shown[-1]:  # the last takes what is left
            return
        self._known |= {columns[place].name: self.columnWidth(place) for place in shown[:-1]}
        self._settings.keep_widths(self.objectName(), self._known)

    def _remember_selection(self) -> None:
        self._restoring = True
        current = self.currentIndex()
        row = current.row() if current.isValid() else -1
        scrolled = self.verticalScrollBar().value()
        self._kept = (self.keys(), self.current_key(), row, scrolled)

    def _restore_selection(self) -> None:
        keys, key, row, scrolled = self._kept
        model = self._pages
        count = model.rowCount()
        if row >= 0 and count:
            found = model.places([key]) if key is not None else []
            place = found[0] if found else min(row, count - 1)
            self._select(place, [] if not found else model.places(keys))
            self.verticalScrollBar().setValue(scrolled)
        self._restoring = False
        self._announce(self.currentIndex())
        self.selected.emit()

    def _select(self, place: int, places: list[int]) -> None:
        """Make one row current and select others with it: none that was not selected before."""
        model, chosen = self._pages, self.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        ranges = QItemSelection()
        for row in places or [place]:
            ranges.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        chosen.setCurrentIndex(model.index(place, 0), flag.NoUpdate)
        chosen.select(ranges, flag.ClearAndSelect)

    def _announce(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not self._restoring:
            self.chosen.emit(self._pages.key(index.row()) if index.isValid() else None)

    def _loaded(self, first: QModelIndex, last: QModelIndex) -> None:
        """A row that became current before it was loaded is announced when it is."""
        if first.row() <= self.currentIndex().row() <= last.row():
            self._announce(self.currentIndex())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._pages.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.current_key())
        elif event.text() and not event.text().isspace():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = str(self._pages.data(index)) if index.isValid() else ""
            place = self.visualRect(index)
            wide = self.fontMetrics().horizontalAdvance(text) > place.width() - _MARGIN
            QToolTip.showText(event.globalPos(), text if wide else "", self, place)
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pages.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(colours().muted)
        area: QRect = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        text = self.empty_text if self._pages.known else gettext("Loading…")
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
        painter.end()


def _rigid(column: Column) -> bool:
    return column.rigid or column.right
