"""Clusters whose members agree on the whole: average linkage on the evidence of all their pairs.

A single edge, however likely, does not chain two clusters together: the mean log odds between
all their members decide (UPGMA, by ``scipy.cluster.hierarchy``).
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from matching.core.book import Floats, Index, stretches
from matching.core.grouping import components, too_wide
from matching.core.pairs import Runs, cut
from matching.core.progress import Stage
from matching.core.review import Scored

Odds: TypeAlias = Callable[[Index, Index], Floats]
"""The log odds that the records at each pair of positions are one client."""

# One pair's evidence counts for so much at most, in nats: fields hang together more than we know.
_CAP = 10.0
# Pairs looked at between two reports.
_CHUNK = 50_000
# Components are cut at a higher probability until all their pairs can be looked through.
_WIDEST = 400


def clusters(scored: Scored, odds: Odds, size: int, stage: Stage) -> Index:
    """The cluster of each of ``size`` positions; those in no pair are clusters of their own."""
    left, right = scored.left, scored.right
    kept = ~too_wide(left, right, scored.probability, size, _WIDEST)
    part = components(left[kept], right[kept], size)
    order = np.argsort(part, kind="stable")
    runs, _ = cut(order, part[order], size + 1)
    counts = runs.sizes * (runs.sizes - 1) // 2
    found = np.arange(size, dtype=np.int64)
    for chunk in stretches(counts, _CHUNK):
        stage.at(chunk.start, len(counts))
        inside = Runs(order, runs.starts[chunk], runs.sizes[chunk])
        weights = np.clip(odds(*inside.pairs()), -_CAP, _CAP)
        cuts = np.cumsum(counts[chunk])[:-1]
        for run, own in enumerate(np.split(weights, cuts), start=chunk.start):
            members = order[runs.starts[run] : runs.starts[run] + runs.sizes[run]]
            found[members] = members[_agreeing(own)]
    return found


def _agreeing(weights: Floats) -> Index:
    """For each member of a component the first member of its cluster."""
    if len(weights) == 1:
        return np.array([0, 0 if weights[0] > 0 else 1])
    inner = fcluster(linkage(_CAP - weights, "average"), _CAP, criterion="distance")
    _, first, where = np.unique(inner, return_index=True, return_inverse=True)
    return first[where]
