"""The reviewer's words: judge a group, approve in bulk, choose a golden value, take back."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

import polars as pl

from db import decisions
from db import queue as queue_base
from db.decisions import AlreadyDecided
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from resources.texts import gettext
from workflow.derive import derive
from workflow.progress import Progress, Silent
from workflow.unify import unify

Pair = tuple[int, int]

_JUDGEMENTS = {
    "left": pl.Int64(),
    "right": pl.Int64(),
    "verdict": pl.String(),
    "relation": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a group of cards.

    ``parts``: the cards of one part are the same client; a part of one card says nothing alone.
    ``between``: what holds between cards of different parts: "different", "related", "unsure".
    ``relation`` names a "related", "" if nobody knows.
    ``unsaid``: of two cards in one of these sets nothing is said.
    ``golden``: by the name of a piece the card whose value the client is to show.
    """

    parts: tuple[tuple[int, ...], ...]
    between: str = "different"
    relation: str = ""
    unsaid: tuple[frozenset[int], ...] = ()
    golden: Mapping[str, int] = field(default_factory=dict)

    def words(self) -> pl.DataFrame:
        """left, right, verdict, relation of every pair that something is said of."""
        rows = [(*pair, "same", "") for part in self.parts for pair in combinations(part, 2)]
        for left, right in combinations(self.parts, 2):
            rows += [(*pair, self.between, self.relation) for pair in product(left, right)]
        ordered = [
            (min(a, b), max(a, b), verdict, relation)
            for a, b, verdict, relation in rows
            if not any(a in silent and b in silent for silent in self.unsaid)
        ]
        return pl.DataFrame(sorted(ordered), schema=_JUDGEMENTS, orient="row")


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that stands: its id and how many pairs or values it spoke of."""

    decision_id: str
    count: int
    cards: frozenset[int] = field(default_factory=frozenset)


def new_id() -> str:
    """The id of a decision about to be made."""
    return str(uuid.uuid4())


def judge(
    engine: Engine,
    verdict: Verdict,
    *,
    by: str,
    expected: Mapping[Pair, str] | None = None,
    decision_id: str = "",
) -> Done:
    """Record what a reviewer says of a group, and compute its clients anew.

    Args:
        engine: the base.
        verdict: what is said.
        by: who says it.
        expected: the judgements in force that the reviewer saw, as ``seen`` gave them;
            None to judge whatever stands.
        decision_id: made by the caller to make a retry harmless; made here if "".

    Raises:
        AlreadyDecided: somebody judged a pair of the group after the reviewer looked.
    """
    decision_id = decision_id or new_id()
    words = verdict.words()
    cards = sorted({card for part in verdict.parts for card in part})
    with writing(engine) as connection:
        if expected is not None:
            _compare(connection, words, expected, decision_id)
        details = {"cards": cards, "verdict": _spoken(verdict), "relation": verdict.relation}
        if verdict.golden:
            details["golden"] = sorted(verdict.golden)
        if decisions.record(
            connection, decision_id=decision_id, by=by, kind="judge", details=details
        ):
            decisions.write_judgements(connection, decision_id, words)
            for name, card in verdict.golden.items():
                decisions.write_golden_choice(connection, decision_id, card_id=card, field=name)
            unify(connection, cards)
    return Done(decision_id, words.height, frozenset(cards))


def _spoken(verdict: Verdict) -> str:
    return "same" if any(len(part) > 1 for part in verdict.parts) else verdict.between


def seen(connection: Connection, cards: Sequence[int]) -> dict[Pair, str]:
    """The judgements in force among the cards, to be given back to ``judge``."""
    return decisions.standing_of(connection, cards)


def _compare(
    connection: Connection, words: pl.DataFrame, expected: Mapping[Pair, str], decision_id: str
) -> None:
    cards = set(words["left"]) | set(words["right"])
    for pair, standing in decisions.standing_of(connection, cards).items():
        if standing not in (expected.get(pair), decision_id):
            first = decisions.get(connection, standing)
            raise AlreadyDecided(first.by, first.at)


def approve(
    engine: Engine, *, at: float, by: str, decision_id: str = "", progress: Progress | None = None
) -> Done:
    """Judge "same" every open candidate that grouping admits at a probability of ``at`` or more.

    One recorded decision, taken back as one. Nothing is recorded where there is nothing to say.

    Raises:
        KnownError: ``at`` is no probability.
    """
    check_probability(at)
    progress = progress or Silent()
    progress.stage(gettext("Approving"))
    with writing(engine) as connection:
        done = approve_into(connection, at=at, by=by, decision_id=decision_id or new_id())
        progress.report(1, 2)
        if done.cards:
            unify(connection, done.cards)
        progress.report(2, 2)
    return done


def approve_into(connection: Connection, *, at: float, by: str, decision_id: str) -> Done:
    """Approve in the caller's transaction; the clients of the cards are still to be computed."""
    words = queue_base.approvable(connection, at)
    if words.is_empty():
        return Done("", 0)
    details = {"at": at, "pairs": words.height}
    fresh = decisions.record(
        connection, decision_id=decision_id, by=by, kind="bulk", details=details
    )
    if not fresh:
        return Done(decision_id, words.height)
    decisions.write_judgements(connection, decision_id, words)
    return Done(decision_id, words.height, frozenset(words["left"]) | frozenset(words["right"]))


