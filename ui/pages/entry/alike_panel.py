"""Clients who may be the one that is being typed: open the card, or say that it is another."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui.look.colours import Tone
from ui.look.theme import colours
from ui.pages.entry.ports import Alike
from ui.parts.labels import button, card, label
from ui.parts.notice import SIGNS
from ui.parts.spoken import Spoken

WIDTH = 296
_ID, _ALIKE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_HEIGHT = 88
_Index = QModelIndex | QPersistentModelIndex


class _AlikeDelegate(QStyledItemDelegate):
    """Draws the name, what tells the client apart, and what he is found by."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one, chosen, area = index.data(_ALIKE), colours(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(chosen.accent))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner: QRect = area.adjusted(12, 8, -10, -8)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(chosen.text))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(one.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.muted))
        middle = inner.adjusted(0, metrics.height() + 1, 0, 0)
        middle.setHeight(2 * painter.fontMetrics().lineSpacing())  # a third line is cut off whole
        painter.drawText(middle, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, one.details)
        painter.setPen(QColor(chosen.tone(Tone.WARN).text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, f"{SIGNS[Tone.WARN]} {one.why}")
        painter.restore()


class AlikePanel(Spoken):
    """The possible duplicates.

    Signals:
        open_asked: this is the client: open the card (client id).
        apart_asked: this is another person (client id).
        left: the user goes back to the form.
    """

    open_asked = Signal(int)
    apart_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.title = label("heading")
        self.hint = label("muted", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_AlikeDelegate(self.list))
        self.open, self.apart = button(), button()
        self.say(self.title.setText, marked("Already in the base?"))
        self.say(self.open.setText, marked("Enter  Open that card"))
        self.say(self.apart.setText, marked("F8  Another person"))
        self.say(self.open.setToolTip, marked("Edit this client instead of making a new one"))
        self.say(
            self.apart.setToolTip,
            marked("Never propose these two as one client; recorded when you save"),
        )
        self.say(self.list.setAccessibleName, marked("Clients who may be the same"))
        self._alike: Sequence[Alike] = ()
        self._lay_out()
        self.list.itemActivated.connect(lambda _item: self._open())
        self.open.clicked.connect(self._open)
        self.apart.clicked.connect(self.ask_apart)
        self.retranslate()

    def show_alike(self, alike: Sequence[Alike]) -> None:
        """Show other clients; the one chosen stays chosen while it is among them."""
        if alike == self._alike:
            return
        chosen = self.current()
        self._alike = alike
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in alike:
                item = QListWidgetItem(_text(one))
                item.setData(_ID, one.client_id)
                item.setData(_ALIKE, one)
                self.list.addItem(item)
        ids = [one.client_id for one in alike]
        if ids:
            self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.retranslate()

    def current(self) -> int:
        """The client chosen, 0 if none is."""
        item = self.list.currentItem()
        return int(item.data(_ID)) if self.list.count() and item is not None else 0

    def ask_apart(self) -> None:
        """Say that the client chosen is another person."""
        if chosen := self.current():
            self.apart_asked.emit(chosen)

    @override
    def retranslate(self) -> None:
        some = bool(self._alike)
        said = gettext("F6 goes to the list and back.")
        none = gettext("Nobody so far. The base is searched by phone, VIN and name as you type.")
        self.hint.setText(said if some else none)
        self.list.setVisible(some)
        for one in (self.open, self.apart):
            one.setVisible(some)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if chosen := self.current():
            self.open_asked.emit(chosen)

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.title)
        inside.addWidget(self.hint)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.open)
        inside.addWidget(self.apart)
        inside.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)


def _text(one: Alike) -> str:
    return "\n".join(filter(None, (one.title, one.details, f"{SIGNS[Tone.WARN]} {one.why}")))
