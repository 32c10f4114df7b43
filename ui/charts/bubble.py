"""A note beside a point of a chart that tells its values."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.charts.shapes import Box
from ui.look.colours import Colours

_PADDING = 0.5  # of a line of text
_AWAY = 0.5


def bubble(
    painter: QPainter, lines: Sequence[str], point: Box, within: QRectF, colours: Colours
) -> None:
    """Draw the lines beside a point, the first one strong, without leaving a rectangle."""
    strong = QFont(painter.font())
    strong.setWeight(QFont.Weight.DemiBold)
    fonts = [strong, *[painter.font()] * (len(lines) - 1)]
    line = QFontMetricsF(painter.font()).height()
    widths = [
        QFontMetricsF(font).horizontalAdvance(text) for font, text in zip(fonts, lines, strict=True)
    ]
    pad = _PADDING * line
    area = _placed(max(widths) + 2 * pad, len(lines) * line + 2 * pad, point, within, line * _AWAY)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.strong_line), 1))
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(area, 5, 5)
    painter.setPen(QColor(colours.text))
    for number, (font, text) in enumerate(zip(fonts, lines, strict=True)):
        painter.setFont(font)
        place = QRectF(area.left() + pad, area.top() + pad + number * line, area.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def _placed(width: float, high: float, point: Box, within: QRectF, away: float) -> QRectF:
    """At the right of the point, or at its left where there is no room, beside its middle."""
    left = point.right + away
    if left + width > within.right():
        left = point.x - away - width
    left = max(min(left, within.right() - width), within.left())
    top = point.y + point.height / 2 - high / 2
    return QRectF(left, max(min(top, within.bottom() - high), within.top()), width, high)
