"""The Review page without its widgets: the queue, the group in hand, the decisions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar
from uuid import uuid4

from resources.texts import gettext, marked, ngettext
from ui import formats
from ui.background import Background
from ui.compare.cards import CARS, EVENTS, CompareRow
from ui.look.colours import Tone
from ui.pages.review import comparison
from ui.pages.review.ports import (
    Decision,
    Golden,
    GroupView,
    Outcome,
    QueueItem,
    QueueOrder,
    QueueState,
    ReviewPort,
    Verdict,
)

_QUEUE = 200
_Read = TypeVar("_Read")
VERDICTS = {
    Verdict.SAME: marked("Same client"),
    Verdict.DIFFERENT: marked("Different clients"),
    Verdict.RELATED: marked("Related"),
    Verdict.UNSURE: marked("Unsure"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A decision of this sitting, to be taken back; ``unsure`` says from which queue it was."""

    decision_id: str
    group_id: int
    verdict: Verdict
    unsure: bool


class ReviewPresenter:
    """Holds the state of the page; ``changed`` and ``told`` are what the page listens to."""

    def __init__(self, port: ReviewPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.settled: Callable[[], None] = lambda: None
        self.state = QueueState(0, 0)
        self.order = QueueOrder.LIKELY
        self.unsure = False
        self.queue: list[QueueItem] = []
        self.group: GroupView | None = None
        self.ticked: set[int] = set()
        self.chosen: dict[str, int] = {}
        self.golden: Mapping[str, Golden] = {}
        self.known = False
        self.deciding = False
        self._made: list[Made] = []
        self._next: GroupView | None = None
        self._asked: int | None = None
        self._skipped: list[int] = []

    # what the page shows

    def rows(self) -> list[CompareRow]:
        """The comparison of the group in hand, cars and events last."""
        return comparison.rows(self.group) if self.group else []

    def weakest_tie(self) -> str:
        """What the group hangs on."""
        return comparison.weakest_tie(self.group) if self.group else ""

    def reasons(self) -> list[str]:
        """Why the group is proposed: its sentence, then one for each pair if there are more."""
        return comparison.reasons(self.group) if self.group else []

    @property
    def can_undo(self) -> bool:
        """Whether this sitting has a decision to take back."""
        return bool(self._made) and not self.deciding

    # commands

    def refresh(self) -> None:
        """Read the queue again, and keep the group in hand while it still waits."""

        def work() -> tuple[QueueState, Sequence[QueueItem]]:
            return self._port.state(), self._port.queue(self.order, _QUEUE, unsure=unsure)

        unsure = self.unsure
        self._background.read(work, self._still(lambda fresh: self._refreshed(*fresh)))

    def reorder(self, order: QueueOrder) -> None:
        """Show the queue in another order, from its beginning."""
        self.order = order
        self._begin()

    def show_unsure(self, wanted: bool) -> None:  # noqa: FBT001 - a check box
        """Show the groups that somebody was unsure of, or again those that wait."""
        if wanted is not self.unsure:
            self.unsure = wanted
            self._begin()

    def _begin(self) -> None:
        """Read the queue from its beginning."""
        self.group = self._next = self._asked = None
        self._skipped.clear()
        self.refresh()

    def open(self, group_id: int) -> None:
        """Take a group of the queue in hand."""
        if self.group is not None and self.group.group_id == group_id:
            return
        ready = self._next
        if ready is not None and ready.group_id == group_id:
            self._show(ready)
        else:
            self._read(group_id, self._opened)

    def ask(self, group_id: int) -> None:
        """Take a group in hand that may stand below what is read of the queue."""
        self._asked, self.unsure = group_id, False
        self.open(group_id)

    def tick(self, card_id: int, wanted: bool) -> None:  # noqa: FBT001 - a check box
        """Take a card into the decision, or leave it out."""
        (self.ticked.add if wanted else self.ticked.discard)(card_id)
        self.chosen = {name: card for name, card in self.chosen.items() if card in self.ticked}
        self._preview()

    def choose(self, name: str, card_id: int) -> None:
        """Let a field take its value from this card; again, and the rules decide as before."""
        if self.group is None or name in _fixed(self.group) or card_id not in self.ticked:
            return
        if self.chosen.get(name) == card_id:
            del self.chosen[name]
        else:
            self.chosen[name] = card_id
        self._preview()

    def decide(self, verdict: Verdict, relation: str = "") -> None:
        """Record a verdict on the ticked cards and go on to the next group."""
        group = self.group
        if group is None or self.deciding:
            return
        if len(self.ticked) < 2:  # noqa: PLR2004 - a verdict is about two cards at least
            self.told(Tone.WARN, gettext("Tick at least two cards to decide about them."))
            return
        ids = [card.card_id for card in group.cards]
        decision = Decision(
            uuid4().hex,
            group.group_id,
            group.version,
            verdict,
            cards=tuple(card for card in ids if card in self.ticked),
            dropped=tuple(card for card in ids if card not in self.ticked),
            golden=dict(self.chosen) if verdict is Verdict.SAME else {},
            relation=_relation(verdict, relation or group.relation),
        )
        self._record(
            gettext("Recording the decision"),
            lambda: self._port.decide(decision),
            partial(self._decided, decision),
        )

    def skip(self) -> None:
        """Put the group at the end of the queue without a word on it."""
        if self.group is None or self.deciding:
            return
        self._skipped.append(self.group.group_id)
        self._advance()

    def undo(self) -> None:
        """Take back the last decision of this sitting and show its group again."""
        if not self.can_undo:
            return
        made = self._made[-1]
        self._record(
            gettext("Taking the decision back"),
            lambda: self._port.undo(made.decision_id),
            partial(self._undone, made),
        )

    def propose(self) -> None:
        """Search for candidates anew."""
        self._background.write(
            gettext("Searching for the same clients"), self._port.propose, self._proposed
        )

    def approve(self, probability: float) -> None:
        """Approve everything at or above a probability."""
        self._background.write(
            gettext("Approving"),
            lambda progress: self._port.approve(probability, progress),
            partial(self._approved, probability),
        )

    def _record(
        self, title: str, work: Callable[[], Outcome], then: Callable[[Outcome], None]
    ) -> None:
        self.deciding = True
        self.changed()
        self._background.write(title, lambda _progress: work(), then, self._not_decided)

    # what comes back

    def _still(self, then: Callable[[_Read], None]) -> Callable[[_Read], None]:
        """What is done with something read, unless another queue is shown by then."""
        unsure = self.unsure
        return lambda found: then(found) if unsure is self.unsure else None

    def _read(self, group_id: int, then: Callable[[GroupView | None], None]) -> None:
        """Read a group of the queue that is shown."""
        work = partial(self._port.group, group_id, unsure=self.unsure)
        self._background.read(work, self._still(then))

    def _refreshed(self, state: QueueState, queue: Sequence[QueueItem]) -> None:
        if self.unsure and not queue:
            self.show_unsure(wanted=False)
            return
        self.known = True
        self.state = state
        late = {group_id: place for place, group_id in enumerate(self._skipped)}
        self.queue = sorted(queue, key=lambda item: late.get(item.group_id, -1))
        waiting = {self._asked, *(item.group_id for item in self.queue)}
        if self.group is not None and self.group.group_id not in waiting:
            self.group = None
        self.changed()
        if self.group is None and self.queue and self._asked is None:
            self.open(self.queue[0].group_id)

    def _opened(self, group: GroupView | None) -> None:
        if group is None:
            self._asked = None
            self.refresh()
        else:
            self._show(group)

    def _show(self, group: GroupView) -> None:
        self.group = group
        self.ticked = {card.card_id for card in group.cards}
        self.chosen = {}
        self.golden = group.golden
        self.changed()
        self._prefetch()

    def _prefetch(self) -> None:
        """Read the next group ahead, so that it shows at once."""
        following = self._following()
        self._next = None
        if following is not None:
            self._read(following, self._prefetched)

    def _prefetched(self, group: GroupView | None) -> None:
        self._next = group

    def _following(self) -> int | None:
        current = self.group.group_id if self.group else None
        places = [item.group_id for item in self.queue]
        if current not in places:
            return places[0] if places else None
        after = places[places.index(current) + 1 :] + places[: places.index(current)]
        return next((group for group in after if group not in self._skipped), None) or next(
            iter(after), None
        )

    def _advance(self) -> None:
        following = self._following()
        self.group = self._asked = None
        if following is None:
            self.changed()
            self.refresh()
        else:
            self.open(following)

    def _decided(self, decision: Decision, outcome: Outcome) -> None:
        self.deciding = False
        self._asked = None
        if outcome.accepted:
            made = Made(decision.decision_id, decision.group_id, decision.verdict, self.unsure)
            self._made.append(made)
        else:
            self.told(Tone.WARN, _refused(outcome))
        self.settled()
        following = self._following()
        self.queue = [item for item in self.queue if item.group_id != decision.group_id]
        if outcome.accepted and not self.unsure:
            self.state = _one_done(self.state)
        self.group = None
        if following is None:
            self.changed()
        else:
            self.open(following)
        self.refresh()

    def _not_decided(self, _error: Exception) -> bool:
        self.deciding = False
        self.changed()
        return False

    def _undone(self, made: Made, outcome: Outcome) -> None:
        self.deciding = False
        self._made.remove(made)
        if outcome.accepted:
            word = gettext(VERDICTS[made.verdict])
            self.told(Tone.GOOD, gettext("Taken back: {verdict}.").format(verdict=word))
            self.settled()
        else:
            self.told(Tone.WARN, _refused(outcome))
        self.group = None
        self.unsure, self._next = made.unsure, None
        self._read(made.group_id, self._opened)
        self.refresh()

    def _preview(self) -> None:
        self.changed()
        cards, chosen = tuple(sorted(self.ticked)), dict(self.chosen)
        if cards:
            work = partial(self._port.preview, cards, chosen)
            self._background.read(work, partial(self._previewed, cards, chosen))

    def _previewed(
        self, cards: tuple[int, ...], chosen: dict[str, int], golden: Mapping[str, Golden]
    ) -> None:
        if cards == tuple(sorted(self.ticked)) and chosen == self.chosen:
            self.golden = golden
            self.changed()

    def _proposed(self, groups: int) -> None:
        self.told(Tone.GOOD, _waiting(groups))
        self.group = None
        self.refresh()

    def _approved(self, probability: float, groups: int) -> None:
        self.settled()
        self.told(Tone.GOOD, _approved(probability, groups))
        self.group = None
        self.refresh()


def _relation(verdict: Verdict, relation: str) -> str:
    return (relation or "other") if verdict is Verdict.RELATED else ""


def _fixed(group: GroupView) -> frozenset[str]:
    """The rows of which no value is chosen."""
    return group.fixed | {CARS, EVENTS}


def _waiting(groups: int) -> str:
    text = ngettext("{count} group waits for you.", "{count} groups wait for you.", groups)
    return text.format(count=formats.number(groups))


def _approved(probability: float, groups: int) -> str:
    text = ngettext(
        "{count} group approved at {probability} or more, as one decision.",
        "{count} groups approved at {probability} or more, as one decision.",
        groups,
    )
    return text.format(count=formats.number(groups), probability=formats.percent(probability))


def _refused(outcome: Outcome) -> str:
    if outcome.by:
        return gettext("{name} decided this first ({when}).").format(
            name=outcome.by, when=formats.moment(outcome.at)
        )
    return gettext("This has changed meanwhile; look at it again.")


def _one_done(state: QueueState) -> QueueState:
    return replace(state, done=state.done + 1, left=max(state.left - 1, 0))
