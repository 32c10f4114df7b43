"""The search among records of one kind: blocking, comparing, weighing."""

from dataclasses import dataclass, replace

import numpy as np

from matching.core.blocking import Blocks, block
from matching.core.book import Index, Mask
from matching.core.evidence import evidence
from matching.core.model import Model
from matching.core.patterns import Patterns, pack, patterns
from matching.core.plan import SAME
from matching.core.progress import Stage
from matching.core.records import Records
from matching.core.results import KeyReport
from matching.core.review import Scored
from matching.core.slot import Frequent, Slot
from matching.core.weights import Labels, Population, fit

# A chunk of pairs is compared in well under 100 ms, so that a cancel is heard.
_CHUNK = 50_000
# Random pairs: so many for each record, and at most.
_DRAWS, _SAMPLE, _SEED = 20, 100_000, 20_170_301
_LIKELIER = 0.5


@dataclass(frozen=True, slots=True)
class Past:
    """What a search found of records of one kind, for later ones to go by."""

    model: Model
    frequent: Frequent


@dataclass(frozen=True, slots=True)
class Found:
    """What came of the records of one kind."""

    scored: Scored
    compared: int
    keys: tuple[KeyReport, ...]
    slots: tuple[Slot, ...]
    past: Past

    @property
    def model(self) -> Model:
        """What the pairs were judged by."""
        return self.past.model


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Pairs of positions that people have judged, and whether each is one client."""

    left: Index
    right: Index
    same: Mask


def search(
    records: Records,
    size: int,
    threshold: float,
    stage: Stage,
    *,
    past: Past | None = None,
    verdicts: Verdicts | None = None,
) -> Found:
    """The pairs that are one client with at least the threshold's probability.

    ``size`` is the number of all records, of this kind and of others. The weights learn from
    ``verdicts``, too; where a ``past`` search is given, nothing is learned anew.

    Raises:
        TooManyPairsError: the records share too many values for the machine.
    """
    blocks = block(
        records.keys(), size, stage.part(0, 0.2), frequent=None if past is None else past.frequent
    )
    left, right = blocks.left, blocks.right
    found = patterns(records.plan, _packed(records, left, right, stage.part(0.2, 0.8)))
    if past is None:
        labels = _labels(verdicts, blocks, found, size) if verdicts else None
        population = _population(records, stage)
        model = fit(records.plan, found, population, stage.part(0.8, 0.95), labels)
        past = Past(replace(model, cards=len(records.members)), blocks.frequent)
    return Found(
        scored=_scored(records, (left, right), found, past.model, threshold),
        compared=len(left),
        keys=blocks.keys,
        slots=blocks.slots,
        past=past,
    )


def judged(
    records: Records, pairs: tuple[Index, Index], model: Model, threshold: float, stage: Stage
) -> Scored:
    """Those of the pairs (left, right) that are one client with at least that probability."""
    found = patterns(records.plan, _packed(records, *pairs, stage))
    return _scored(records, pairs, found, model, threshold)


def _packed(records: Records, left: Index, right: Index, stage: Stage) -> Index:
    """The pattern of each pair, chunk by chunk."""
    parts = [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(left), _CHUNK):
        stage.at(start, len(left))
        a, b = left[start : start + _CHUNK], right[start : start + _CHUNK]
        levels = records.compare(a, b)
        parts.append(pack(records.plan, levels, records.rarities(levels, a, b)))
    return np.concatenate(parts)


def _labels(verdicts: Verdicts, blocks: Blocks, found: Patterns, size: int) -> Labels:
    """How many pairs of each pattern were judged, of those that blocking brings together."""
    low = np.minimum(verdicts.left, verdicts.right)
    asked = low * size + np.maximum(verdicts.left, verdicts.right)
    compared = blocks.left * size + blocks.right
    at = np.searchsorted(compared, asked)
    known = np.append(compared, -1)[at] == asked
    patterns_of = found.where[at[known]]
    same = verdicts.same[known]
    return Labels(
        np.bincount(patterns_of[same], minlength=len(found)),
        np.bincount(patterns_of[~same], minlength=len(found)),
    )


def _population(records: Records, stage: Stage) -> Population:
    """The records and random pairs of them."""
    members = records.members
    size = min(_SAMPLE, _DRAWS * len(members))
    drawn = np.random.default_rng(_SEED).integers(0, max(len(members), 1), (2, size))
    drawn = drawn[:, drawn[0] != drawn[1]] if len(members) else drawn[:, :0]
    left, right = members[drawn[0]], members[drawn[1]]
    fields = [field for field in records.plan.fields if field.sampled]
    strangers = {field.name: np.zeros(field.size, dtype=np.int64) for field in fields}
    for start in range(0, len(left), _CHUNK):
        stage.at(8, 10)
        part = slice(start, start + _CHUNK)
        levels = records.sampled(left[part], right[part])
        for field in fields:
            strangers[field.name] += np.bincount(levels[field.name], minlength=field.size)
    return Population(len(members), strangers, records.usual())


def _scored(
    records: Records,
    pairs: tuple[Index, Index],
    found: Patterns,
    model: Model,
    threshold: float,
) -> Scored:
    """The pairs at or above the threshold with all that is said of them."""
    probability = model.shares(found)[SAME]
    chosen = np.flatnonzero(probability >= threshold)
    number = np.full(len(found), -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    kept = np.flatnonzero(number[found.where] >= 0)
    where = found.where[kept]
    left, right = pairs[0][kept], pairs[1][kept]
    levels = {field: column[where] for field, column in found.levels.items()}
    codes = evidence(records.plan, found, chosen, model.cards)
    return Scored(
        left=left,
        right=right,
        probability=probability[where],
        relation=records.relations(levels, left, right, probability[where] >= _LIKELIER),
        evidence=codes.gather(number[where]),
    )
