"""What the Clients page needs of the workflow."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ui.compare.cards import CardView, CarView, EventView
from ui.paging import PageSource
from workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class GoldenLine:
    """One golden value of a client: where it comes from and why, in words."""

    title: str
    value: str
    source: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClientView:
    """One client of the unified base, ready to be shown.

    ``fields`` are (name, title) of the cards' fields in shown order.
    """

    client_id: int
    title: str
    subtitle: str
    golden: tuple[GoldenLine, ...]
    cars: tuple[CarView, ...]
    events: tuple[EventView, ...]
    cards: tuple[CardView, ...]
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClientsSummary:
    """The unified base in figures; ``cards`` = those in clients + ``quarantined``."""

    clients: int
    cards: int
    quarantined: int
    vehicles: int


class ClientsPort(Protocol):
    """The workflow as the Clients page sees it; every method is called on a worker thread."""

    def summary(self) -> ClientsSummary:
        """The base in figures."""

    def search(self, text: str) -> PageSource:
        """Clients by name, phone, VIN or plate, all for "".

        Client id, name, phones, cars, city, number of cards, date of the last event,
        kind ("person" / "company").
        """

    def client(self, client_id: int) -> ClientView | None:
        """One client, None if it is no more."""

    def export(self, directory: Path, *, xlsx: bool, progress: Progress) -> int:
        """Write the unified base into a directory; how many files."""
