"""What the Journal page needs of the workflow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ui.paging import PageSource
from workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which entries to list."""

    text: str = ""
    undoable: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """Whether a decision was taken back; if not, why, in a translated sentence."""

    accepted: bool
    why: str = ""
    by: str = ""
    at: datetime | None = None


class JournalPort(Protocol):
    """The workflow as the Journal page sees it; every method is called on a worker thread."""

    def entries(self, query: JournalQuery) -> PageSource:
        """Entries, the latest first.

        Entry id, moment, by whom, what was done, about what, decision id ("" if it cannot be
        taken back), state ("", "stands", "undone").
        """

    def consequence(self, decision_id: str) -> str:
        """What taking a decision back would change, in one translated sentence."""

    def undo(self, decision_id: str, progress: Progress) -> Undone:
        """Take a decision back; it is on disk when this returns."""
