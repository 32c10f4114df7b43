"""A fitted model: how likely each pattern is in each class, and what the pair then is."""

from dataclasses import dataclass

import numpy as np

from matching.compare import LEVELS
from matching.defaults import RELATED, SAME, STRANGER, Plan
from matching.frequency import Floats
from matching.grid import grid_of
from matching.inputs import Weight
from matching.names import KEYED
from matching.patterns import Patterns
from matching.veto import vetoed


@dataclass(frozen=True, slots=True)
class Model:
    """Log shares of the classes among all pairs, and of the joint levels of each block in them.

    ``usual`` is, for each part of a name, how often two strangers share it.
    """

    plan: Plan
    priors: Floats
    tables: tuple[Floats, ...]
    usual: dict[str, float]

    def scores(self, patterns: Patterns) -> Floats:
        """The log likelihood, with the prior, of each class (row) for each pattern (column)."""
        scores = np.repeat(self.priors[:, None], len(patterns), axis=1)
        for block, table in zip(self.plan.blocks, self.tables, strict=True):
            scores += table[:, grid_of(block).code(patterns.levels)]
        scores += self.by_rarity(patterns)
        scores[SAME, vetoed(patterns.levels)] = -np.inf
        return scores

    def by_rarity(self, patterns: Patterns) -> Floats:
        """What the rarity of the shared names adds to the score of each class."""
        added = np.zeros((len(self.priors), len(patterns)))
        added[STRANGER] = patterns.rarity["surname"] + patterns.rarity["given"]
        # Relatives share a surname for a reason, a first name by chance.
        added[RELATED] = patterns.rarity["given"] - self._usual(patterns)
        return added

    def _usual(self, patterns: Patterns) -> Floats:
        """What the rarity of the shared given names is on average."""
        total = np.zeros(len(patterns))
        for part in ("first", "patronymic"):
            total += np.isin(patterns.levels[part], KEYED) * np.log(self.usual[part])
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
                    Weight(self.plan.kind, field, level.name.lower(), *rows[shown, level].tolist())
                    for level in LEVELS[field]
                    if level
                ]
        return tuple(found)


def posterior(scores: Floats) -> Floats:
    """The probabilities of the classes from their log scores."""
    top = scores.max(axis=0)
    shares = np.exp(scores - top)
    result: Floats = shares / shares.sum(axis=0)
    return result
