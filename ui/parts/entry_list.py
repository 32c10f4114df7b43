"""A list of entries: a title, a quiet line below it, figures at the right, a mark before it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.look.theme import colours
from ui.paging import Tag

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT, _LOW = 52, 40
_LEFT, _RIGHT, _ABOVE = 12, 10, 7
_MARK, _FIGURE = 18, 50
_WRAP = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Side = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one entry; without a line below it is one low line.

    ``figure`` stands beside the title, ``aside`` beside the line below. A ``heading`` names the
    entries that follow and cannot be chosen.
    """

    title: str
    below: str = ""
    figure: str = ""
    aside: str = ""
    mark: Tag | None = None
    hint: str = ""
    heading: bool = False


class EntryModel(QAbstractListModel):
    """Entries by number, each put into words when it is looked at."""

    def __init__(self, entry: Callable[[int], Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._keys: list[Hashable] = []

    def show_keys(self, keys: Sequence[Hashable]) -> None:
        """Show the entries with these keys; with the same ones as before they are only redrawn."""
        if keys and list(keys) == self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, 0))
            return
        self.beginResetModel()
        self._keys = list(keys)
        self.endResetModel()

    def key(self, row: int) -> Hashable:
        """The key of an entry."""
        return self._keys[row]

    def place(self, key: Hashable) -> int:
        """Where the entry with a key stands, -1 if there is none."""
        return self._keys.index(key) if key in self._keys else -1

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ENTRY_ROLE:
            return self._entry(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entry(index.row()).title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._entry(index.row()).hint or None
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        heads = index.isValid() and self._entry(index.row()).heading
        return Qt.ItemFlag.NoItemFlags if heads else super().flags(index)


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, lines: int, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        least = _HEIGHT if entry.below else _LOW
        metrics, room = option.fontMetrics, _title(_inner(QRect(option.rect)), entry)
        unknown = not entry.below and room.width() <= 0  # asked before the list has its width
        if self._lines == 1 or unknown:
            return QSize(0, least)
        room.setHeight(1000)
        line = metrics.lineSpacing()
        high = metrics.boundingRect(room, _WRAP, entry.title).height()
        return QSize(0, least - line + min(high, self._lines * line))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, chosen, area = index.data(ENTRY_ROLE), colours(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(chosen.accent))
        inner = _inner(area)
        if entry.heading:
            painter.setFont(_weighty(option.font, QFont.Weight.DemiBold))
            painter.setPen(QColor(chosen.muted))
            painter.drawText(inner, _Side.AlignBottom, entry.title)
            painter.restore()
            return
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if entry.mark is not None:
            painter.setPen(QColor(chosen.tone(entry.mark.tone).text))
            painter.drawText(inner, _Side.AlignTop, entry.mark.sign)
        self._above(painter, inner, entry)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.muted))
        below = _words(inner, entry)
        painter.drawText(below, _Side.AlignBottom, entry.below)
        painter.drawText(below, _Side.AlignBottom | _Side.AlignRight, entry.aside)
        painter.restore()

    def _above(self, painter: QPainter, inner: QRect, entry: Entry) -> None:
        """The title, short or wrapped, and the figure beside it."""
        painter.setPen(QColor(colours().text))
        area = _title(inner, entry)
        if not entry.below:
            painter.drawText(area, _Side.AlignVCenter | Qt.TextFlag.TextWordWrap, entry.title)
        elif self._lines == 1:
            painter.setFont(_weighty(painter.font(), QFont.Weight.Medium))
            short = painter.fontMetrics().elidedText(
                entry.title, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, _Side.AlignTop, short)
        else:
            area.setHeight(min(area.height(), self._lines * painter.fontMetrics().lineSpacing()))
            painter.drawText(area, _WRAP, entry.title)
        if entry.figure:
            painter.setFont(_weighty(painter.font(), QFont.Weight.DemiBold))
            painter.drawText(_words(inner, entry), _Side.AlignTop | _Side.AlignRight, entry.figure)


def _inner(area: QRect) -> QRect:
    return area.adjusted(_LEFT, _ABOVE, -_RIGHT, -_ABOVE)


def _words(inner: QRect, entry: Entry) -> QRect:
    return inner.adjusted(_MARK if entry.mark else 0, 0, 0, 0)


def _title(inner: QRect, entry: Entry) -> QRect:
    return _words(inner, entry).adjusted(0, 0, -_FIGURE if entry.figure else 0, 0)


def _weighty(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made


class EntryList(QListView):
    """Shows entries whose titles take so many lines at most."""

    def __init__(
        self, entry: Callable[[int], Entry], *, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entries = EntryModel(entry, self)
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(lines, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setUniformItemSizes(lines == 1)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_current(self, key: Hashable) -> None:
        """Put the entry with a key in hand, none if there is no such."""
        self.setCurrentIndex(self.entries.index(self.entries.place(key), 0))
