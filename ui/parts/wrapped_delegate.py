"""Draws texts that wrap, on flat rows with a hairline below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.look.theme import colours
from ui.parts.tag_delegate import PADDING

_ABOVE = 7
_TALL = 10_000
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_Index = QModelIndex | QPersistentModelIndex


class WrappedDelegate(QStyledItemDelegate):
    """The first column in the quiet colour, the others in the text's."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        chosen, area = colours(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(chosen.muted if index.column() == 0 else chosen.text))
        inner = area.adjusted(PADDING, _ABOVE, -PADDING, -_ABOVE)
        painter.drawText(inner, _FLAGS, str(index.data()))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        room = QRect(0, 0, width - 2 * PADDING, _TALL)
        text = option.fontMetrics.boundingRect(room, _FLAGS, str(index.data()))
        return QSize(width, text.height() + 2 * _ABOVE + 1)
