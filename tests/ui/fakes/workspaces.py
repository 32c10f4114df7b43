"""Made-up bases to open."""

from dataclasses import dataclass, field, replace

from db.errors import KnownError
from tests.ui.fakes.check import FakeCheck
from tests.ui.fakes.clients import FakeClients
from tests.ui.fakes.entry import FakeEntry
from tests.ui.fakes.journal import FakeJournal
from tests.ui.fakes.reports import FakeReports
from tests.ui.fakes.review import FakeReview
from tests.ui.fakes.sources import FakeSources
from ui.window.bases import Workspace


def workspace(**ports):
    """A base with all its ports in memory."""
    made = {
        "sources": FakeSources(),
        "entry": FakeEntry(),
        "check": FakeCheck(),
        "review": FakeReview(),
        "clients": FakeClients(),
        "reports": FakeReports(),
        "journal": FakeJournal(),
    } | ports
    return Workspace("Demo dealer", "/bases/demo.sverka", "Olga Demina", **made)


@dataclass
class FakeBases:
    """Opens the same base whatever it is asked for."""

    places: list = field(default_factory=list)
    closed: list = field(default_factory=list)

    def open(self, place):
        if "missing" in place:
            raise KnownError(f"There is no base at {place}.")
        self.places.append(place)
        return replace(workspace(), place=place)

    def create(self, place):
        return self.open(place)

    def close(self, closing):
        self.closed.append(closing)
