"""Draws one cell of the comparison: signs, values, the pieces that differ."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.compare.cards import SIGNS, Line, Mark
from ui.compare.model import Shown, shown_of
from ui.look.colours import Tone
from ui.look.theme import colours
from ui.parts.wrapping import wrapped

PAD = 8
_SIGN = 16
_SMALL = 0.88
_TONES = {
    Mark.EQUAL: Tone.GOOD,
    Mark.SIMILAR: Tone.INFO,
    Mark.DIFFERENT: Tone.WARN,
    Mark.MISSING: Tone.PLAIN,
    Mark.ALONE: Tone.PLAIN,
}
_TINTED = {Mark.SIMILAR, Mark.DIFFERENT}


class CompareDelegate(QStyledItemDelegate):
    """Cells with several wrapped lines, each behind the sign of its mark."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown = shown_of(index)
        area = option.rect
        painter.save()
        painter.setClipRect(area)
        _ground(painter, area, shown)
        self._values(painter, area, shown)
        painter.setPen(QColor(colours().line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours().accent))
            painter.drawRect(area.adjusted(0, 0, -2, -2))
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(shown_of(index), option.font, width))

    def height(self, shown: Shown, font: QFont, width: int) -> int:
        """How high a cell must be at this width."""
        room = _room(shown, width)
        total = sum(
            laid_out(line, font, room, plain=False).boundingRect().height()
            for line in shown.cell.lines
        )
        if shown.note:
            note = Line(shown.note, Mark.ALONE)
            total += laid_out(note, _small(font), room, plain=True).boundingRect().height() + 1
        return max(round(total), round(QFont(font).pointSizeF() * 1.6)) + 2 * PAD

    def _values(self, painter: QPainter, area: QRect, shown: Shown) -> None:
        chosen = colours()
        room = _room(shown, area.width())
        text = chosen.disabled if shown.left_out else chosen.text
        top = float(area.top() + PAD)
        left = area.left() + PAD + (0 if shown.result else _SIGN)
        font = QFont(painter.font())
        if not shown.cell.lines and not shown.result:
            painter.setPen(QColor(chosen.muted))
            painter.drawText(
                area.adjusted(PAD, PAD, 0, 0),
                Qt.AlignmentFlag.AlignTop,
                SIGNS[Mark.MISSING],
            )
        for line in shown.cell.lines:
            if not shown.result:
                tone = chosen.tone(_TONES[line.mark]).text
                painter.setPen(QColor(chosen.disabled if shown.left_out else tone))
                place = QRect(area.left() + PAD, round(top), _SIGN, painter.fontMetrics().height())
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft, SIGNS[line.mark])
            painter.setPen(QColor(text))
            layout = laid_out(line, font, room, plain=shown.left_out)
            layout.draw(painter, QPointF(left, top))
            top += layout.boundingRect().height()
        if shown.note:
            warning = not shown.result
            painter.setPen(QColor(chosen.block.text if warning else chosen.muted))
            note = Line(f"✕ {shown.note}" if warning else shown.note, Mark.ALONE)
            laid_out(note, _small(font), room, plain=True).draw(painter, QPointF(left, top + 1))


def laid_out(line: Line, font: QFont, width: int, *, plain: bool) -> QTextLayout:
    """A value broken into lines of this width, its differing pieces bold and underlined."""
    spans = () if plain else line.spans
    return wrapped(line.text, font, width, [_differing(*span) for span in spans])


def _differing(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontUnderline(True)
    look.setForeground(QColor(colours().info.text))
    made.format = look
    return made


def _room(shown: Shown, width: int) -> int:
    return width - 2 * PAD - (0 if shown.result else _SIGN)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALL)
    return made


def _ground(painter: QPainter, area: QRect, shown: Shown) -> None:
    chosen = colours()
    if shown.result:
        painter.fillRect(area, QColor(chosen.raised))
    elif shown.left_out:
        painter.fillRect(area, QColor(chosen.window))
    elif shown.cell.mark in _TINTED:
        painter.fillRect(area, QColor(chosen.tone(_TONES[shown.cell.mark]).ground))
    if (shown.source or shown.by_hand) and not shown.left_out:
        painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(chosen.accent))
    if shown.by_hand:
        painter.setPen(QColor(chosen.accent))
        corner = area.adjusted(0, PAD // 2, -PAD, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, "✓")
