"""What comes out of a search, and how it is reported meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import polars as pl

from resources.texts import gettext

Report: TypeAlias = Callable[[int, int], None]

CANDIDATES: dict[str, pl.DataType] = {
    "left": pl.Int64(),
    "right": pl.Int64(),
    "probability": pl.Float64(),
    "relation": pl.Utf8(),
    "evidence": pl.Utf8(),
    "admitted": pl.Boolean(),
    "group": pl.Int64(),
}


@dataclass(frozen=True, slots=True)
class KeyReport:
    """What one blocking key did: pairs it proposed, frequent values it split, values it dropped."""

    key: str
    pairs: int
    split: int
    dropped: int
    lost_pairs: int


@dataclass(frozen=True, slots=True)
class Weight:
    """How often a level of a field occurs in each class, as the base itself taught."""

    kind: str
    field: str
    level: str
    same: float
    related: float
    stranger: float


@dataclass(frozen=True, slots=True)
class Catch:
    """Of a sample of likely pairs how many a key brings together, and how many only that one."""

    key: str
    pairs: int
    alone: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What blocking brings together of pairs that are likely one client.

    ``once`` and ``twice`` count those that one of the ``kinds`` of evidence catches, and two.
    ``recall`` is the share that any catches, of those there must be at least; 1 where nothing is
    known.
    """

    sampled: int
    kinds: int
    once: int
    twice: int
    catches: tuple[Catch, ...]

    @property
    def recall(self) -> float:
        """The estimated share of true pairs that are compared."""
        missed = self.once * (self.once - 1) / (2 * (self.twice + 1))
        missed *= (self.kinds - 1) / max(self.kinds, 1)
        return self.sampled / (self.sampled + missed) if self.sampled else 1.0

    def joined(self, other: "Coverage") -> "Coverage":
        """Both samples together."""
        return Coverage(
            self.sampled + other.sampled,
            max(self.kinds, other.kinds),
            self.once + other.once,
            self.twice + other.twice,
            self.catches + other.catches,
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """How a proposal came about.

    ``coverage`` says how much of what is one client was compared at all, where that was asked.
    """

    cards: int
    compared: int
    keys: tuple[KeyReport, ...]
    weights: tuple[Weight, ...]
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The candidates (columns of ``CANDIDATES``, sorted by left, right) and how they came about.

    ``fitted`` holds the models as text, by which any pair can be accounted for later.
    """

    candidates: pl.DataFrame
    summary: Summary
    fitted: str


class TooManyPairsError(Exception):
    """The blocking keys would compare more pairs than the machine should bear."""

    def __init__(self, pairs: int, cap: int, key: str) -> None:
        message = gettext(
            "Too many cards share values: {pairs} pairs would have to be compared, {cap} at most "
            "are. Repair the values that stand on very many cards and try again."
        )
        super().__init__(message.format(pairs=pairs, cap=cap))
        self.pairs = pairs
        self.cap = cap
        self.key = key
