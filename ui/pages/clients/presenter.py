"""The Clients page without its widgets: the search, the client in hand, the export."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from resources.texts import gettext, marked, ngettext
from ui import cells, formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.clients.ports import Choice, ClientsPort, ClientsSummary, ClientView, GoldenLine
from ui.paging import Column, PageSource

_KINDS = {"person": marked("person"), "company": marked("company")}


def _kind(value: object) -> str:
    return gettext(_KINDS.get(str(value), str(value)))


CLIENTS = (
    Column("name", marked("Client"), 220, cells.text),
    Column("phones", marked("Phone"), 152, cells.text, sortable=False, rigid=True),
    Column("cars", marked("Cars"), 160, cells.text, sortable=False),
    Column("city", marked("City"), 104, cells.text, spare=True),
    Column("cards", marked("Cards"), 84, cells.number, right=True),
    Column("last", marked("Last seen"), 120, cells.day, rigid=True, spare=True),
    Column("kind", marked("Kind"), 100, _kind, spare=True),
)


class ClientsPresenter:
    """Holds the state of the page, which listens to what it calls when something has changed."""

    def __init__(self, port: ClientsPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.listed: Callable[[PageSource], None] = lambda _source: None
        self.settled: Callable[[], None] = lambda: None
        self.summary: ClientsSummary | None = None
        self.text = ""
        self.client: ClientView | None = None
        self._wanted: int | None = None

    def refresh(self) -> None:
        """Read the figures, the list and the client in hand again."""
        self._background.read(self._port.summary, self._summed)
        self.listed(self._port.search(self.text))
        if self._wanted is not None:
            self.look(self._wanted)

    def search(self, text: str) -> None:
        """List the clients that a text finds."""
        if text != self.text:
            self.text = text
            self.listed(self._port.search(text))

    def look(self, client_id: object) -> None:
        """Show a client, or none."""
        self._wanted = client_id if isinstance(client_id, int) else None
        if self._wanted is None:
            self.client = None
            self.changed()
        else:
            wanted = self._wanted
            self._background.read(partial(self._port.client, wanted), partial(self._looked, wanted))

    def choose(self, line: GoldenLine, choice: Choice) -> None:
        """Let the client in hand show another of the values that its cards hold for a field."""
        self._background.write(
            gettext("Recording the decision"),
            lambda _progress: self._port.choose(choice.card_id, line.name),
            lambda _done: self._chosen(line, choice),
        )

    def export(self, directory: Path, *, xlsx: bool) -> None:
        """Write the unified base into a directory."""
        self._background.write(
            gettext("Exporting"),
            lambda progress: self._port.export(directory, xlsx=xlsx, progress=progress),
            partial(self._exported, directory),
        )

    def figures(self) -> str:
        """The base in one line."""
        summary = self.summary
        if summary is None:
            return ""
        parts = [
            (ngettext("{count} client", "{count} clients", summary.clients), summary.clients),
            (ngettext("from {count} card", "from {count} cards", summary.cards), summary.cards),
            (ngettext("{count} car", "{count} cars", summary.vehicles), summary.vehicles),
        ]
        if summary.quarantined:
            text = ngettext(
                "{count} card in quarantine", "{count} cards in quarantine", summary.quarantined
            )
            parts.append((text, summary.quarantined))
        return " · ".join(text.format(count=formats.number(count)) for text, count in parts)

    def golden_lines(self) -> list[tuple[str, str, str]]:
        """Field, value, where it comes from and how many others there are to choose from."""
        client = self.client
        return [
            (line.title, line.value, _origin(line)) for line in (client.golden if client else ())
        ]

    def car_lines(self) -> list[tuple[str, str, str, str]]:
        """Role, car, its numbers, the period."""
        client = self.client
        return [
            (
                car.role,
                car.title,
                "\n".join(filter(None, (car.vin, car.plate))),
                formats.period(car.since, car.until),
            )
            for car in (client.cars if client else ())
        ]

    def event_lines(self) -> list[tuple[str, str, str, str]]:
        """Day, kind, what it was about, the car."""
        client = self.client
        return [
            (formats.day(event.day), event.kind, event.text, event.car)
            for event in (client.events if client else ())
        ]

    def card_lines(self) -> list[tuple[str, str, str]]:
        """Each source card: its head, then its fields."""
        client = self.client
        lines: list[tuple[str, str, str]] = []
        for card in client.cards if client else ():
            head = " · ".join(filter(None, (card.source, card.source_id)))
            for name, title in client.fields if client else ():
                values = card.fields.get(name, ())
                if values:
                    lines.append((head, title, "\n".join(values)))
                    head = ""
        return lines

    def _summed(self, summary: ClientsSummary) -> None:
        self.summary = summary
        self.changed()

    def _looked(self, wanted: int, client: ClientView | None) -> None:
        if wanted == self._wanted:
            self.client = client
            self.changed()

    def _chosen(self, line: GoldenLine, choice: Choice) -> None:
        text = gettext("{field}: “{value}” is shown now. The journal can take this back.")
        self.told(Tone.GOOD, text.format(field=line.title, value=choice.value))
        self.look(self._wanted)
        self.settled()

    def _exported(self, directory: Path, files: int) -> None:
        text = ngettext(
            "{count} file written to {directory}.", "{count} files written to {directory}.", files
        )
        self.told(Tone.GOOD, text.format(count=files, directory=directory))


def _origin(line: GoldenLine) -> str:
    """Where a golden value comes from and why, and how many others the cards hold."""
    said = " — ".join(filter(None, (line.source, line.why)))
    others = len(line.choices) - 1
    if others < 1:
        return said
    more = ngettext("{count} more variant", "{count} more variants", others)
    return f"{said}\n{more.format(count=formats.number(others))}"
