"""Draws the cells of a table: plain text, or a tag as a coloured mark with its sign."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.look.theme import colours
from ui.paging import Tag
from ui.parts.paged_model import TAG_ROLE

PADDING = 9
_ROUND = 5


class TagDelegate(QStyledItemDelegate):
    """A flat row: a hairline below, the selection behind, tags as marks."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = colours()
        area = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        tag = index.data(TAG_ROLE)
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        if isinstance(tag, Tag):
            draw_tag(painter, QRectF(inner), tag)
            return
        painter.setPen(QColor(chosen.text))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        across = side or Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text = " ".join(str(index.data() or "").split())
        metrics = option.fontMetrics
        painter.drawText(
            inner, across, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        )


def draw_tag(painter: QPainter, area: QRectF, tag: Tag) -> None:
    """Draw a tag at the left of an area, in the middle of its height."""
    pair = colours().tone(tag.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    whole = f"{tag.sign} {tag.text}".strip()
    text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, int(area.width()) - 14)
    height = metrics.height() + 4
    mark = QRectF(
        area.left(),
        area.center().y() - height / 2,
        metrics.horizontalAdvance(text) + 14,
        height,
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(mark, _ROUND, _ROUND)
    painter.setPen(QColor(pair.text))
    painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
