"""What the Review page needs of the workflow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ui.compare.cards import CardView
from workflow.progress import Progress


class Verdict(StrEnum):
    """A person's word on the ticked cards of a group."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    UNSURE = "unsure"


class QueueOrder(StrEnum):
    """Which groups come first."""

    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Golden:
    """The value a client would show for a field: whose it is and why, in words."""

    values: tuple[str, ...]
    card_id: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PairReason:
    """One candidate of a group: two card ids, how sure, and the sentence that says why."""

    left: int
    right: int
    probability: float
    sentence: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class GroupView:
    """One unit of review.

    ``version`` is handed back with the decision: if the group changed meanwhile, the decision
    does not stand. ``relation`` is the kind the matching believes in when it is not the same
    client ("spouse", "driver" …), "" otherwise. ``fields`` are (name, title) in shown order.
    ``fixed`` names fields whose value nobody chooses: all phones are kept, say. ``weakest`` is
    the tie (two card ids, how sure) that three cards and more hang on, None where they do not.
    """

    group_id: int
    version: str
    probability: float
    reason: str
    cards: tuple[CardView, ...]
    pairs: tuple[PairReason, ...]
    fields: tuple[tuple[str, str], ...]
    golden: Mapping[str, Golden] = field(default_factory=dict)
    relation: str = ""
    fixed: frozenset[str] = frozenset()
    weakest: tuple[int, int, float] | None = None


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One line of the queue."""

    group_id: int
    title: str
    cards: int
    probability: float


@dataclass(frozen=True, slots=True)
class QueueState:
    """How far the review is. ``stale`` is True when loads came in since the last search.

    ``postponed`` groups wait for nobody but hold a pair that somebody was unsure of.
    """

    done: int
    left: int
    postponed: int = 0
    stale: bool = False
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided.

    ``decision_id`` is made by the window, so that a retry cannot decide twice. ``cards`` are
    the ticked ones, ``dropped`` the others: for SAME a dropped card is different from the
    ticked ones. ``golden`` names the card chosen by hand for a field.
    """

    decision_id: str
    group_id: int
    version: str
    verdict: Verdict
    cards: tuple[int, ...]
    dropped: tuple[int, ...] = ()
    golden: Mapping[str, int] = field(default_factory=dict)
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a decision stands; if not, who decided before, and when."""

    accepted: bool
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ApprovalPreview:
    """What a bulk approval at a probability would do.

    ``examples`` are a few sentences about its least certain candidates.
    """

    groups: int
    cards: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What two cards hold in one field, what that says, and its weight in bits."""

    title: str
    left: str
    right: str
    said: str
    weight: float


@dataclass(frozen=True, slots=True)
class Account:
    """Why two cards may be one client; without a probability they are not compared.

    ``rival`` is what else they may be; ``brought`` names what brought the two together.
    """

    outcome: str
    reason: str = ""
    probability: float | None = None
    rival: str = ""
    brought: str = ""
    lines: tuple[AccountLine, ...] = ()


class ReviewPort(Protocol):
    """The workflow as the Review page sees it; every method is called on a worker thread."""

    def state(self) -> QueueState:
        """How much is done and left."""

    def queue(self, order: QueueOrder, limit: int, *, unsure: bool = False) -> Sequence[QueueItem]:
        """The first groups that wait for a decision, or that somebody was unsure of."""

    def group(self, group_id: int, *, unsure: bool = False) -> GroupView | None:
        """One group of that queue ready to be shown, None if it waits there no more."""

    def preview(self, cards: Sequence[int], golden: Mapping[str, int]) -> Mapping[str, Golden]:
        """What a client made of these cards would show, with values chosen by hand."""

    def explain(self, left: int, right: int) -> Account:
        """What each field of two cards says and weighs."""

    def decide(self, decision: Decision) -> Outcome:
        """Record a decision; it is on disk when this returns."""

    def undo(self, decision_id: str) -> Outcome:
        """Take a decision back."""

    def approval(self, probability: float) -> ApprovalPreview:
        """What approving everything at or above the probability would do."""

    def approve(self, probability: float, progress: Progress) -> int:
        """Approve it as one recorded decision; how many groups it decided."""

    def propose(self, progress: Progress) -> int:
        """Search for candidates anew; how many groups wait."""
