"""The Review page on a real base: the queue, groups ready to be shown, decisions."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from db import card_details, review_pages
from db.card_details import Details
from db.decisions import AlreadyDecided
from db.engine import Connection, Engine, reading
from db.review_pages import GroupHead, Order, PairRow, Who
from matching.core.ties import ties
from matching.dealer.explain import sentence
from resources.texts import gettext
from ui import formats
from ui.adapters.accounts import account_of
from ui.adapters.golden import golden_values
from ui.adapters.moments import moment
from ui.adapters.verdicts import spoken
from ui.adapters.views import FIELDS, card_views, title, titles
from ui.pages.review.ports import (
    Account,
    ApprovalPreview,
    Decision,
    Golden,
    GroupView,
    Outcome,
    PairReason,
    QueueItem,
    QueueOrder,
    QueueState,
)
from workflow import propose as proposing
from workflow import review
from workflow.explained import explain
from workflow.preview import preview
from workflow.progress import Progress
from workflow.review import Pair
from workflow.survivorship import PIECES

_EXAMPLES = 4
_SAME = "same"
_OPEN = "open"
_UNSURE = "unsure"


class BaseReview:
    """Shows the groups of one base and records what its reviewer says of them."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def state(self) -> QueueState:
        """How much is done and left."""
        with reading(self._engine) as connection:
            counts = review_pages.counts(connection)
            return QueueState(
                done=counts.done,
                left=counts.left,
                postponed=counts.postponed,
                stale=proposing.outdated(connection),
                searched=proposing.searched(connection),
            )

    def queue(self, order: QueueOrder, limit: int, *, unsure: bool = False) -> Sequence[QueueItem]:
        """The first groups that wait for a decision, or that somebody was unsure of."""
        with reading(self._engine) as connection:
            heads = review_pages.queue(connection, Order(order.value), limit, unsure=unsure)
            pairs = review_pages.pairs(connection, [head.id for head in heads])
        state = _UNSURE if unsure else _OPEN
        return [_item(head, _cards(_asked(pairs.get(head.id, []), state))) for head in heads]

    def group(self, group_id: int, *, unsure: bool = False) -> GroupView | None:
        """One group ready to be shown, None if it waits no more."""
        with reading(self._engine) as connection:
            every = review_pages.pairs(connection, [group_id]).get(group_id, [])
            state = _OPEN if any(pair.state == _OPEN for pair in every) else _UNSURE
            pairs = _asked(every, state)
            if not pairs or unsure is not (state == _UNSURE):
                return None
            return _group_view(connection, group_id, pairs, state)

    def preview(self, cards: Sequence[int], golden: Mapping[str, int]) -> Mapping[str, Golden]:
        """What a client made of these cards would show, with values chosen by hand."""
        with reading(self._engine) as connection:
            return _golden(connection, card_details.read(connection, cards), golden)

    def explain(self, left: int, right: int) -> Account:
        """What each field of two cards says and weighs."""
        with reading(self._engine) as connection:
            return account_of(explain(connection, left, right))

    def decide(self, decision: Decision) -> Outcome:
        """Record a decision; it is on disk when this returns."""
        with reading(self._engine) as connection:
            clients = review_pages.clients_of(connection, decision.cards)
        try:
            review.judge(
                self._engine,
                spoken(decision, clients),
                by=self._by,
                expected=_seen(decision.version),
                decision_id=decision.decision_id,
            )
        except AlreadyDecided as first:
            return _refused(first)
        return Outcome(accepted=True)

    def undo(self, decision_id: str) -> Outcome:
        """Take a decision back."""
        try:
            review.undo(self._engine, decision_id, by=self._by)
        except AlreadyDecided as first:
            return _refused(first)
        return Outcome(accepted=True)

    def approval(self, probability: float) -> ApprovalPreview:
        """What approving everything at or above the probability would do."""
        with reading(self._engine) as connection:
            found = review_pages.approval(connection, probability, _EXAMPLES)
            cards = {card for pair in found.least for card in (pair.left, pair.right)}
            who = review_pages.who(connection, cards)
        examples = tuple(_example(pair, who) for pair in found.least)
        return ApprovalPreview(found.groups, found.cards, examples)

    def approve(self, probability: float, progress: Progress) -> int:
        """Approve it as one recorded decision; how many groups it decided."""
        done = review.approve(self._engine, at=probability, by=self._by, progress=progress)
        with reading(self._engine) as connection:
            return review_pages.judged_groups(connection, done.decision_id)

    def propose(self, progress: Progress) -> int:
        """Search for candidates anew; how many groups wait."""
        proposing.propose(self._engine, by=self._by, progress=progress)
        with reading(self._engine) as connection:
            return review_pages.counts(connection).left


