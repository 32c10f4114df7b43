"""A dealer's cards in, candidates and groups out: the whole of matching in one call."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core import model_text
from matching.core.book import Index, Mask
from matching.core.content import ranks
from matching.core.coverage import coverage
from matching.core.others import among_others
from matching.core.progress import Stage
from matching.core.results import CANDIDATES, Coverage, Proposal, Report, Summary
from matching.core.review import Scored, grouped
from matching.core.search import Found, Verdicts
from matching.core.search import search as search_one
from matching.core.shelf import Rows
from matching.dealer.encode import Beside, Cards, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.keys import EVIDENCE
from matching.dealer.past import Past
from matching.dealer.records import Companies, Persons
from matching.dealer.relation import Relation
from matching.dealer.shelved import shelved
from matching.dealer.veto import contradict

_SIDES = ("left", "right")
_LIKELY = 0.9


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search of a whole base gives, and what it leaves for later ones."""

    proposal: Proposal
    cards: Cards
    found: tuple[Found, Found]

    @property
    def past(self) -> Past:
        """The statistics and models by which the pairs were judged."""
        kinds = {found.model.plan.kind: found.past for found in self.found}
        return Past(self.cards.statistics, kinds)

    def rows(self) -> dict[str, Rows]:
        """What a search for new cards looks them up in, by name."""
        slots = {found.model.plan.kind: found.slots for found in self.found}
        return shelved(self.cards, slots)


def propose(inputs: MatchInput, *, threshold: float, report: Report) -> Proposal:
    """The pairs of cards that are one client with at least the threshold's probability.

    Raises:
        ValueError: a frame lacks a column.
        TooManyPairsError: the cards share too many values for the machine.
    """
    return search(inputs, threshold=threshold, report=report).proposal


def search(
    inputs: MatchInput, *, threshold: float, report: Report, past: Past | None = None
) -> Searched:
    """The same, and what later searches go by; where a ``past`` is given, nothing is learned anew.

    Raises:
        ValueError: a frame lacks a column.
        TooManyPairsError: the cards share too many values for the machine.
    """
    whole = Stage(report)
    inputs = inputs.fitted()
    beside = Beside(past.statistics if past else None)
    cards = encode(inputs, whole.part(0, 0.2), beside)
    before = past.kinds if past else {}
    size = len(cards)
    verdicts = _verdicts(cards, inputs.judged)
    persons = search_one(
        Persons(cards),
        size,
        threshold,
        whole.part(0.2, 0.75),
        past=before.get("person"),
        verdicts=verdicts,
    )
    companies = search_one(
        Companies(cards),
        size,
        threshold,
        whole.part(0.75, 0.85),
        past=before.get("company"),
        verdicts=verdicts,
    )
    scored = Scored.joined(persons.scored, companies.scored)
    candidates = groups(cards, scored, inputs.judged, whole.part(0.85, 1))
    whole.at(1, 1)
    summary = Summary(
        cards=size,
        compared=persons.compared + companies.compared,
        keys=persons.keys + companies.keys,
        weights=persons.model.weights() + companies.model.weights(),
        coverage=_covered(persons, size).joined(_covered(companies, size)),
    )
    fitted = model_text.dumps([persons.model, companies.model])
    return Searched(Proposal(candidates, summary, fitted), cards, (persons, companies))


def _covered(found: Found, size: int) -> Coverage:
    """How much of what is likely one client blocking brought together."""
    likely = np.flatnonzero(found.scored.probability >= _LIKELY)
    pairs = found.scored.left[likely], found.scored.right[likely]
    return coverage(found.slots, *pairs, size, EVIDENCE)


def _verdicts(cards: Cards, judged: pl.DataFrame) -> Verdicts:
    """What people said for sure of pairs of these cards."""
    ids = pl.Series(cards.ids)
    sure = judged.filter(
        pl.col("left").is_in(ids.implode()),
        pl.col("right").is_in(ids.implode()),
        pl.col("verdict") != "unsure",
    )
    left, right = (ids.search_sorted(sure[side]).cast(pl.Int64).to_numpy() for side in _SIDES)
    return Verdicts(left, right, (sure["verdict"] == "same").to_numpy())


def groups(cards: Cards, scored: Scored, judged: pl.DataFrame, stage: Stage) -> pl.DataFrame:
    """The candidates among the scored pairs of positions, admitted and grouped."""

    def apart(left: Index, right: Index) -> Mask:
        return contradict(cards, left, right)

    scored = among_others(scored, apart, Relation.SAME, ranks(cards.content), stage.part(0, 0.3))
    last = stage.part(0.3, 1)
    candidates = grouped(cards.ids, scored, judged, apart, last, content=cards.content)
    return candidates.cast(pl.Schema(CANDIDATES))
