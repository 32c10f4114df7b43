"""A coloured word with its sign, outside tables."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.look.colours import Tone
from ui.paging import Tag
from ui.parts.tag_delegate import draw_tag


class Badge(QWidget):
    """Shows one tag."""

    def __init__(self, tag: Tag | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = tag or Tag(Tone.PLAIN, "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tag(self, tag: Tag) -> None:
        """Show another tag; one without a text hides the badge."""
        self._tag = tag
        self.setAccessibleName(tag.text)
        self.setVisible(bool(tag.text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(f"{self._tag.sign} {self._tag.text}".strip())
        return QSize(round(wide * 1.06) + 18, metrics.height() + 6)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_tag(painter, QRectF(self.rect()), self._tag)
        painter.end()
