"""Precision, recall and the curve of both: pure functions on frames of pairs and of cards."""

from dataclasses import dataclass

import numpy as np
import polars as pl

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean, 0 where nothing is right."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Curve:
    """Precision and recall at every probability that occurs, from the highest down."""

    thresholds: Floats
    precision: Floats
    recall: Floats

    def best(self) -> tuple[float, Score]:
        """The threshold with the best F1, and the score there."""
        if not len(self.thresholds):
            return 1.0, Score(0.0, 0.0)
        total = np.maximum(self.precision + self.recall, np.finfo(float).tiny)
        place = int(np.argmax(2 * self.precision * self.recall / total))
        score = Score(float(self.precision[place]), float(self.recall[place]))
        return float(self.thresholds[place]), score

    def recall_at(self, precision: float) -> float:
        """The recall at the lowest threshold that is still so precise; 0 if there is none."""
        good = np.nonzero(self.precision >= precision)[0]
        return float(self.recall[good[-1]]) if len(good) else 0.0


def curve(pairs: pl.DataFrame, true_pairs: int) -> Curve:
    """Precision and recall of labelled pairs at each threshold; equal probabilities go together.

    ``pairs`` has probability and same.
    """
    levels = (
        pairs.group_by("probability")
        .agg(count=pl.len(), right=pl.col("same").sum())
        .sort("probability", descending=True)
    )
    right = levels["right"].cast(pl.Float64).cum_sum().to_numpy()
    count = levels["count"].cast(pl.Float64).cum_sum().to_numpy()
    return Curve(levels["probability"].to_numpy(), right / count, right / max(true_pairs, 1))


def pairs_within(cards: pl.DataFrame, *by: str) -> int:
    """How many pairs of cards agree in all these columns."""
    sizes = cards.group_by(by).len()["len"].cast(pl.Int64)
    return int((sizes * (sizes - 1) // 2).sum())
