"""How often values occur, known by the hashes of their content."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from matching.core.book import Floats, Index
from matching.core.content import Hashes


@dataclass(frozen=True, slots=True)
class Tally:
    """Distinct hashes in order, and for each how often it occurs.

    ``shares`` is what else is known of each, ``total`` the sum of all that occurs.
    """

    hashes: Hashes
    counts: Index
    shares: Floats
    total: int

    @classmethod
    def of(cls, hashes: Hashes, counts: Index, shares: Floats | None = None) -> Self:
        """The tally of hashes, of which some may be alike; of their shares the greatest counts."""
        distinct, where = np.unique(hashes, return_inverse=True)
        sums = np.zeros(len(distinct), dtype=np.int64)
        np.add.at(sums, where, counts)
        best = np.zeros(len(distinct))
        if shares is not None:
            np.maximum.at(best, where, shares)
        return cls(distinct, sums, best, int(counts.sum()))

    def without(self, least: float) -> Self:
        """The same but for what does not occur and has no greater share than the least."""
        kept = (self.counts > 0) | (self.shares > least)
        return type(self)(self.hashes[kept], self.counts[kept], self.shares[kept], self.total)

    def count(self, hashes: Hashes) -> Index:
        """How often each occurs, 0 for what the tally does not know."""
        at, known = self._places(hashes)
        return np.where(known, self.counts[at], 0) if len(self.hashes) else at

    def share(self, hashes: Hashes) -> Floats:
        """The share of each, 0 for what the tally does not know."""
        at, known = self._places(hashes)
        return np.where(known, self.shares[at], 0.0) if len(self.hashes) else np.zeros(len(at))

    def _places(self, hashes: Hashes) -> tuple[Index, Index]:
        at = np.searchsorted(self.hashes, hashes)
        at = np.where(at == len(self.hashes), 0, at)
        if not len(self.hashes):
            return at, at
        return at, self.hashes[at] == hashes
