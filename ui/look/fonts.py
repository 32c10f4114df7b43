"""The typeface of the window: the system's own, or the shipped one where the system has none."""

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SHIPPED = "Inter"
_POINTS = 10.0


def choose() -> QFont:
    """The font to draw the window with.

    Windows and macOS have a good one. Elsewhere anything may be installed, or nothing
    (then every letter would be an empty square), so the shipped one is used.
    """
    if sys.platform in {"win32", "darwin"}:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if speaks_russian(font):
            font.setPointSizeF(max(font.pointSizeF(), _POINTS))
            return font
    return shipped()


def shipped() -> QFont:
    """The shipped font, made known to Qt on first use."""
    if SHIPPED not in QFontDatabase.families():
        for path in sorted(_FONTS.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(path))
    font = QFont(SHIPPED)
    font.setPointSizeF(_POINTS)
    return font


def speaks_russian(font: QFont) -> bool:
    """Whether the font, or what Qt puts in its place, draws Russian letters."""
    metrics = QFontMetrics(font)
    return all(metrics.inFontUcs4(ord(letter)) for letter in "ЁёЖжЫы")
