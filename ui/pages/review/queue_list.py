"""The queue of groups at the left of the Review page."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from resources.texts import ngettext
from ui import formats
from ui.look.theme import colours
from ui.pages.review.ports import QueueItem

ITEM_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 52
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """The groups that wait, as far as they were read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[QueueItem] = []

    def show_items(self, items: Sequence[QueueItem]) -> None:
        """Show another queue, if it is another one."""
        if list(items) != self.items:
            self.beginResetModel()
            self.items = list(items)
            self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        return item.title if role == Qt.ItemDataRole.DisplayRole else None


class _QueueDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item, chosen, area = index.data(ITEM_ROLE), colours(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(chosen.accent))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner: QRect = area.adjusted(12, 8, -10, -8)
        below = ngettext("{count} card", "{count} cards", item.cards).format(count=item.cards)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(chosen.text))
        short = painter.fontMetrics().elidedText(
            item.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, short)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, below)
        right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, formats.percent(item.probability))
        painter.restore()


class QueueList(QListView):
    """Shows the queue.

    Signals:
        group_chosen: the user took another group (its id).
    """

    group_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = QueueModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_QueueDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_queue(self, items: Sequence[QueueItem], current: int | None) -> None:
        """Show the queue with one group in hand."""
        self.items.show_items(items)
        places = [item.group_id for item in items]
        row = places.index(current) if current in places else -1
        self.setCurrentIndex(self.items.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        self.group_chosen.emit(self.items.items[index.row()].group_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are verdicts, not a search in the list."""
        if event.text().strip() and event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)
