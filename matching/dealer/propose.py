"""A dealer's cards in, candidates and groups out: the whole of matching in one call."""

import polars as pl

from matching.core import model_text
from matching.core.book import Index, Mask
from matching.core.progress import Stage
from matching.core.results import CANDIDATES, Proposal, Report, Summary
from matching.core.review import Scored, grouped
from matching.core.search import search
from matching.dealer.encode import encode
from matching.dealer.inputs import MatchInput
from matching.dealer.records import Companies, Persons
from matching.dealer.veto import contradict


def propose(inputs: MatchInput, *, threshold: float, report: Report) -> Proposal:
    """The pairs of cards that are one client with at least the threshold's probability.

    Raises:
        ValueError: a frame lacks a column.
        TooManyPairsError: the cards share too many values for the machine.
    """
    whole = Stage(report)
    inputs = inputs.fitted()
    cards = encode(inputs, whole.part(0, 0.2))
    persons = search(Persons(cards), len(cards), threshold, whole.part(0.2, 0.75))
    companies = search(Companies(cards), len(cards), threshold, whole.part(0.75, 0.85))
    scored = Scored.joined(persons.scored, companies.scored)

    def apart(left: Index, right: Index) -> Mask:
        return contradict(cards, left, right)

    last = whole.part(0.85, 1)
    candidates = grouped(cards.ids, scored, inputs.judged, apart, last, content=cards.content)
    whole.at(1, 1)
    summary = Summary(
        cards=len(cards),
        compared=persons.compared + companies.compared,
        keys=persons.keys + companies.keys,
        weights=persons.model.weights() + companies.model.weights(),
    )
    fitted = model_text.dumps([persons.model, companies.model])
    return Proposal(candidates.cast(pl.Schema(CANDIDATES)), summary, fitted)
