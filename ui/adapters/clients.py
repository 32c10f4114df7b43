"""The Clients page on a real base: search, pages of clients, one client whole, the export."""

from collections.abc import Sequence
from pathlib import Path

from db import card_details, client_pages, client_search
from db.client_pages import CarName, ClientRow, Page
from db.engine import Engine, reading
from reports import blind_words, evaluation_words
from resources.texts import gettext, ngettext
from ui import formats
from ui.adapters.event_views import event_views
from ui.adapters.golden import golden_lines
from ui.adapters.views import card_views, client_cars, phone, title, titles
from ui.pages.clients.ports import ClientsSummary, ClientView
from ui.paging import PageSource, Row, Sort
from workflow import blind_answers, blind_sample, review
from workflow import export as exporting
from workflow.evaluate import evaluate
from workflow.progress import Progress
from workflow.search import understood

_CARS = 2
_EXAMPLES = 3


class BaseClients:
    """Looks into the unified base and takes it away as files."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def summary(self) -> ClientsSummary:
        """The base in figures."""
        with reading(self._engine) as connection:
            found = client_pages.totals(connection)
        return ClientsSummary(
            found.clients, found.cards + found.kept_out, found.kept_out, found.vehicles
        )

    def search(self, text: str) -> PageSource:
        """The clients that a text may stand for, all for ""; nothing is read yet."""
        return _Found(self._engine, text)

    def client(self, client_id: int) -> ClientView | None:
        """One client, None if it is no more."""
        with reading(self._engine) as connection:
            rows = client_pages.clients(connection, [client_id])
            if not rows:
                return None
            golden = client_pages.golden(connection, client_id)
            cards = client_pages.card_ids(connection, client_id)
            details = card_details.read(connection, cards)
        client = rows[0]
        events = [event for found in details.events.values() for event in found]
        return ClientView(
            client_id=client_id,
            title=_title(client),
            subtitle=_subtitle(client),
            golden=golden_lines(client, golden, details),
            cars=client_cars(details.roles.get(client_id, []), details.vehicles),
            events=event_views(events, details.vehicles),
            cards=card_views(details),
            fields=titles(),
        )

    def choose(self, card_id: int, name: str) -> None:
        """Record that the client of a card shows that card's value for a field."""
        review.choose_golden(self._engine, card_id=card_id, field=name, by=self._by)

    def export(self, directory: Path, *, xlsx: bool, progress: Progress) -> int:
        """Write the unified base into a directory; how many files."""
        paths = exporting.export(self._engine, directory, by=self._by, xlsx=xlsx, progress=progress)
        return len(paths)

    def sample(self, path: Path, progress: Progress) -> int:
        """Write a blind sample of pairs; how many."""
        return blind_sample.write(self._engine, path, by=self._by, progress=progress).pairs

    def estimate(self, path: Path, progress: Progress) -> tuple[str, ...]:
        """What the answers to a blind sample say, in lines."""
        progress.report(0, 0)
        with reading(self._engine) as connection:
            found = blind_answers.estimate(connection, path)
        return tuple(blind_words.told(found))

    def evaluate(self, path: Path, progress: Progress) -> tuple[str, ...]:
        """How the base compares with a file that tells the truth, in lines."""
        with reading(self._engine) as connection:
            found = evaluate(connection, path, examples=_EXAMPLES, progress=progress)
        return tuple(evaluation_words.told(found))


class _Found:
    """The clients that one search finds; counted once, a refresh makes another search."""

    def __init__(self, engine: Engine, text: str) -> None:
        self._engine = engine
        self._query = understood(text)
        self._count: int | None = None

    def count(self) -> int:
        """How many there are."""
        with reading(self._engine) as connection:
            self._count = client_search.count(connection, self._query)
        return self._count

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Row]:
        """A page of them."""
        count = self.count() if self._count is None else self._count
        wanted = Page(
            offset, limit, sort.column if sort else "name", sort.descending if sort else False
        )
        with reading(self._engine) as connection:
            clients = client_pages.page(connection, self._query, wanted, count)
            cars = client_pages.cars(connection, [client.id for client in clients])
        return [_row(client, cars.get(client.id, [])) for client in clients]


def _row(client: ClientRow, cars: Sequence[CarName]) -> Row:
    return (
        client.id,
        _title(client),
        ", ".join(map(phone, _split(client.phones))),
        _cars(cars),
        client.city,
        client.cards,
        client.seen,
        client.kind,
    )


def _title(client: ClientRow) -> str:
    contacts = [*map(phone, _split(client.phones)), *_split(client.emails)]
    return title(client, next(iter(contacts), ""))


def _split(joined: str) -> list[str]:
    return joined.split("; ") if joined else []


def _cars(cars: Sequence[CarName]) -> str:
    """The first cars by name, and how many more there are."""
    names = [" ".join(filter(None, (car.make, car.model))) or car.plate for car in cars]
    shown = list(dict.fromkeys(filter(None, names)))
    more = f" + {len(shown) - _CARS}" if len(shown) > _CARS else ""
    return ", ".join(shown[:_CARS]) + more


def _subtitle(client: ClientRow) -> str:
    """The client's id, kind, town, number of cards and the day it was last seen."""
    kind = gettext("company") if client.kind == "company" else gettext("person")
    cards = ngettext("{count} card", "{count} cards", client.cards).format(
        count=formats.number(client.cards)
    )
    day = formats.day(client.seen)
    last = gettext("last seen {day}").format(day=day) if day else ""
    number = f"C{client.id:07}"
    return " · ".join(filter(None, (number, kind, client.city, cards, last)))
