"""What a dealer's matching takes: cards and what hangs on them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import polars as pl

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

    ``kind`` of a card is "person" or "company", of an event "sale", "order", "car" …:
    a sale alone is told apart.
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

    def shared_cars(self) -> list[int]:
        """The cars that events of two cards or more are of."""
        cards = self.events.group_by("vehicle").agg(pl.col("card").n_unique())
        return cards.filter(pl.col("card") > 1)["vehicle"].to_list()

    def together(self, other: "MatchInput") -> "MatchInput":
        """The same with the cards of another, which are others, and what hangs on those."""
        return replace(
            self,
            cards=pl.concat([self.cards, other.cards]),
            phones=pl.concat([self.phones, other.phones]),
            emails=pl.concat([self.emails, other.emails]),
            events=pl.concat([self.events, other.events]),
        )

    def of_cards(self, cards: Iterable[int]) -> "MatchInput":
        """The same of these cards only."""
        wanted = pl.Series(list(cards), dtype=pl.Int64).implode()
        mine = pl.col("card").is_in(wanted)
        return replace(
            self,
            cards=self.cards.filter(mine),
            phones=self.phones.filter(mine),
            emails=self.emails.filter(mine),
            events=self.events.filter(mine),
        )
