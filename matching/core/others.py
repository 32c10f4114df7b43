"""What other records say of a pair: rivals it cannot share a record with, and third ones between.

A card with initials fits a mother's and her daughter's, all three with one phone. Either pair is
nearly certain by itself, but not both can be, for mother and daughter contradict each other.
And of two cards that say little to each other a third may say that they are one client's.
What a pair says by itself stays in its evidence, so that the sum can be made again.
"""

from dataclasses import replace

import numpy as np
import polars as pl

from matching.core.book import Floats, Index, Mask
from matching.core.pairs import cut
from matching.core.progress import Stage
from matching.core.review import Contradict, Scored

RIVAL, THIRD = "others=rival", "others=third"
_ALONE = ";alone="
# Nothing is said of what moves a probability less.
_LITTLE = 1e-4
# A record with more likely pairs is one of a crowd: its pairs stand by themselves.
_MOST = 60
# Less likely than that together, two pairs say nothing of the third.
_LIKELIER = 0.5
_CHUNK = 50_000
_TINY = 1e-12


def among_others(
    scored: Scored, contradict: Contradict, unlike: Contradict, same: str, stage: Stage
) -> Scored:
    """The pairs with the probabilities that all of them together give, in order.

    No third record makes one of two that are ``unlike``. ``same`` is the relation of pairs that
    only a third record brings together. What an earlier call gave is taken back first.
    """
    alone = _by_themselves(scored)
    if not len(alone.left):
        return alone
    corners = _Corners(alone)
    against = corners.contradictions(contradict, stage)
    shared = _shared_out(alone.probability, corners.rivals(against))
    shared = np.where(alone.probability - shared < _LITTLE, alone.probability, shared)
    left, right, through = corners.thirds(against, shared)
    like = np.flatnonzero(~unlike(left, right))
    return _joined(alone, shared, (left[like], right[like], through[like]), same)


def told(evidence: str) -> str:
    """What an evidence code says of other records, "" if nothing."""
    return next((word for word in (RIVAL, THIRD) if f"{word}{_ALONE}" in evidence), "")


def bits(probability: float) -> float:
    """The logarithm of the odds, to the base of 2."""
    return float(np.log2(max(probability, _TINY) / max(1 - probability, _TINY)))


def _by_themselves(scored: Scored) -> Scored:
    """The pairs as they were before the others were asked."""
    parts = scored.evidence.str.split_exact(_ALONE, 1).struct.rename_fields(["said", "alone"])
    frame = parts.struct.unnest()
    alone = frame["alone"].cast(pl.Float64).fill_null(np.nan).to_numpy()
    told = ~np.isnan(alone)
    if not told.any():
        return scored
    said = frame["said"].str.replace(f"(?:^|;)(?:{RIVAL}|{THIRD})$", "")
    kept = np.flatnonzero(~(told & (alone == 0)))
    probability = np.where(told, alone, scored.probability)
    return Scored(
        scored.left[kept],
        scored.right[kept],
        probability[kept],
        scored.relation[kept],
        said.gather(kept),
    )


class _Corners:
    """Two pairs with one record in common, over all records; and the pair that closes each."""

    def __init__(self, scored: Scored) -> None:
        count = len(scored.left)
        pair = np.concatenate((np.arange(count), np.arange(count)))
        at = np.concatenate((scored.left, scored.right))
        order = np.argsort(at, kind="stable")
        runs, _ = cut(pair[order], at[order], _MOST)
        self.one, self.two = runs.pairs()
        ends = scored.left + scored.right
        common = np.where(
            (scored.left[self.one] == scored.left[self.two])
            | (scored.left[self.one] == scored.right[self.two]),
            scored.left[self.one],
            scored.right[self.one],
        )
        a, b = ends[self.one] - common, ends[self.two] - common
        self._probability = scored.probability
        self._size = int(at.max()) + 1
        self.closing = np.minimum(a, b) * self._size + np.maximum(a, b)
        self._known = scored.left * self._size + scored.right

    def contradictions(self, contradict: Contradict, stage: Stage) -> Mask:
        """Of which corners the two ends contradict each other; pairs that are scored do not."""
        asked = np.unique(self.closing[~np.isin(self.closing, self._known)])
        found = np.zeros(len(asked), dtype=np.bool_)
        for start in range(0, len(asked), _CHUNK):
            stage.at(start, len(asked))
            part = asked[start : start + _CHUNK]
            found[start : start + _CHUNK] = contradict(part // self._size, part % self._size)
        return np.isin(self.closing, asked[found])

    def rivals(self, against: Mask) -> Floats:
        """For each pair the odds of the likeliest one that it cannot be true together with."""
        odds = self._probability / np.maximum(1 - self._probability, _TINY)
        best = np.zeros(len(odds))
        one, two = self.one[against], self.two[against]
        np.maximum.at(best, one, odds[two])
        np.maximum.at(best, two, odds[one])
        return best

    def thirds(self, against: Mask, probability: Floats) -> tuple[Index, Index, Floats]:
        """The pairs that others bring together, in order, and how likely they are by that."""
        both = probability[self.one] * probability[self.two]
        chosen = ~against & (both >= _LIKELIER)
        keys, where = np.unique(self.closing[chosen], return_inverse=True)
        best = np.zeros(len(keys))
        np.maximum.at(best, where, both[chosen])
        return keys // self._size, keys % self._size, best


def _shared_out(probability: Floats, rivals: Floats) -> Floats:
    """The probabilities where of a pair and its likeliest rival only one can be true."""
    return probability / (1 + rivals * (1 - probability))


def _joined(
    alone: Scored, shared: Floats, thirds: tuple[Index, Index, Floats], same: str
) -> Scored:
    left, right, through = thirds
    size = int(max(alone.right.max(), right.max(initial=0))) + 1
    known, closing = alone.left * size + alone.right, left * size + right
    at = np.searchsorted(known, closing)
    old = np.append(known, -1)[at] == closing
    probability, raised = shared.copy(), np.zeros(len(known), dtype=np.bool_)
    better = through[old] - shared[at[old]] > _LITTLE
    chosen = at[old][better]
    probability[chosen], raised[chosen] = through[old][better], True
    evidence = _told(alone, probability, raised)
    fresh = Scored(
        left[~old],
        right[~old],
        through[~old],
        np.full(int((~old).sum()), same, dtype=alone.relation.dtype),
        pl.Series("evidence", [f"{THIRD}{_ALONE}0.0"] * int((~old).sum()), dtype=pl.Utf8),
    )
    relation = alone.relation.copy()
    relation[raised & (probability >= _LIKELIER)] = same
    changed = replace(alone, probability=probability, evidence=evidence, relation=relation)
    return Scored.joined(changed, fresh)


def _told(alone: Scored, probability: Floats, raised: Mask) -> pl.Series:
    """The evidence with what others say, and with the probability without them."""
    evidence = alone.evidence.to_list()
    for place in np.flatnonzero(probability != alone.probability).tolist():
        said = f"{evidence[place]};" if evidence[place] else ""
        word = THIRD if raised[place] else RIVAL
        evidence[place] = f"{said}{word}{_ALONE}{float(alone.probability[place])!r}"
    return pl.Series("evidence", evidence, dtype=pl.Utf8)
