"""What the window needs to open bases: the ports of its pages, without Qt."""

from dataclasses import dataclass
from typing import Protocol

from ui.pages.check.ports import CheckPort
from ui.pages.clients.ports import ClientsPort
from ui.pages.entry.ports import EntryPort
from ui.pages.journal.ports import JournalPort
from ui.pages.reports.ports import ReportsPort
from ui.pages.review.ports import ReviewPort
from ui.pages.sources.ports import SourcesPort


@dataclass(frozen=True, slots=True)
class Workspace:
    """One open base: what it is called, where it lies, who works with it, its ports.

    ``place`` is the path or URL it was opened by; ``name`` what the top bar shows.
    """

    name: str
    place: str
    reviewer: str
    sources: SourcesPort
    entry: EntryPort
    check: CheckPort
    review: ReviewPort
    clients: ClientsPort
    reports: ReportsPort
    journal: JournalPort


class Bases(Protocol):
    """Opens and creates bases; called on a worker thread."""

    def open(self, place: str) -> Workspace:
        """Open an existing base by its path or URL.

        Raises:
            KnownError: there is none, or it cannot be opened.
        """

    def create(self, place: str) -> Workspace:
        """Make a new base at a path.

        Raises:
            KnownError: it cannot be made there.
        """

    def close(self, workspace: Workspace) -> None:
        """Let go of a base."""

    def prepare(self) -> None:
        """Load what an open base will need, so that the first one opens at once."""
