"""All joint levels of the fields that are judged together."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Floats, Index
from matching.core.plan import Block, Compared

_TINY = 1e-300


@dataclass(frozen=True)
class Grid:
    """All joint levels of a block."""

    block: Block

    @cached_property
    def levels(self) -> NDArray[np.int64]:
        """The level of each field (column) in each joint level (row)."""
        axes = [np.arange(field.size) for field in self.block.fields]
        return np.stack([axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")], axis=1)

    @cached_property
    def mask(self) -> Index:
        """Which fields are missing, as a number per joint level."""
        mask: Index = ((self.levels == 0) << np.arange(self.levels.shape[1])).sum(axis=1)
        return mask

    def code(self, levels: Compared) -> Index:
        """The joint level of each row."""
        code = np.zeros(len(levels[self.block.fields[0].name]), dtype=np.int64)
        for field in self.block.fields:
            code = code * field.size + levels[field.name]
        return code

    def by_field(self, joint: Floats, place: int) -> Floats:
        """The weight of each level of one field."""
        size = self.block.fields[place].size
        found = np.bincount(self.levels[:, place], weights=joint, minlength=size)
        return found.astype(np.float64)

    def product(self, shares: list[Floats]) -> Floats:
        """The share of each joint level were the fields independent; missing counts 1."""
        joint = np.ones(len(self.levels))
        for place, share in enumerate(shares):
            joint *= np.where(self.levels[:, place] == 0, 1.0, share[self.levels[:, place]])
        return joint

    def normalised(self, joint: Floats) -> Floats:
        """The shares made to sum to 1 among the joint levels with the same fields missing."""
        totals = np.bincount(self.mask, weights=joint)
        shares: Floats = joint / np.maximum(totals[self.mask], _TINY)
        return shares


@cache
def grid_of(block: Block) -> Grid:
    """The grid of a block, made once."""
    return Grid(block)
