"""The head of each card in the comparison: a check box, its number, whose card it is."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from resources.texts import gettext
from ui.compare.model import CompareModel
from ui.look.theme import colours

HEIGHT = 58
_BOX = 16
_PAD = 9


class CardHeader(QHeaderView):
    """Heads of cards.

    Signals:
        toggled: a card's check box was clicked (its place among the cards).
    """

    toggled = Signal(int)

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section > 0 and event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(section - 1)
        super().mouseReleaseEvent(event)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        chosen, sheet = colours(), self._model.sheet
        painter.save()
        painter.fillRect(rect, QColor(chosen.raised if logicalIndex == 0 else chosen.surface))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(_PAD, 9, -_PAD, -8)
        if logicalIndex == 0:
            title = gettext("The client will be")
            self._text(painter, inner, title, gettext("nothing is deleted"), ticked=True)
        elif logicalIndex <= len(sheet.cards):
            card = sheet.cards[logicalIndex - 1]
            ticked = card.card_id in sheet.ticked
            _box(painter, inner.topLeft() + QPoint(0, 1), ticked=ticked)
            below = " · ".join(filter(None, (card.source, card.source_id)))
            if not ticked:
                below = gettext("left out")
            beside = inner.adjusted(_BOX + 8, 0, 0, 0)
            self._text(painter, beside, f"{logicalIndex}. {card.title}", below, ticked=ticked)
        painter.restore()

    def _text(
        self, painter: QPainter, area: QRect, above: str, below: str, *, ticked: bool
    ) -> None:
        chosen = colours()
        font = QFont(self.font())
        for text, weight, colour, drop in (
            (above, QFont.Weight.DemiBold, chosen.text if ticked else chosen.muted, 0),
            (below, QFont.Weight.Normal, chosen.muted, 20),
        ):
            font.setWeight(weight)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            short = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area.adjusted(0, drop, 0, 0), Qt.AlignmentFlag.AlignTop, short)


def _box(painter: QPainter, corner: QPoint, *, ticked: bool) -> None:
    chosen = colours()
    box = QRect(corner, QSize(_BOX, _BOX))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(chosen.accent if ticked else chosen.strong_line), 1.4))
    painter.setBrush(QColor(chosen.accent if ticked else chosen.surface))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.setPen(QPen(QColor(chosen.on_accent), 2))
        x, y = corner.x(), corner.y()
        painter.drawPolyline([QPoint(x + 4, y + 8), QPoint(x + 7, y + 11), QPoint(x + 12, y + 5)])
