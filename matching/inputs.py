"""What matching takes and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import polars as pl

from resources.texts import gettext

Report: TypeAlias = Callable[[int, int], None]

_TEXTS = ("region", "city", "street", "house")
CARDS: dict[str, pl.DataType] = {
    "card": pl.Int64(),
    "source": pl.Int32(),
    "kind": pl.Utf8(),
    "last": pl.Utf8(),
    "first": pl.Utf8(),
    "patronymic": pl.Utf8(),
    "gender": pl.Utf8(),
    "company": pl.Utf8(),
    "legal_form": pl.Utf8(),
    "inn": pl.Utf8(),
    "birth": pl.Date(),
} | {name: pl.Utf8() for name in _TEXTS}
PHONES: dict[str, pl.DataType] = {"card": pl.Int64(), "phone": pl.Utf8()}
EMAILS: dict[str, pl.DataType] = {"card": pl.Int64(), "email": pl.Utf8()}
EVENTS: dict[str, pl.DataType] = {
    "card": pl.Int64(),
    "vehicle": pl.Int64(),
    "kind": pl.Utf8(),
    "date": pl.Date(),
    "mileage": pl.Int64(),
}
JUDGED: dict[str, pl.DataType] = {"left": pl.Int64(), "right": pl.Int64(), "verdict": pl.Utf8()}
CANDIDATES: dict[str, pl.DataType] = {
    "left": pl.Int64(),
    "right": pl.Int64(),
    "probability": pl.Float64(),
    "relation": pl.Utf8(),
    "evidence": pl.Utf8(),
    "admitted": pl.Boolean(),
    "group": pl.Int64(),
}


def _empty(schema: dict[str, pl.DataType]) -> pl.DataFrame:
    return pl.DataFrame(schema=schema)


def _fitted(frame: pl.DataFrame, schema: dict[str, pl.DataType], name: str) -> pl.DataFrame:
    """The frame with exactly the columns of the schema, texts without nulls."""
    if missing := [column for column in schema if column not in frame.columns]:
        msg = f"{name} lacks the columns {', '.join(missing)}"
        raise ValueError(msg)
    frame = frame.select(pl.col(column).cast(kind) for column, kind in schema.items())
    return frame.with_columns(pl.col(pl.Utf8).fill_null(""))


@dataclass(frozen=True, slots=True)
class MatchInput:
    """Cards and what hangs on them, all texts in the normal form of ``rules``, "" = missing.

    ``kind`` of a card is "person" or "company", of an event "sale", "order" or "car".
    A verdict is "same", "different", "related" or "unsure".
    """

    cards: pl.DataFrame = field(default_factory=lambda: _empty(CARDS))
    phones: pl.DataFrame = field(default_factory=lambda: _empty(PHONES))
    emails: pl.DataFrame = field(default_factory=lambda: _empty(EMAILS))
    events: pl.DataFrame = field(default_factory=lambda: _empty(EVENTS))
    judged: pl.DataFrame = field(default_factory=lambda: _empty(JUDGED))

    def fitted(self) -> "MatchInput":
        """The same frames in the expected columns and types.

        Raises:
            ValueError: a frame lacks a column.
        """
        return MatchInput(
            cards=_fitted(self.cards, CARDS, "cards"),
            phones=_fitted(self.phones, PHONES, "phones"),
            emails=_fitted(self.emails, EMAILS, "emails"),
            events=_fitted(self.events, EVENTS, "events"),
            judged=_fitted(self.judged, JUDGED, "judged"),
        )


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
class Summary:
    """How a proposal came about."""

    cards: int
    compared: int
    keys: tuple[KeyReport, ...]
    weights: tuple[Weight, ...]


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