def _item(head: GroupHead, cards: Sequence[int]) -> QueueItem:
    """The line of a group, called by the fullest name in it."""
    names = [title(who) for who in head.who if who.last_name or who.first_name or who.company]
    shown = max(names, key=len, default=gettext("Without a name"))
    return QueueItem(head.id, shown, len(cards), head.probability)


def _cards(pairs: Sequence[PairRow]) -> list[int]:
    return sorted({card for pair in pairs for card in (pair.left, pair.right)})


def _asked(pairs: Sequence[PairRow], state: str) -> list[PairRow]:
    """The candidates of a group in this state, and those of cards that are one client with them."""
    cards = {card for pair in pairs if pair.state == state for card in (pair.left, pair.right)}
    joined = [pair for pair in pairs if pair.state == _SAME]
    grown = True
    while grown:
        more = {
            card
            for pair in joined
            if pair.left in cards or pair.right in cards
            for card in (pair.left, pair.right)
        }
        grown = not more <= cards
        cards |= more
    return [pair for pair in pairs if pair.left in cards and pair.right in cards]


def _group_view(
    connection: Connection, group_id: int, pairs: Sequence[PairRow], state: str
) -> GroupView:
    cards = _cards(pairs)
    details = card_details.read(connection, cards)
    asked = [pair for pair in pairs if pair.state == state]
    likely = max(asked, key=lambda one: one.probability)
    reasons = tuple(
        PairReason(pair.left, pair.right, pair.probability, sentence(pair.evidence), _kind(pair))
        for pair in pairs
    )
    return GroupView(
        group_id=group_id,
        version=_version(review.seen(connection, cards)),
        probability=likely.probability,
        reason=sentence(likely.evidence),
        cards=card_views(details),
        pairs=reasons,
        fields=titles(),
        golden=_golden(connection, details, {}),
        relation=_relation(asked),
        weakest=_weakest(pairs),
        fixed=frozenset(FIELDS) - frozenset(PIECES),
    )


def _weakest(pairs: Sequence[PairRow]) -> tuple[int, int, float] | None:
    """The tie that a group of three cards and more hangs on."""
    edges = [(pair.left, pair.right, pair.probability) for pair in pairs]
    return ties(edges).weakest if len(edges) > 1 else None


def _kind(pair: PairRow) -> str:
    return "" if pair.relation == _SAME else pair.relation


def _relation(pairs: Sequence[PairRow]) -> str:
    """The most frequent relation of the candidates asked about, "" if any may be one client."""
    kinds = [_kind(pair) for pair in pairs]
    return Counter(kinds).most_common(1)[0][0] if all(kinds) else ""


def _golden(
    connection: Connection, details: Details, golden: Mapping[str, int]
) -> Mapping[str, Golden]:
    shown = preview(connection, [card.id for card in details.cards], golden)
    return golden_values(shown.client, shown.golden, details.cards) if shown else {}


def _version(seen: Mapping[Pair, str]) -> str:
    """The judgements in force among the cards of a group, as text."""
    return json.dumps([[left, right, said] for (left, right), said in sorted(seen.items())])


def _seen(version: str) -> dict[Pair, str]:
    return {(left, right): said for left, right, said in json.loads(version)}


def _refused(first: AlreadyDecided) -> Outcome:
    return Outcome(accepted=False, by=first.by, at=moment(first.at))


def _example(pair: PairRow, who: Mapping[int, Who]) -> str:
    return gettext("{left} and {right}: {reason} ({probability})").format(
        left=title(who[pair.left]),
        right=title(who[pair.right]),
        reason=sentence(pair.evidence).rstrip("."),
        probability=formats.percent(pair.probability),
    )
