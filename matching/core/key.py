"""Blocking keys: hashes of values, and the records that have them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Bag, Index, Mask
from matching.core.content import Hashes

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the cards that have it, its hash for each, and hashes that may split it further.

    Cards that share a value of more than ``limit`` cards are compared only if they share a
    split too; a split has a hash for every record by its position, 0 where it is missing.
    """

    name: str
    owners: Index
    hashes: Hashes
    splits: tuple[Hashes, ...]
    limit: int


def hashed(*columns: NDArray[np.integer]) -> Hashes:
    """One hash of the columns per row, never 0; 0 where any column is 0 (missing)."""
    mixed = np.zeros(len(columns[0]), dtype=np.uint64)
    missing = np.zeros(len(columns[0]), dtype=np.bool_)
    for column in columns:
        missing |= column == 0
        mixed = (mixed ^ column.astype(np.uint64)) * _MIX
        mixed ^= mixed >> _SHIFT
    mixed[mixed == 0] = 1
    mixed[missing] = 0
    return mixed


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes keys for the cards of one kind."""

    member: Mask

    def key(self, name: str, hashes: Hashes, splits: tuple[Hashes, ...], limit: int) -> Key:
        """A key of one value per card."""
        owners = np.flatnonzero(self.member & (hashes != 0))
        return Key(name, owners, hashes[owners], splits, limit)

    def bag_key(
        self, name: str, bag: Bag, hashes: Hashes, *, splits: tuple[Hashes, ...], limit: int
    ) -> Key:
        """A key of several values per card; the hashes go with the values of the bag."""
        owners = owners_of(bag)
        kept = np.flatnonzero(self.member[owners] & (hashes != 0))
        return Key(name, owners[kept], hashes[kept], splits, limit)


def owners_of(bag: Bag) -> Index:
    """The owner of each value of the bag."""
    return np.repeat(np.arange(len(bag.starts) - 1), np.diff(bag.starts))


def joined(a: Hashes, b: Hashes) -> Hashes:
    """The hash of two hashes, 0 where either is missing."""
    both = (a ^ (b >> _SHIFT)) * _MIX ^ b
    both[(a == 0) | (b == 0)] = 0
    return both
