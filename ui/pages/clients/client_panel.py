"""One client: golden values with their origin, cars, events, source cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.pages.clients.ports import ClientView, GoldenLine
from ui.pages.clients.presenter import ClientsPresenter
from ui.parts.labels import button, label
from ui.parts.lines import Lines
from ui.parts.spoken import Spoken

_TABS = (
    marked("Values"),
    marked("Cars"),
    marked("Events"),
    marked("Cards"),
)


class ClientPanel(Spoken):
    """Shows the client in hand.

    Signals:
        choice_asked: the user wants another value of a line (GoldenLine).
    """

    choice_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("heading", wrap=True)
        self.subtitle = label("muted", wrap=True)
        self.subtitle.setContentsMargins(0, 0, 12, 0)
        self.golden = Lines(
            (marked("Field"), marked("Value"), marked("Where from")), (102, 138, 120)
        )
        self.cars = Lines(
            (marked("Role"), marked("Car"), marked("Numbers"), marked("Period")),
            (82, 100, 158, 90),
        )
        self.events = Lines(
            (marked("Day"), marked("Kind"), marked("About"), marked("Car")), (92, 92, 140, 90)
        )
        self.cards = Lines((marked("Card"), marked("Field"), marked("Value")), (126, 92, 120))
        self.choose, self.edit = button(), button()
        self.say(self.edit.setText, marked("&Edit the client…"))
        self.say(self.edit.setToolTip, marked("Type the client's values anew (Enter in the list)"))
        self.say(self.choose.setText, marked("Choose &another value…"))
        self.say(
            self.choose.setToolTip,
            marked("Show another of the values that the client's cards hold (F2)"),
        )
        self.tabs = QTabWidget()
        for table in (self._values(), self.cars, self.events, self.cards):
            self.tabs.addTab(table, "")
        self.tabs.setDocumentMode(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 2, 2)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.subtitle)
        layout.addSpacing(4)
        layout.addWidget(self.tabs, 1)
        self._counts = (0, 0, 0, 0)
        self._client: ClientView | None = None
        self.choose.clicked.connect(self.ask_choice)
        self.golden.activated.connect(self.ask_choice)
        self.golden.selectionModel().currentChanged.connect(self._show_choice)
        self._show_choice()
        self.retranslate()

    def show_state(self, presenter: ClientsPresenter) -> None:
        """Show the client in hand."""
        client = presenter.client
        if client is None:
            return
        self.title.setText(client.title)
        self.subtitle.setText(client.subtitle)
        self._show_golden(client, presenter.golden_lines())
        self.cars.show_lines(presenter.car_lines())
        self.events.show_lines(presenter.event_lines())
        self.cards.show_lines(presenter.card_lines())
        self._counts = (0, len(client.cars), len(client.events), len(client.cards))
        self.retranslate()

    def ask_choice(self) -> None:
        """Ask for another value of the current line, if there is one."""
        line = self._line()
        if line is not None and line.choices:
            self.choice_asked.emit(line)

    def _values(self) -> QWidget:
        """The golden values, and below them what can be done about one."""
        made = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 8)
        row.addWidget(self.choose)
        row.addWidget(self.edit)
        row.addStretch(1)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.golden, 1)
        column.addLayout(row)
        return made

    def _show_golden(self, client: ClientView, lines: Sequence[tuple[str, ...]]) -> None:
        """Show the golden values; the current line of the same client stays current."""
        same = self._client is not None and self._client.client_id == client.client_id
        row = self.golden.currentIndex().row() if same else -1
        self._client = client
        self.golden.show_lines(lines)
        if 0 <= row < len(lines):
            self.golden.selectRow(row)
        self._show_choice()

    def _show_choice(self) -> None:
        line = self._line()
        self.choose.setEnabled(line is not None and bool(line.choices))

    def _line(self) -> GoldenLine | None:
        """The current line of the golden values."""
        row = self.golden.currentIndex().row()
        golden = self._client.golden if self._client else ()
        return golden[row] if 0 <= row < len(golden) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.ask_choice()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        for place, title in enumerate(_TABS):
            count = self._counts[place]
            self.tabs.setTabText(
                place, f"{gettext(title)} {formats.number(count)}" if count else gettext(title)
            )
