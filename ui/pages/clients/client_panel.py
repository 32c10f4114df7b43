"""One client: golden values with their origin, cars, events, source cards."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.pages.clients.presenter import ClientsPresenter
from ui.parts.labels import label
from ui.parts.lines import Lines
from ui.parts.spoken import Spoken

_TABS = (
    marked("Values"),
    marked("Cars"),
    marked("Events"),
    marked("Cards"),
)


class ClientPanel(Spoken):
    """Shows the client in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("heading", wrap=True)
        self.subtitle = label("muted", wrap=True)
        self.subtitle.setContentsMargins(0, 0, 12, 0)
        self.golden = Lines(
            (marked("Field"), marked("Value"), marked("Where from")), (88, 144, 120)
        )
        self.cars = Lines(
            (marked("Role"), marked("Car"), marked("Numbers"), marked("Period")),
            (82, 100, 158, 90),
        )
        self.events = Lines(
            (marked("Day"), marked("Kind"), marked("About"), marked("Car")), (92, 92, 140, 90)
        )
        self.cards = Lines((marked("Card"), marked("Field"), marked("Value")), (126, 92, 120))
        self.tabs = QTabWidget()
        for table in (self.golden, self.cars, self.events, self.cards):
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
        self.retranslate()

    def show_state(self, presenter: ClientsPresenter) -> None:
        """Show the client in hand."""
        client = presenter.client
        if client is None:
            return
        self.title.setText(client.title)
        self.subtitle.setText(client.subtitle)
        self.golden.show_lines(presenter.golden_lines())
        self.cars.show_lines(presenter.car_lines())
        self.events.show_lines(presenter.event_lines())
        self.cards.show_lines(presenter.card_lines())
        self._counts = (0, len(client.cars), len(client.events), len(client.cards))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for place, title in enumerate(_TABS):
            count = self._counts[place]
            self.tabs.setTabText(
                place, f"{gettext(title)} {formats.number(count)}" if count else gettext(title)
            )
