"""A table model that holds a few pages of a long list and loads the others when looked at."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from shiboken6 import isValid
from typing_extensions import override

from resources.texts import gettext
from ui.background import Background
from ui.paging import Column, NoRows, PageSource, Row, Sort, Tag

KEY_ROLE = Qt.ItemDataRole.UserRole
TAG_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE = 100
_KEPT = 30
_WANTED = 4
_ALL = -1
_WAITING = "…"
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PagedModel(QAbstractTableModel):
    """A window onto a ``PageSource``; no row is read on the window's thread.

    Signals:
        about_to_refresh: rows are about to be replaced by what the base holds by now.
        refreshed: they were.
    """

    about_to_refresh = QtSignal()
    refreshed = QtSignal()

    def __init__(
        self, columns: Sequence[Column], background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._background = background
        self._source: PageSource = NoRows()
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: list[int] = []
        self._loading: int | None = None
        self._generation = 0
        self._sort: Sort | None = None
        self.known = False

    def set_source(self, source: PageSource) -> None:
        """Show another list, from its beginning."""
        self._source = source
        self.known = False
        self._pages.clear()
        self.invalidate()

    def invalidate(self) -> None:
        """Read again what is shown; the old rows stay until the new ones are there."""
        self._generation += 1
        self._wanted.clear()
        self._loading = _ALL
        generation, source, sort = self._generation, self._source, self._sort
        pages = list(self._pages)[-2:] or [0]

        def work() -> tuple[int, dict[int, Sequence[Row]]]:
            count = source.count()
            last = max(count - 1, 0) // PAGE
            wanted = {min(page, last) for page in pages}
            return count, {page: source.fetch(page * PAGE, PAGE, sort) for page in wanted}

        self._background.read(work, lambda fresh: self._replace(generation, *fresh), self._not_read)

    def row(self, number: int) -> Row | None:
        """The row, None while it is not loaded."""
        rows = self._pages.get(number // PAGE)
        place = number % PAGE
        return rows[place] if rows is not None and place < len(rows) else None

    def key(self, number: int) -> object:
        """The key of a row, None while it is not loaded."""
        row = self.row(number)
        return row[0] if row else None

    def places(self, keys: Iterable[object]) -> list[int]:
        """Where the rows with these keys stand, as far as they are loaded."""
        wanted = set(keys)
        return sorted(
            page * PAGE + place
            for page, rows in self._pages.items()
            for place, row in enumerate(rows)
            if row[0] in wanted
        )

    def _replace(self, generation: int, count: int, pages: dict[int, Sequence[Row]]) -> None:
        if generation != self._generation or not isValid(self):
            return
        self.about_to_refresh.emit()
        self.beginResetModel()
        self._count = count
        self._pages = OrderedDict(pages)
        self._loading = None
        self.known = True
        self.endResetModel()
        self.refreshed.emit()

    def _want(self, page: int) -> None:
        if page == self._loading:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-_WANTED]
        self._load_next()

    def _load_next(self) -> None:
        if self._loading is not None or not self._wanted:
            return
        self._loading = page = self._wanted.pop()
        generation, source, sort = self._generation, self._source, self._sort
        self._background.read(
            lambda: source.fetch(page * PAGE, PAGE, sort),
            lambda rows: self._arrived(generation, page, rows),
            self._not_read,
        )

    def _not_read(self, _error: Exception) -> bool:
        """Let later reads through; what went wrong is told by the runner."""
        self._loading = None
        return False

    def _arrived(self, generation: int, page: int, rows: Sequence[Row]) -> None:
        if generation != self._generation or not isValid(self):
            return
        self._loading = None
        self._pages[page] = rows
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, self._count) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._load_next()

    def _cell(self, index: _Index) -> str | Tag:
        page = index.row() // PAGE
        row = self.row(index.row())
        if row is None:
            if page not in self._pages:
                self._want(page)
            return _WAITING
        self._pages.move_to_end(page)
        return self.columns[index.column()].show(row[index.column() + 1])

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self._cell(index)
            return cell.text if isinstance(cell, Tag) else cell
        if role == TAG_ROLE:
            cell = self._cell(index)
            return cell if isinstance(cell, Tag) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.key(index.row()) if role == KEY_ROLE else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return gettext(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag
            across = side.AlignRight if self.columns[section].right else side.AlignLeft
            return across | side.AlignVCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wanted = None
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            wanted = Sort(self.columns[column].name, order is Qt.SortOrder.DescendingOrder)
        if wanted != self._sort:
            self._sort = wanted
            self._pages.clear()
            self.invalidate()

    def retranslate(self) -> None:
        """Say titles and cells in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
