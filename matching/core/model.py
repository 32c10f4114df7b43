"""A fitted model: how likely each pattern is in each class, and what the pair then is."""

from dataclasses import dataclass

import numpy as np

from matching.core.book import Floats, Index, Mask
from matching.core.grid import grid_of
from matching.core.patterns import Patterns
from matching.core.plan import NAMESAKE, RELATED, SAME, STRANGER, Plan, Rarity
from matching.core.results import Weight


@dataclass(frozen=True, slots=True)
class Read:
    """Patterns as joint levels of each block, what their rarity adds, and which are vetoed."""

    codes: list[Index]
    rarity: Floats
    vetoed: Mask


@dataclass(frozen=True, slots=True)
class Model:
    """Log shares of the classes among all pairs, and of the joint levels of each block in them.

    ``usual`` is, for each field that rarities call chance, how often two strangers share it;
    ``cards`` is how many records there were.
    """

    plan: Plan
    priors: Floats
    tables: tuple[Floats, ...]
    usual: dict[str, float]
    cards: int = 0

    def scores(self, patterns: Patterns) -> Floats:
        """The log likelihood, with the prior, of each class (row) for each pattern (column)."""
        return self.scored(self.read(patterns))

    def read(self, patterns: Patterns) -> Read:
        """The patterns as this model reads them, and any other of its plan and ``usual``."""
        return Read(
            [grid_of(block).code(patterns.levels) for block in self.plan.blocks],
            self.by_rarity(patterns),
            self.plan.vetoed(patterns.levels),
        )

    def scored(self, read: Read) -> Floats:
        """The same of patterns that are read once for many models."""
        scores = np.repeat(self.priors[:, None], len(read.vetoed), axis=1)
        for code, table in zip(read.codes, self.tables, strict=True):
            scores += table[:, code]
        scores += read.rarity
        scores[SAME, read.vetoed] = -np.inf
        return scores

    def by_rarity(self, patterns: Patterns) -> Floats:
        """What the rarity of the shared values adds to the score of each class."""
        added = np.zeros((len(self.priors), len(patterns)))
        for rarity in self.plan.rarities:
            added[STRANGER] += patterns.rarity[rarity.name]
            if rarity.beside:
                added[NAMESAKE] += patterns.rarity[rarity.name]
            # Relatives share a surname for a reason, a first name by chance.
            if rarity.chance:
                added[RELATED] += patterns.rarity[rarity.name] - self._usual(rarity, patterns)
        return added

    def _usual(self, rarity: Rarity, patterns: Patterns) -> Floats:
        """What the rarity of the shared values is on average."""
        total = np.zeros(len(patterns))
        for field in self.plan.fields:
            if field.name in rarity.chance:
                known = np.isin(patterns.levels[field.name], field.keyed)
                total += known * np.log(self.usual[field.name])
        return total

    def shares(self, patterns: Patterns) -> Floats:
        """The probability of each class (row) for each pattern (column)."""
        return posterior(self.scores(patterns))

    def weights(self) -> tuple[Weight, ...]:
        """The share of each level in each class, field by field, for the reader."""
        found = []
        shown = [SAME, RELATED, STRANGER]
        for block, table in zip(self.plan.blocks, self.tables, strict=True):
            grid = grid_of(block)
            for place, field in enumerate(block.fields):
                rows = np.array([grid.by_field(np.exp(row), place) for row in table])
                rows[:, 0] = 0
                rows /= rows.sum(axis=1, keepdims=True)
                found += [
                    Weight(
                        self.plan.kind, field.name, level.name.lower(), *rows[shown, level].tolist()
                    )
                    for level in field.levels
                    if level
                ]
        return tuple(found)


def posterior(scores: Floats) -> Floats:
    """The probabilities of the classes from their log scores."""
    top = scores.max(axis=0)
    shares = np.exp(scores - top)
    result: Floats = shares / shares.sum(axis=0)
    return result
