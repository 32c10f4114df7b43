"""What a page is drawn with: its size, its margins, the type and the colours."""

import re
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.look import fonts
from ui.look.colours import LIGHT

DPI = 1200
"""So many units make an inch; Qt measures letters in whole units, so they must be small."""


def points(length: float) -> float:
    """A length in points of 1/72 inch, in units."""
    return length * DPI / 72


WIDTH, HEIGHT = points(595), points(842)
MARGIN = points(42)
FOOT = points(24)
TEXT_WIDTH = WIDTH - 2 * MARGIN
TEXT_HEIGHT = HEIGHT - 2 * MARGIN - FOOT

_UNSEEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")

INK, MUTED, RULE, GROUND = LIGHT.text, LIGHT.muted, LIGHT.strong_line, LIGHT.raised
GREEN, AMBER, RED = LIGHT.good.text, LIGHT.warn.text, LIGHT.block.text


@dataclass(frozen=True, slots=True)
class Type:
    """A font with its measures."""

    font: QFont
    metrics: QFontMetricsF

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.metrics.height() * 1.12

    def broken(self, text: str, width: float) -> list[str]:
        """The lines of the text at this width."""
        plain = _UNSEEN.sub(" ", text)
        if self.metrics.horizontalAdvance(plain) <= width:
            return [plain]
        layout = QTextLayout(plain, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        units = plain.encode("utf-16-le")  # Qt counts in these, two bytes each
        found = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
            found.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip(" "))
        layout.endLayout()
        return found


class Types:
    """The sizes of one document, all of the shipped typeface."""

    def __init__(self) -> None:
        semibold = partial(_type, weight=QFont.Weight.DemiBold)
        self.title = semibold(18)
        self.heading = semibold(11)
        self.strong = semibold(9)
        self.body = _type(9)
        self.head = semibold(8)
        self.cell = _type(8)
        self.small_head = semibold(7)
        self.small_cell = _type(7)


def _type(size: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> Type:
    font = fonts.shipped()
    font.setPixelSize(round(points(size)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return Type(font, QFontMetricsF(font))


def write(
    painter: QPainter, rect: QRectF, text: str, type_: Type, colour: str, *, right: bool = False
) -> None:
    """Draw one line at the top of the rectangle."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(type_.font)
    painter.setPen(QColor(colour))
    flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), text)
