"""What other records say of a pair: those that may be one with either of the two.

A card with initials fits a mother's and her daughter's, all three with one phone. Either pair is
nearly certain by itself, but not both can be, for mother and daughter contradict each other.
And of two cards that say little to each other a third may say that they are one client's.
What a pair says by itself stays in its evidence, so that the sum can be made again.
"""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from matching.core.book import Floats, Index, Mask
from matching.core.grouping import components, too_wide
from matching.core.pairs import Runs, cut
from matching.core.partition import MOST, together
from matching.core.progress import Stage
from matching.core.review import Contradict, Scored

RIVAL, THIRD, GROUP = "others=rival", "others=third", "others=group"
_ALONE, _WAS = ";alone=", ";was="
# A pair that others bring together is told from here on; what moves one by less is no news.
_LEAST, _MUCH = 0.1, 0.05
_LIKELIER = 0.5
_CHUNK = 50_000
# Groups weighed in one go: eight members have 4,140 ways, some MB of them stay near the processor.
_GROUPS = 500
_TINY = 1e-12
# In nats: the most that a pair's doubts weigh, for they hang together, too; and what is against
# two that are no candidates by themselves.
_DOUBT = -2.0


def among_others(
    scored: Scored,
    contradict: Contradict,
    same: str,
    rank: Index,
    stage: Stage,
) -> Scored:
    """The pairs with the probabilities that all of them together give, in order.

    ``same`` is the relation of pairs that only others bring together, ``rank`` the order of the
    records by what they hold. What an earlier call gave is taken back first.
    """
    alone = _by_themselves(scored)
    inside = _inside(alone, _groups(alone, rank), len(rank))
    apart = np.flatnonzero(~inside.scored)
    veto = _contradict(contradict, inside.left[apart], inside.right[apart], stage)
    inside.odds[apart[veto]] = -np.inf
    return _joined(alone, inside, _together(inside.groups, inside.odds), same)


@dataclass(frozen=True, slots=True)
class _Inside:
    """All pairs inside groups, and where those that are ``scored`` stand among the scored ones."""

    groups: Runs
    left: Index
    right: Index
    odds: Floats
    scored: Mask
    at: Index

    def disputed(self) -> Mask:
        """The pairs in whose groups two contradict each other."""
        counts = self.groups.sizes * (self.groups.sizes - 1) // 2
        group = np.repeat(np.arange(len(counts)), counts)
        found: Mask = np.bincount(group, np.isneginf(self.odds), len(counts)) > 0
        return found[group]


def _inside(alone: Scored, groups: Runs, size: int) -> _Inside:
    one, other = groups.pairs()
    left, right = np.minimum(one, other), np.maximum(one, other)
    known, asked = alone.left * size + alone.right, left * size + right
    at = np.searchsorted(known, asked)
    scored = np.append(known, -1)[at] == asked
    odds = np.full(len(asked), _DOUBT)
    odds[scored] = _odds(alone.probability[at[scored]])
    return _Inside(groups, left, right, odds, scored, at)


def _contradict(contradict: Contradict, left: Index, right: Index, stage: Stage) -> Mask:
    """Whether each pair contradicts, chunk by chunk."""
    found = np.zeros(len(left), dtype=np.bool_)
    for start in range(0, len(left), _CHUNK):
        stage.at(start, len(left))
        part = slice(start, start + _CHUNK)
        found[part] = contradict(left[part], right[part])
    return found


def _groups(alone: Scored, rank: Index) -> Runs:
    """The components of three and more, cut at a higher probability until all are small.

    Members stand in the order of their ranks, so that nothing hangs on the order of the records.
    """
    size = len(rank)
    kept = ~too_wide(alone.left, alone.right, alone.probability, size, MOST)
    part = components(alone.left[kept], alone.right[kept], size)
    order = np.lexsort((rank, part))
    runs, _ = cut(order, part[order], size + 1)
    more = runs.sizes > 2  # noqa: PLR2004 - two have no others
    return Runs(order, runs.starts[more], runs.sizes[more])


