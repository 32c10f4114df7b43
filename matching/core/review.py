"""From scored pairs to what is reviewed: which may be joined, and in which group they lie."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.book import Floats, Index, Mask
from matching.core.content import Hashes, ranks
from matching.core.grouping import (
    Clusters,
    admitted,
    components,
    downwards,
    review_groups,
    too_wide,
)
from matching.core.pairs import pairs_in
from matching.core.progress import Stage

Contradict: TypeAlias = Callable[[Index, Index], Mask]
"""Whether the records of each pair of positions contradict each other."""

# A component of more cards is split at a higher probability before its pairs are looked through.
_WIDEST = 1000
_CHUNK = 50_000
# What is likelier not one client is never joined, however low the threshold.
_LIKELIER = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of positions, left < right, and what is said of each."""

    left: Index
    right: Index
    probability: Floats
    relation: NDArray[np.str_]
    evidence: pl.Series

    @classmethod
    def joined(cls, one: Self, other: Self) -> Self:
        """Both, in order of the pairs; of a pair that is in both the likelier."""
        left = np.concatenate((one.left, other.left))
        right = np.concatenate((one.right, other.right))
        probability = np.concatenate((one.probability, other.probability))
        order = np.lexsort((-probability, right, left))
        again = (np.diff(left[order]) == 0) & (np.diff(right[order]) == 0)
        order = order[np.append(True, ~again)[: len(order)]]
        return cls(
            left[order],
            right[order],
            probability[order],
            np.concatenate((one.relation, other.relation))[order],
            pl.concat([one.evidence, other.evidence]).gather(order),
        )


@dataclass(frozen=True, slots=True)
class _Judged:
    """Past judgements as pairs of positions."""

    same: list[tuple[int, int]]
    apart: list[tuple[int, int]]
    unsure: Index


def grouped(
    ids: Index,
    scored: Scored,
    judged: pl.DataFrame,
    contradict: Contradict,
    stage: Stage,
    *,
    content: Hashes | None = None,
) -> pl.DataFrame:
    """The candidates with the ids of their records, admission and group, in order.

    ``ids`` are those of all records by position; ``judged`` has left, right (ids) and verdict.
    Of pairs equally likely the hashes of the records' ``content`` say which comes first; without
    them it is the order of the records.
    """
    stage.at(0, 1)
    size = len(ids)
    past = _judged(ids, judged)
    barred = np.isin(scored.left * size + scored.right, past.unsure)
    barred |= scored.probability < _LIKELIER
    barred |= too_wide(scored.left, scored.right, scored.probability, size, _WIDEST)
    rank = None if content is None else ranks(content)
    order = downwards(scored.left, scored.right, scored.probability, rank)
    part = _reachable(scored, ~barred, past, size)
    apart = past.apart + _vetoed_pairs(contradict, part, stage.part(0, 0.8))
    taken = _admitted(scored, order, part, barred=barred, past=past, apart=apart)
    stage.at(9, 10)
    groups = review_groups(ids, scored.left, scored.right, order, scored.probability >= _LIKELIER)
    return pl.DataFrame(
        {
            "left": ids[scored.left],
            "right": ids[scored.right],
            "probability": scored.probability,
            "relation": scored.relation.tolist(),
            "evidence": scored.evidence,
            "admitted": taken,
            "group": groups,
        }
    )


def _judged(known_ids: Index, judged: pl.DataFrame) -> _Judged:
    ids = pl.Series(known_ids)
    known = judged.filter(
        pl.col("left").is_in(ids.implode()), pl.col("right").is_in(ids.implode())
    ).sort("left", "right", "verdict")
    left = ids.search_sorted(known["left"]).to_numpy().astype(np.int64)
    right = ids.search_sorted(known["right"]).to_numpy().astype(np.int64)
    verdict = known["verdict"].to_numpy()
    pairs = list(zip(left.tolist(), right.tolist(), verdict.tolist(), strict=True))
    unsure = verdict == "unsure"
    return _Judged(
        same=[(a, b) for a, b, word in pairs if word == "same"],
        apart=[(a, b) for a, b, word in pairs if word in {"different", "related"}],
        unsure=(np.minimum(left, right) * len(ids) + np.maximum(left, right))[unsure],
    )


def _admitted(
    scored: Scored,
    order: Index,
    part: Index,
    *,
    barred: Mask,
    past: _Judged,
    apart: list[tuple[int, int]],
) -> Mask:
    """Which pairs may be joined, the likelier before the less likely."""
    clusters = Clusters(len(part), apart)
    for a, b in past.same:
        clusters.join(a, b, forced=True)
    # Where nothing contradicts, which are most components, there is nothing to decide.
    disputed = np.zeros(len(part) + 1, dtype=np.bool_)
    disputed[part[np.array(apart, dtype=np.int64).ravel()]] = True
    open_ = disputed[part[scored.left]]
    taken = admitted(scored.left, scored.right, order[open_[order]], clusters, barred)
    return taken | ~(open_ | barred)


def _reachable(scored: Scored, open_: Mask, past: _Judged, size: int) -> Index:
    """The component of each card, were all open pairs joined and those judged the same."""
    same = np.array(past.same, dtype=np.int64).reshape(-1, 2)
    left = np.concatenate((scored.left[open_], same[:, 0]))
    right = np.concatenate((scored.right[open_], same[:, 1]))
    return components(left, right, size)


def _vetoed_pairs(contradict: Contradict, part: Index, stage: Stage) -> list[tuple[int, int]]:
    """The pairs that contradict each other inside a component."""
    a, b = pairs_in(part)
    apart: list[tuple[int, int]] = []
    for start in range(0, len(a), _CHUNK):
        stage.at(start, len(a))
        one, other = a[start : start + _CHUNK], b[start : start + _CHUNK]
        veto = contradict(one, other)
        apart += zip(one[veto].tolist(), other[veto].tolist(), strict=True)
    return apart
