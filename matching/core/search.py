"""The search among records of one kind: blocking, comparing, weighing."""

from dataclasses import dataclass

import numpy as np

from matching.core.blocking import Blocks, block
from matching.core.book import Floats, Index
from matching.core.evidence import evidence
from matching.core.model import Model
from matching.core.patterns import Patterns, pack, patterns
from matching.core.plan import SAME
from matching.core.progress import Stage
from matching.core.records import Records
from matching.core.results import KeyReport
from matching.core.review import Scored
from matching.core.weights import Population, fit

# A chunk of pairs is compared in well under 100 ms, so that a cancel is heard.
_CHUNK = 50_000
# Random pairs: so many for each record, and at most.
_DRAWS, _SAMPLE, _SEED = 20, 100_000, 20_170_301
_LIKELIER = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What came of the records of one kind."""

    scored: Scored
    compared: int
    keys: tuple[KeyReport, ...]
    model: Model


def search(records: Records, size: int, threshold: float, stage: Stage) -> Found:
    """The pairs that are one client with at least the threshold's probability.

    ``size`` is the number of all records, of this kind and of others.

    Raises:
        TooManyPairsError: the records share too many values for the machine.
    """
    blocks = block(records.keys(), size, stage.part(0, 0.2))
    found = patterns(
        records.plan, _packed(records, blocks.left, blocks.right, stage.part(0.2, 0.8))
    )
    model = fit(records.plan, found, _population(records, stage), stage.part(0.8, 0.95))
    probability = model.shares(found)[SAME]
    return Found(
        scored=_scored(records, blocks, found, probability, threshold),
        compared=len(blocks.left),
        keys=blocks.keys,
        model=model,
    )


def _packed(records: Records, left: Index, right: Index, stage: Stage) -> Index:
    """The pattern of each pair, chunk by chunk."""
    parts = [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(left), _CHUNK):
        stage.at(start, len(left))
        a, b = left[start : start + _CHUNK], right[start : start + _CHUNK]
        levels = records.compare(a, b)
        parts.append(pack(records.plan, levels, records.rarities(levels, a, b)))
    return np.concatenate(parts)


def _population(records: Records, stage: Stage) -> Population:
    """The records and random pairs of them."""
    members = records.members
    size = min(_SAMPLE, _DRAWS * len(members))
    drawn = np.random.default_rng(_SEED).integers(0, max(len(members), 1), (2, size))
    drawn = drawn[:, drawn[0] != drawn[1]] if len(members) else drawn[:, :0]
    left, right = members[drawn[0]], members[drawn[1]]
    strangers = patterns(records.plan, _packed(records, left, right, stage.part(0.8, 0.8)))
    return Population(len(members), strangers, records.usual())


def _scored(
    records: Records, blocks: Blocks, found: Patterns, probability: Floats, threshold: float
) -> Scored:
    """The pairs at or above the threshold with all that is said of them."""
    chosen = np.flatnonzero(probability >= threshold)
    number = np.full(len(found), -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    kept = np.flatnonzero(number[found.where] >= 0)
    where = found.where[kept]
    left, right = blocks.left[kept], blocks.right[kept]
    levels = {field: column[where] for field, column in found.levels.items()}
    codes = evidence(records.plan, found, chosen, len(records.members))
    return Scored(
        left=left,
        right=right,
        probability=probability[where],
        relation=records.relations(levels, left, right, probability[where] >= _LIKELIER),
        evidence=codes.gather(number[where]),
    )
