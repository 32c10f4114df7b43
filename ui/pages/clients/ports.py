"""What the Clients page needs of the workflow."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from ui.compare.cards import CardView, CarView, EventView
from ui.paging import PageSource
from workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a client's cards hold for a field, and on which day it was last seen.

    ``card_id`` is a card that holds it; ``shown`` says that it is the golden one.
    """

    card_id: int
    value: str
    source: str
    seen: date | None = None
    shown: bool = False


@dataclass(frozen=True, slots=True)
class GoldenLine:
    """One golden value of a client: where it comes from and why, in words.

    ``choices`` are the values that a person may choose from, the shown one first; none where
    there is nothing to choose.
    """

    title: str
    value: str
    source: str
    why: str = ""
    name: str = ""
    choices: tuple[Choice, ...] = ()


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


class QualityPort(Protocol):
    """What tells how right the base is; every method is called on a worker thread."""

    def sample(self, path: Path, progress: Progress) -> int:
        """Write a blind sample of pairs; how many."""

    def estimate(self, path: Path, progress: Progress) -> tuple[str, ...]:
        """What the answers to a blind sample say, in lines."""

    def evaluate(self, path: Path, progress: Progress) -> tuple[str, ...]:
        """How the base compares with a file that tells the truth, in lines."""


class ClientsPort(QualityPort, Protocol):
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

    def choose(self, card_id: int, name: str) -> None:
        """Let the client of a card show that card's value for a field, whatever the rules say."""

    def export(self, directory: Path, *, xlsx: bool, progress: Progress) -> int:
        """Write the unified base into a directory; how many files."""