def _together(groups: Runs, odds: Floats) -> Floats:
    """The probability of every pair inside the groups; ``odds`` are theirs, in order."""
    found = np.zeros(len(odds))
    counts = groups.sizes * (groups.sizes - 1) // 2
    starts = np.cumsum(counts) - counts
    for size in np.unique(groups.sizes).tolist():
        chosen = starts[groups.sizes == size]
        for first in range(0, len(chosen), _GROUPS):
            part = chosen[first : first + _GROUPS, None]
            places = part + np.arange(size * (size - 1) // 2)
            found[places] = together(odds[places], size)
    return found


def _odds(probability: Floats) -> Floats:
    odds: Floats = np.log(np.maximum(probability, _TINY) / np.maximum(1 - probability, _TINY))
    return np.maximum(odds, _DOUBT)


def told(evidence: str) -> str:
    """What an evidence code says of other records, "" if nothing."""
    return next((word for word in (RIVAL, THIRD, GROUP) if f"{word}{_ALONE}" in evidence), "")


def bits(probability: float) -> float:
    """The logarithm of the odds, to the base of 2."""
    return float(np.log2(max(probability, _TINY) / max(1 - probability, _TINY)))


def _by_themselves(scored: Scored) -> Scored:
    """The pairs as they were before the others were asked."""
    if not scored.evidence.str.contains(_ALONE, literal=True).any():
        return scored
    parts = scored.evidence.str.split_exact(_ALONE, 1).struct.rename_fields(["said", "rest"])
    frame = parts.struct.unnest()
    before = frame["rest"].str.split_exact(_WAS, 1).struct.rename_fields(["alone", "was"])
    frame = frame.with_columns(before.struct.unnest())
    alone = frame["alone"].cast(pl.Float64).fill_null(np.nan).to_numpy()
    told = ~np.isnan(alone)
    said = frame["said"].str.replace(f"(?:^|;)(?:{RIVAL}|{THIRD}|{GROUP})$", "")
    kept = np.flatnonzero(~(told & (alone == 0)))
    probability = np.where(told, alone, scored.probability)
    return Scored(
        scored.left[kept],
        scored.right[kept],
        probability[kept],
        frame["was"].fill_null(pl.Series(scored.relation)).to_numpy()[kept].astype("<U16"),
        said.gather(kept),
    )


def _joined(alone: Scored, inside: _Inside, likely: Floats, same: str) -> Scored:
    """The pairs as they were but for those inside groups, and the new ones among these."""
    at, before = inside.at[inside.scored], np.flatnonzero(inside.scored)
    probability, disputed = alone.probability.copy(), np.zeros(len(alone.left), dtype=np.bool_)
    probability[at], disputed[at] = likely[before], inside.disputed()[before]
    relation = alone.relation.copy()
    relation[(probability >= _LIKELIER) & (alone.probability < _LIKELIER)] = same
    new = np.flatnonzero(~inside.scored & (likely >= _LEAST))
    fresh = Scored(
        inside.left[new],
        inside.right[new],
        likely[new],
        np.full(len(new), same, dtype=alone.relation.dtype),
        pl.Series("evidence", [f"{THIRD}{_ALONE}0.0"] * len(new), dtype=pl.Utf8),
    )
    evidence = _told(alone, probability, disputed, relation != alone.relation)
    changed = replace(alone, probability=probability, evidence=evidence, relation=relation)
    return Scored.joined(changed, fresh)


def _told(alone: Scored, probability: Floats, disputed: Mask, turned: Mask) -> pl.Series:
    """The evidence with what others say, and what it was without them: how likely, and what."""
    moved = probability - alone.probability
    places = np.flatnonzero(moved)
    codes = []
    for place, before in zip(places.tolist(), alone.evidence.gather(places), strict=True):
        word = THIRD if moved[place] > _MUCH else GROUP
        if disputed[place] and moved[place] < -_MUCH:
            word = RIVAL
        said = f"{before};" if before else ""
        was = f"{_WAS}{alone.relation[place]}" if turned[place] else ""
        codes.append(f"{said}{word}{_ALONE}{float(alone.probability[place])!r}{was}")
    which = np.arange(len(moved))
    which[places] = len(moved) + np.arange(len(places))
    return pl.concat([alone.evidence, pl.Series(codes, dtype=pl.Utf8)]).gather(which)