def check_probability(at: float) -> None:
    """Raise KnownError where ``at`` is not a probability."""
    if not 0 < at <= 1:
        raise KnownError(
            gettext("A probability lies between 0 and 1, for example 0.99; this is {at}.").format(
                at=at
            )
        )


def choose_golden(engine: Engine, *, card_id: int, field: str, by: str) -> Done:
    """Record that the client of this card shows this card's value for a field."""
    decision_id = new_id()
    with writing(engine) as connection:
        details = {"card": card_id, "field": field}
        decisions.record(connection, decision_id=decision_id, by=by, kind="golden", details=details)
        decisions.write_golden_choice(connection, decision_id, card_id=card_id, field=field)
        unify(connection, [card_id])
    return Done(decision_id, 1, frozenset([card_id]))


def undo(engine: Engine, decision_id: str, *, by: str) -> Done:
    """Take one decision back, alone, whatever was decided since; an undo can be undone too.

    Raises:
        KnownError: there is no such decision.
        AlreadyDecided: it has been taken back before.
    """
    undo_id = new_id()
    with writing(engine) as connection:
        target = decisions.get(connection, decision_id)
        if target.undone_by:
            first = decisions.get(connection, target.undone_by)
            raise AlreadyDecided(first.by, first.at)
        details = {"of": decision_id}
        decisions.record(connection, decision_id=undo_id, by=by, kind="undo", details=details)
        decisions.mark_undone(connection, decision_id, undo_id)
        if target.kind == "undo":
            target = decisions.get(connection, str(target.details["of"]))
            decisions.mark_undone(connection, target.id, None)
        cards = _restore(connection, target)
    return Done(undo_id, 1, frozenset(cards))


def _restore(connection: Connection, target: decisions.Decision) -> set[int]:
    """Compute anew what a decision had an effect on."""
    if target.kind in {"judge", "bulk"}:
        pairs = decisions.judged_pairs(connection, target.id)
        decisions.restore_standing(connection, pairs)
        touched = set(pairs["left"]) | set(pairs["right"])
    elif target.kind == "golden":
        touched = decisions.golden_cards(connection, target.id)
    elif target.kind == "entry":
        pairs = decisions.judged_pairs(connection, target.id)
        decisions.restore_standing(connection, pairs)
        changed = {int(card) for card in target.details["cards"]}
        changed |= decisions.corrected_cards(connection, target.id)
        touched = set(pairs["left"]) | set(pairs["right"]) | changed
        touched |= derive(connection, changed, Silent())
    else:
        touched = decisions.corrected_cards(connection, target.id)
        touched |= derive(connection, touched, Silent())
    unify(connection, touched)
    return touched
