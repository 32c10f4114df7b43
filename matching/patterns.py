"""Pairs with the same levels and equally rare values are one pattern, judged once."""

from dataclasses import dataclass

import numpy as np

from matching.book import Index
from matching.compare import LEVELS
from matching.frequency import Floats
from matching.full_name import Compared
from matching.names import Levels

_BITS = 4
_BINS = 15
# Steps of the logarithm of a frequency: fine enough to move a probability by a point at most.
RARITY = {"surname": 0.8, "given": 1.2}
_FIELDS = (*LEVELS, *RARITY)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The distinct patterns, how many pairs show each, and which one each pair shows."""

    levels: dict[str, Levels]
    rarity: dict[str, Floats]
    counts: Index
    where: Index

    def __len__(self) -> int:
        return len(self.counts)


def pack(levels: Compared, rarities: dict[str, Floats]) -> Index:
    """One number per pair for its levels and the rarity of what agrees."""
    binned = {
        "surname": rarities["last"] + rarities["company"],
        "given": rarities["first"] + rarities["patronymic"],
    }
    packed = np.zeros(len(levels["last"]), dtype=np.int64)
    for field in LEVELS:
        packed = packed << _BITS | levels[field]
    for field, step in RARITY.items():
        packed = packed << _BITS | np.clip(np.rint(-binned[field] / step), 0, _BINS).astype(int)
    return packed


def patterns(packed: Index) -> Patterns:
    """The distinct patterns among packed pairs."""
    codes, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    unpacked = {}
    for place, field in enumerate(reversed(_FIELDS)):
        unpacked[field] = (codes >> (_BITS * place) & _BINS).astype(np.uint8)
    rarity = {field: -unpacked[field].astype(np.float64) * step for field, step in RARITY.items()}
    return Patterns({field: unpacked[field] for field in LEVELS}, rarity, counts, where)
