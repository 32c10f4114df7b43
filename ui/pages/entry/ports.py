"""What the Entry page needs of the workflow."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rules.finding import Severity
from workflow.entry_form import Draft
from workflow.entry_reason import Reason


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that a rule says of a field."""

    severity: Severity
    sentence: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """What is known of a field: how it will be kept, what the rules say, the offered repair."""

    shown: str = ""
    said: tuple[Said, ...] = ()
    repair: str = ""

    @property
    def severity(self) -> Severity | None:
        """The worst of what is said, None where nothing is."""
        order = list(Severity)
        return min((one.severity for one in self.said), key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class Looked:
    """A draft as the rules see it; ``whole`` is said of no one field."""

    fields: Mapping[str, FieldView] = field(default_factory=dict)
    whole: tuple[Said, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether anything stands against saving it."""
        views = (FieldView(said=self.whole), *self.fields.values())
        return any(view.severity is Severity.BLOCK for view in views)


@dataclass(frozen=True, slots=True)
class Alike:
    """A client who may be the one that is being typed: ``why`` says what he is found by."""

    client_id: int
    title: str
    details: str
    why: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A client that was saved; ``client_id`` is 0 while the card is kept out."""

    client_id: int
    title: str


class EntryPort(Protocol):
    """The workflow as the Entry page sees it; every method is called on a worker thread."""

    def may_bypass(self) -> bool:
        """Whether the user may save what a rule blocks."""

    def look(self, draft: Draft) -> Looked:
        """What the rules say of a draft."""

    def alike(self, texts: Mapping[str, str], but: Collection[int]) -> Sequence[Alike]:
        """The clients who may be meant, those but some."""

    def open(self, client_id: int) -> tuple[Draft, str]:
        """A client as a draft, and what he is called.

        Raises:
            KnownError: he is no more.
        """

    def save(self, draft: Draft, reason: Reason | None) -> Kept:
        """Put the draft into the base.

        Raises:
            KnownError: it is blocked, or was changed by somebody else; the sentence says which.
        """
