"""The dialog that chooses, of the values on a client's cards, the one that the client shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.texts import gettext, marked
from ui import formats
from ui.pages.clients.ports import Choice, GoldenLine
from ui.parts.labels import button, card, label
from ui.parts.lines import Lines

_SIZE = (620, 380)


class ChoiceDialog(QDialog):
    """Lists the values of one field; arrows and Enter are enough to choose.

    Signals:
        chosen: the user took another value (Choice).
    """

    chosen = Signal(object)

    def __init__(self, client: str, line: GoldenLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = line.choices
        self.setWindowTitle(gettext("Choose another value"))
        self.resize(*_SIZE)
        self.values = Lines(
            (marked("Where from"), marked("Value"), marked("Last seen")), (180, 276, 92)
        )
        self.values.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.values.setAccessibleName(line.title)
        self.take = button("primary")
        self.take.setText(gettext("Choose"))
        self.take.setDefault(True)
        self.cancel = button()
        self.cancel.setText(gettext("Cancel"))
        self._lay_out(f"{client} · {line.title}")
        self.values.selectionModel().currentChanged.connect(self._show_choice)
        self.values.doubleClicked.connect(self._take)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.values.show_lines([_line(choice) for choice in line.choices])
        self.values.selectRow(0)
        self.values.setFocus()

    def _lay_out(self, about: str) -> None:
        head = label("heading", wrap=True)
        head.setText(about)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.values)
        promise = label("muted", wrap=True)
        promise.setText(
            gettext("This is one decision in the journal; it can be taken back at any time.")
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(frame, 1)
        layout.addWidget(promise)
        layout.addLayout(row)

    def _current(self) -> Choice | None:
        row = self.values.currentIndex().row()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def _show_choice(self) -> None:
        choice = self._current()
        self.take.setEnabled(choice is not None and not choice.shown)

    def _take(self) -> None:
        choice = self._current()
        if choice is not None and not choice.shown:
            self.chosen.emit(choice)
            self.accept()


def _line(choice: Choice) -> tuple[str, str, str]:
    source = f"{choice.source}\n{gettext('shown now')}" if choice.shown else choice.source
    return source, choice.value, formats.day(choice.seen)
