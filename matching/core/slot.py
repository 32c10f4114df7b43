"""Where blocking lays records: one slot for each key, and for each split of its frequent values.

Records that share a token in a slot are compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Index, Mask
from matching.core.content import Hashes
from matching.core.key import Key, joined
from matching.core.pairs import cut
from matching.core.results import KeyReport

Tokens: TypeAlias = NDArray[np.uint32]
Frequent: TypeAlias = Mapping[str, Tokens]
"""By the name of a slot the tokens, in order, that stand on too many records to compare them."""

_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Slot:
    """Tokens in order, and the record (by position) that each is of."""

    name: str
    tokens: Tokens
    owners: Index


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of one key; ``frequent`` are the tokens passed over, by slot."""

    slots: tuple[Slot, ...]
    frequent: Frequent
    report: KeyReport


def lay(key: Key, frequent: Frequent | None = None) -> Laid:
    """The slots of a key.

    Which tokens are too frequent the key's limit says, or else what an earlier search found.
    """
    everything = _slot(key.name, key.hashes, key.owners)
    heavy = _heavy(everything, key.limit, frequent)
    found = {key.name: np.unique(everything.tokens[heavy])}
    slots = [_part(everything, ~heavy)]
    crowd = _part(everything, heavy)
    for number, split in enumerate(key.splits, 1):
        of_owner = split[crowd.owners]
        chosen = np.flatnonzero(of_owner)
        mixed = joined(_as_hashes(crowd.tokens[chosen]), of_owner[chosen])
        narrow = _slot(f"{key.name}/{number}", mixed, crowd.owners[chosen])
        heavy = _heavy(narrow, key.limit * 2, frequent)
        found[narrow.name] = np.unique(narrow.tokens[heavy])
        slots.append(_part(narrow, ~heavy))
    return Laid(tuple(slots), found, _report(key, slots, crowd))


def _slot(name: str, hashes: Hashes, owners: Index) -> Slot:
    """The upper halves of the hashes as tokens; sorting both in one number is fast."""
    packed = np.sort((hashes >> _HALF << _HALF) | owners.astype(np.uint64))
    return Slot(name, (packed >> _HALF).astype(np.uint32), (packed & _LOW).astype(np.int64))


def _as_hashes(tokens: Tokens) -> Hashes:
    return (tokens.astype(np.uint64) + np.uint64(1)) << _HALF


def _heavy(slot: Slot, limit: int, frequent: Frequent | None) -> Mask:
    """Which entries are of tokens too frequent to compare their records."""
    if frequent is not None:
        return np.isin(slot.tokens, frequent.get(slot.name, np.zeros(0, dtype=np.uint32)))
    edges = np.flatnonzero(slot.tokens[1:] != slot.tokens[:-1]) + 1
    sizes = np.diff(np.concatenate(([0], edges, [len(slot.tokens)])))
    return np.repeat(sizes > limit, sizes)


def _part(slot: Slot, chosen: Mask) -> Slot:
    return Slot(slot.name, slot.tokens[chosen], slot.owners[chosen])


def _report(key: Key, slots: list[Slot], crowd: Slot) -> KeyReport:
    counts = [_pairs(slot) for slot in slots]
    large, values = _pairs(crowd), len(np.unique(crowd.tokens))
    return KeyReport(
        key=key.name,
        pairs=sum(counts),
        split=values if key.splits else 0,
        dropped=0 if key.splits else values,
        lost_pairs=max(large - sum(counts[1:]), 0),
    )


def _pairs(slot: Slot) -> int:
    """How many pairs share a token."""
    return cut(slot.owners, slot.tokens, len(slot.tokens))[0].count
