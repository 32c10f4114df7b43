"""All pairs inside runs of equal values, without a loop."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Index, steps

Values: TypeAlias = NDArray[np.int64] | NDArray[np.uint64] | NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Runs:
    """Owners in an order in which equal values stand together, cut into runs of those."""

    owners: Index
    starts: Index
    sizes: Index

    @property
    def count(self) -> int:
        """How many pairs the runs hold."""
        return int((self.sizes * (self.sizes - 1) // 2).sum())

    def members(self) -> Index:
        """The places of all members, run by run."""
        return np.repeat(self.starts, self.sizes) + steps(self.sizes)

    def pairs(self) -> tuple[Index, Index]:
        """Every pair inside each run."""
        members = self.members()
        follow = np.repeat(self.sizes, self.sizes) - 1 - steps(self.sizes)
        first = np.repeat(members, follow)
        second = first + 1 + steps(follow)
        return self.owners[first], self.owners[second]


def cut(owners: Index, values: Values, limit: int) -> tuple[Runs, Runs]:
    """Runs of two to ``limit`` owners, and runs of more; equal values must stand together."""
    edges = np.flatnonzero(values[1:] != values[:-1]) + 1
    starts = np.concatenate((np.zeros(min(len(values), 1), dtype=np.int64), edges))
    sizes = np.diff(np.append(starts, len(values)))
    small, large = (sizes > 1) & (sizes <= limit), sizes > limit
    return (
        Runs(owners, starts[small], sizes[small]),
        Runs(owners, starts[large], sizes[large]),
    )


def pairs_in(part: Index) -> tuple[Index, Index]:
    """Every pair of positions of one part, the smaller first."""
    order = np.argsort(part, kind="stable")
    runs, _ = cut(order, part[order], len(part) + 1)
    return runs.pairs()
