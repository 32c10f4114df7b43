"""A field to search with: asks once the typing pauses, Escape clears it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.look.icons import icon
from ui.look.theme import colours

_PAUSE = 180


class SearchBox(QLineEdit):
    """A search field.

    Signals:
        asked: the user stopped typing, or pressed Enter (the text, trimmed).
        left: the user pressed the down key to go on to the results.
    """

    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._mark = QAction(self)
        self._mark.setIcon(icon("search", colours().muted))
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(lambda _changed: self._pause.start())
        self.returnPressed.connect(self._ask)

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
