"""Clusters by the evidence of all their pairs."""

import numpy as np
import polars as pl
import pytest

from matching.core.linkage import clusters
from matching.core.progress import Stage
from matching.core.review import Scored
from tests.matching.factory import silent


def parts(size: int, weights: dict[tuple[int, int], float], otherwise: float) -> list[set[int]]:
    """The clusters where the pairs have these log odds, and all others have one."""
    pairs = sorted(pair for pair, weight in weights.items() if weight > 0)
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    likely = np.array([1 / (1 + np.exp(-weights[pair])) for pair in pairs])
    words = np.array(["same"] * len(pairs))
    scored = Scored(left, right, likely, words, pl.Series(["" for _ in pairs]))

    def odds(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        ends = zip(one.tolist(), other.tolist(), strict=True)
        return np.array([weights.get((min(e), max(e)), otherwise) for e in ends])

    found = clusters(scored, odds, size, Stage(silent))
    return [set(np.flatnonzero(found == part).tolist()) for part in np.unique(found)]


def test_one_likely_pair_does_not_chain_two_clusters_that_disagree() -> None:
    inner = {(0, 1): 8.0, (0, 2): 8.0, (1, 2): 8.0, (3, 4): 8.0, (3, 5): 8.0, (4, 5): 8.0}
    assert parts(6, inner | {(2, 3): 3.0}, otherwise=-6.0) == [{0, 1, 2}, {3, 4, 5}]


def test_a_weak_member_stays_where_most_speaks_for_it() -> None:
    weights = {(0, 1): 8.0, (0, 2): 5.0, (1, 2): -1.0}
    assert parts(3, weights, otherwise=0.0) == [{0, 1, 2}]


@pytest.mark.parametrize(("weight", "count"), [(0.5, 1), (-0.5, 2)])
def test_two_alone_are_one_where_more_speaks_for_it(weight: float, count: int) -> None:
    together = parts(4, {(0, 1): weight, (2, 3): 1.0}, otherwise=-9.0)
    assert len([part for part in together if part & {0, 1}]) == count


def test_a_component_too_wide_to_look_through_is_cut_at_a_higher_probability() -> None:
    chain = {(n, n + 1): 9.0 if n % 2 else 0.5 for n in range(900)}
    found = parts(901, chain, otherwise=-9.0)
    assert max(len(part) for part in found) == 2
