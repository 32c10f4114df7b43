"""Draws texts that wrap, on flat rows with a hairline below."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.look.theme import colours
from ui.parts.tag_delegate import PADDING
from ui.parts.wrapping import wrapped

_ABOVE = 7
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
        text = wrapped(_breakable(str(index.data())), option.font, area.width() - 2 * PADDING)
        text.draw(painter, QPointF(area.left() + PADDING, area.top() + _ABOVE))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        text = wrapped(_breakable(str(index.data())), option.font, width - 2 * PADDING)
        return QSize(width, ceil(text.boundingRect().height()) + 2 * _ABOVE + 1)


def _breakable(text: str) -> str:
    """The text with leave to break an e-mail after its "@"."""
    return text.replace("@", "@\N{ZERO WIDTH SPACE}")
