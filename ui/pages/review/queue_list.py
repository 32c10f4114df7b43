"""The queue of groups at the left of the Review page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from resources.texts import ngettext
from ui import formats
from ui.pages.review.ports import QueueItem
from ui.parts.entry_list import Entry, EntryList


class QueueList(EntryList):
    """The groups that wait, as far as they were read.

    Signals:
        group_chosen: the user took another group (its id).
    """

    group_chosen = Signal(object)  # a group's id may be longer than Qt's int

    def __init__(self, parent: QWidget | None = None) -> None:
        self._items: list[QueueItem] = []
        super().__init__(self._entry, lines=1, parent=parent)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_queue(self, items: Sequence[QueueItem], current: int | None) -> None:
        """Show the queue with one group in hand."""
        if list(items) != self._items:
            self._items = list(items)
            self.entries.show_keys([item.group_id for item in items])
        self.show_current(current)

    def _entry(self, row: int) -> Entry:
        item = self._items[row]
        return Entry(
            item.title,
            below=ngettext("{count} card", "{count} cards", item.cards).format(count=item.cards),
            aside=formats.percent(item.probability),
        )

    def _choose(self, index: QModelIndex) -> None:
        self.group_chosen.emit(self.entries.key(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are verdicts, not a search in the list."""
        if event.text().strip() and event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)
