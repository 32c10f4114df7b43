"""Which cards are one client as somebody knows it, and what that says of pairs of cards."""

from dataclasses import dataclass

import polars as pl

_SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Truth:
    """Who the cards of a base really are.

    ``people`` has card and person, one row a card. ``apart`` has low and high, the persons known
    to be two clients; None where any two persons are.
    """

    people: pl.DataFrame
    apart: pl.DataFrame | None = None

    def labelled(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """The pairs (left, right, …) with ``same``: whether they are one client, null if unknown.

        They come in the order of their ids.
        """
        found = pairs
        for side in _SIDES:
            person = self.people.rename({"card": side, "person": f"{side}_person"})
            found = found.join(person, on=side, how="left")
        same = pl.col("left_person") == pl.col("right_person")
        found = found.with_columns(same=same, low=_LOW, high=_HIGH)
        if self.apart is not None:
            known = self.apart.with_columns(apart=pl.lit(value=True))
            said = pl.when("same").then(pl.lit(value=True)).when("apart").then(pl.lit(value=False))
            found = found.join(known, on=["low", "high"], how="left").with_columns(same=said)
        return found.select(*pairs.columns, "same").sort(_SIDES)

    def wrong_within(self, members: pl.DataFrame) -> int:
        """How many pairs of cards of one client are two clients.

        ``members`` has card, client and person.
        """
        cells = members.group_by("client", "person").agg(cards=pl.len().cast(pl.Int64))
        if self.apart is None:
            whole = cells.group_by("client").agg(
                all=pl.col("cards").sum() ** 2, own=(pl.col("cards") ** 2).sum()
            )
            return int((whole["all"] - whole["own"]).sum()) // 2
        met = cells.join(cells, on="client", suffix="_other").filter(
            pl.col("person") < pl.col("person_other")
        )
        met = met.join(self.apart, left_on=["person", "person_other"], right_on=["low", "high"])
        return int((met["cards"] * met["cards_other"]).sum())


_LOW = pl.min_horizontal("left_person", "right_person")
_HIGH = pl.max_horizontal("left_person", "right_person")
