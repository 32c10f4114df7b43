"""Cards in, candidates and groups out: the whole of matching in one call."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from matching import model_text
from matching.blocking import Blocks, block
from matching.book import Index
from matching.compare import compare, rarities
from matching.defaults import COMPANIES, PERSONS, SAME, Plan
from matching.encode import Cards, encode
from matching.evidence import evidence
from matching.frequency import Floats, agreement
from matching.inputs import CANDIDATES, KeyReport, MatchInput, Proposal, Report, Summary
from matching.keys import company_keys, person_keys
from matching.model import Model
from matching.patterns import Patterns, pack, patterns
from matching.progress import Stage
from matching.relation import relations
from matching.review import Scored, grouped
from matching.weights import Population, fit

# A chunk of pairs is compared in well under 100 ms, so that a cancel is heard.
_CHUNK = 50_000

# Random pairs: so many for each card, and at most.
_DRAWS, _SAMPLE, _SEED = 20, 100_000, 20_170_301


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of one kind of card."""

    scored: Scored
    compared: int
    keys: tuple[KeyReport, ...]
    model: Model


def propose(inputs: MatchInput, *, threshold: float, report: Report) -> Proposal:
    """The pairs of cards that are one client with at least the threshold's probability.

    Raises:
        ValueError: a frame lacks a column.
        TooManyPairsError: the cards share too many values for the machine.
    """
    whole = Stage(report)
    inputs = inputs.fitted()
    cards = encode(inputs, whole.part(0, 0.2))
    persons = _part(cards, PERSONS, threshold, whole.part(0.2, 0.75))
    companies = _part(cards, COMPANIES, threshold, whole.part(0.75, 0.85))
    scored = Scored.joined(persons.scored, companies.scored)
    candidates = grouped(cards, scored, inputs.judged, whole.part(0.85, 1))
    whole.at(1, 1)
    summary = Summary(
        cards=len(cards),
        compared=persons.compared + companies.compared,
        keys=persons.keys + companies.keys,
        weights=persons.model.weights() + companies.model.weights(),
    )
    fitted = model_text.dumps([persons.model, companies.model])
    return Proposal(candidates.cast(pl.Schema(CANDIDATES)), summary, fitted)


def _part(cards: Cards, plan: Plan, threshold: float, stage: Stage) -> _Part:
    """The candidates among the cards of one kind."""
    keys = person_keys(cards) if plan is PERSONS else company_keys(cards)
    blocks = block(keys, len(cards), stage.part(0, 0.2))
    found = patterns(_packed(cards, blocks.left, blocks.right, stage.part(0.2, 0.8)))
    population = _population(cards, plan, stage)
    model = fit(plan, found, population, stage.part(0.8, 0.95))
    probability = model.shares(found)[SAME]
    return _Part(
        scored=_scored(cards, blocks, found, probability, threshold),
        compared=len(blocks.left),
        keys=blocks.keys,
        model=model,
    )


def _packed(cards: Cards, left: Index, right: Index, stage: Stage) -> Index:
    """The pattern of each pair, chunk by chunk."""
    parts = [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(left), _CHUNK):
        stage.at(start, len(left))
        a, b = left[start : start + _CHUNK], right[start : start + _CHUNK]
        levels = compare(cards, a, b)
        parts.append(pack(levels, rarities(cards, levels, a, b)))
    return np.concatenate(parts)


def _population(cards: Cards, plan: Plan, stage: Stage) -> Population:
    """The cards of a kind and random pairs of them."""
    members = np.flatnonzero(cards.person if plan is PERSONS else ~cards.person)
    size = min(_SAMPLE, _DRAWS * len(members))
    drawn = np.random.default_rng(_SEED).integers(0, max(len(members), 1), (2, size))
    drawn = drawn[:, drawn[0] != drawn[1]] if len(members) else drawn[:, :0]
    left, right = members[drawn[0]], members[drawn[1]]
    strangers = patterns(_packed(cards, left, right, stage.part(0.8, 0.8)))
    return Population(len(members), strangers, _usual(cards))


def _usual(cards: Cards) -> dict[str, float]:
    """How often two strangers share a first name, and a patronymic."""
    parts = ("first", "patronymic")
    return {part: agreement(cards.rarity[part], cards.parts[part]) for part in parts}


def _scored(
    cards: Cards, blocks: Blocks, found: Patterns, probability: Floats, threshold: float
) -> Scored:
    """The pairs at or above the threshold with all that is said of them."""
    chosen = np.flatnonzero(probability >= threshold)
    number = np.full(len(found), -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    kept = np.flatnonzero(number[found.where] >= 0)
    where = found.where[kept]
    left, right = blocks.left[kept], blocks.right[kept]
    levels = {field: column[where] for field, column in found.levels.items()}
    codes = evidence(found, chosen, len(cards))
    return Scored(
        left=left,
        right=right,
        probability=probability[where],
        relation=relations(cards, levels, left, right, probability[where] >= 0.5),  # noqa: PLR2004
        evidence=codes.gather(number[where]),
    )
