"""Breaking a text into lines of a width."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

_NARROWEST = 20


def wrapped(
    text: str, font: QFont, width: int, formats: list[QTextLayout.FormatRange] | None = None
) -> QTextLayout:
    """A text in lines of this width; a word longer than a line, an e-mail say, breaks anywhere."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats or [])
    layout.beginLayout()
    top = 0.0
    while (piece := layout.createLine()).isValid():
        piece.setLineWidth(max(width, _NARROWEST))
        piece.setPosition(QPointF(0, top))
        top += piece.height()
    layout.endLayout()
    return layout
