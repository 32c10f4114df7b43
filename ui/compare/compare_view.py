"""The comparison of cards: the client to be stays on the left, the cards scroll beside it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.compare.delegate import CompareDelegate
from ui.compare.header import HEIGHT, CardHeader
from ui.compare.model import CompareModel, Sheet
from ui.parts.bare_table import BareTable

_TITLES = 124
_RESULT = 160
_CARD = 172


class CompareView(QWidget):
    """Cards side by side.

    Signals:
        value_chosen: a cell of a card was clicked (field name, card id).
        card_toggled: a card was ticked or left out (card id).
    """

    value_chosen = Signal(str, int)
    card_toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompareModel(self)
        self._delegate = CompareDelegate(self)
        self.result = self._table()
        self.cards = self._table()
        self._heads = CardHeader(self.model, self.cards)
        self._configure()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.result)
        layout.addWidget(self.cards, 1)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show cards, what they would make, and what is ticked and chosen."""
        self.model.show_sheet(sheet)
        self.result.setColumnHidden(0, False)
        for column in range(self.model.columnCount()):
            self.result.setColumnHidden(column, column != 0)
            self.cards.setColumnHidden(column, column == 0)
        self._fit()
        if self.model.rowCount() and not self.cards.currentIndex().isValid():
            self.cards.setCurrentIndex(self.model.index(0, 1))
        self._heads.viewport().update()

    def _table(self) -> BareTable:
        made = BareTable(self.model)
        made.setItemDelegate(self._delegate)
        made.setCornerButtonEnabled(False)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.verticalHeader().setSectionsClickable(False)
        made.installEventFilter(self)
        return made

    def _configure(self) -> None:
        heads = CardHeader(self.model, self.result)
        self.result.setHorizontalHeader(heads)
        self.cards.setHorizontalHeader(self._heads)
        self._heads.toggled.connect(self._toggle)
        side = self.result.verticalHeader()
        side.setFixedWidth(_TITLES)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.cards.verticalHeader().hide()
        self.result.setFixedWidth(_TITLES + _RESULT)
        self.result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.result.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        upper, lower = self.cards.verticalScrollBar(), self.result.verticalScrollBar()
        upper.valueChanged.connect(lower.setValue)
        lower.valueChanged.connect(upper.setValue)
        self.cards.clicked.connect(self._choose)
        heads.setFixedHeight(HEIGHT)

    def _fit(self) -> None:
        """Share the width among the cards and give each row the height its fullest cell needs."""
        model, count = self.model, len(self.model.sheet.cards)
        if not count:
            return
        room = self.width() - _TITLES - _RESULT - 14
        wide = max(_CARD, room // count)
        self.result.setColumnWidth(0, _RESULT)
        for column in range(1, count + 1):
            self.cards.setColumnWidth(column, wide)
        font = self.font()
        for row in range(model.rowCount()):
            high = self._delegate.height(model.shown(row, 0), font, _RESULT)
            for column in range(1, count + 1):
                high = max(high, self._delegate.height(model.shown(row, column), font, wide))
            self.result.setRowHeight(row, high)
            self.cards.setRowHeight(row, high)

    def _choose(self, index: QModelIndex) -> None:
        sheet = self.model.sheet
        self.value_chosen.emit(
            sheet.rows[index.row()].name, sheet.cards[index.column() - 1].card_id
        )

    def _toggle(self, place: int) -> None:
        self.card_toggled.emit(self.model.sheet.cards[place].card_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes a value, Space ticks a card, letters go on to the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self.cards.currentIndex()
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
                self._choose(index)
                return True
            if event.key() == Qt.Key.Key_Space and index.isValid():
                self._toggle(index.column() - 1)
                return True
            if event.text() and event.text().isprintable():
                event.ignore()
                return True
        return super().eventFilter(watched, event)
