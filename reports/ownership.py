"""Until when a buyer's car may be expected: the day its owner changed, as far as it shows."""

import polars as pl

from reports.facts import Facts
from reports.identities import severally_known
from reports.lookup import looked_up

CHANGED = {"decided": "changed<", "likely": "changed", "possible": "changed>"}
"""The columns of the day, by who the clients are taken for."""

_CAR = "vehicle_id"


def with_changes(sales: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The sales with the day from which the car is no longer the buyer's, null where none shows.

    The day of the car's next sale here; or, where a person bought it, of another client's first
    visit after the buyer's own last sign of life with the car. The first of ``CHANGED`` is the
    earliest that it could be, the last the latest.
    """
    resold = _resold(facts.sales)
    found = sales.join(resold, on=[_CAR, "date"], how="left", maintain_order="left")
    seen = _seen(sales, facts)
    unclear = _unclear(seen, sales, facts).implode()
    for who, name in CHANGED.items():
        only = seen if who == "likely" else seen.filter(pl.col(_CAR).is_in(unclear))
        taken = looked_up(found["row_id"], _taken_over(sales, only, who), "row_id")
        found = found.hstack(taken.rename({"taken_over": name}))
    known = ~pl.col(_CAR).is_in(unclear)
    return found.with_columns(
        pl.min_horizontal(
            pl.when(known).then(CHANGED["likely"]).otherwise(name) if who != "likely" else name,
            "resold",
        ).alias(name)
        for who, name in CHANGED.items()
    ).drop("resold")


def _resold(sales: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, date, resold: the day of the car's next sale, of cars sold several times."""
    several = sales.select(_CAR, "date").filter(pl.col(_CAR).is_duplicated())
    following = pl.col("date").shift(-1).over(_CAR).alias("resold")
    return several.sort(_CAR, "date").with_columns(following)


def _seen(sales: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """Who was seen with each car sold to a person that others came with, and when."""
    persons = sales.filter("person")
    buyer = persons.select(_CAR, *(pl.col(who).alias(f"buyer_{who}") for who in CHANGED))
    several = persons.filter(pl.col(_CAR).is_duplicated())[_CAR]
    orders = facts.orders.select(*_SIGNS, "date", "client_visit").filter(
        "client_visit", pl.col(_CAR).is_not_null()
    )
    known = looked_up(orders[_CAR], buyer.unique(_CAR), _CAR)
    met = orders.hstack(known).filter(
        pl.col("buyer_likely").is_not_null(), (pl.col("likely") > 0) | pl.col("kept_out")
    )
    other = pl.any_horizontal(pl.col(who) != pl.col(f"buyer_{who}") for who in CHANGED)
    cars = pl.concat([met.filter(other | pl.col("kept_out"))[_CAR], several]).unique()
    return (
        met.filter(pl.col(_CAR).is_in(cars.implode()))
        .group_by(_SIGNS)
        .agg(pl.col("date").min().alias("first"), pl.col("date").max().alias("last"))
    )


_SIGNS = [_CAR, *CHANGED, "kept_out"]


def _unclear(seen: pl.DataFrame, sales: pl.DataFrame, facts: Facts) -> pl.Series:
    """The cars that somebody bought or came with who is not known for certain."""
    several = severally_known(facts.cards)
    somebody = pl.col("kept_out") | pl.col("possible").is_in(several)
    return pl.concat(one.filter(somebody)[_CAR] for one in (seen, sales)).unique()


def _taken_over(sales: pl.DataFrame, seen: pl.DataFrame, who: str) -> pl.DataFrame:
    """row_id, taken_over of the sales to persons whose car another client came with.

    A card in quarantine is nobody, for all that is likely; it may be another client at once, or
    the buyer himself, or make the others such as were seen before.
    """
    persons = sales.filter("person")
    if who == "likely":
        seen = seen.filter(~pl.col("kept_out"))
    if who == "possible":
        strange = seen.filter("kept_out")[_CAR].unique().implode()
        persons = persons.filter(~pl.col("kept_out"), ~pl.col(_CAR).is_in(strange))
    buyers = persons.select(
        "row_id", _CAR, pl.col(who).alias("buyer"), pl.col("date").alias("sold")
    )
    meant = seen.group_by(_CAR, who).agg(pl.col("first").min(), pl.col("last").max())
    met = buyers.join(meant, on=_CAR, how="inner")
    own = pl.col(who) == pl.col("buyer")
    last = met.group_by("row_id").agg(
        pl.max_horizontal(pl.col("sold").first(), pl.col("last").filter(own).max()).alias(
            "last_own"
        )
    )
    return (
        met.filter(~own)
        .join(last, on="row_id")
        .filter(pl.col("first") > pl.col("last_own"))
        .group_by("row_id")
        .agg(pl.col("first").min().alias("taken_over"))
    )
