"""Orders made into visits: those of one car on the same or the next day are one."""

import polars as pl

from reports.facts import VISITS
from reports.lookup import looked_up
from rules.visit_kind import VisitKind

OTHER = "other"
KINDS = (
    *map(str, (VisitKind.COMEBACK, VisitKind.MAINTENANCE, VisitKind.WARRANTY, VisitKind.RECALL)),
    *map(str, (VisitKind.BODYWORK, VisitKind.REPAIR, VisitKind.DIAGNOSTICS, VisitKind.TYRES)),
    *map(str, (VisitKind.EQUIPMENT, VisitKind.WASH)),
    OTHER,
)
"""The kinds of a visit: one of several orders is of the first of these that it has."""

_REPEATED = ["repair", "warranty", "bodywork", "diagnostics"]


def visits(
    orders: pl.DataFrame, sales: pl.DataFrame, *, visit_days: int, repeat_days: int
) -> pl.DataFrame:
    """The visits of clients, columns as in ``facts.VISITS``, by car and date.

    Args:
        orders: as in ``facts.ORDERS``.
        sales: as in ``facts.SALES``.
        visit_days: an order so many days after the car's last one belongs to the same visit.
        repeat_days: a repair so soon after one of the same kind repeats it, 0 for never.
    """
    found = orders.filter("client_visit").drop("number", "unpaid").with_columns(_kind())
    chained = _chained(found, visit_days)
    first = chained["first"]
    alone = first & first.shift(-1, fill_value=True)
    made = chained
    if not alone.all():
        several = _joined(chained.filter(~alone))
        made = pl.concat([chained.filter(alone), several]).sort(_by_car(), maintain_order=True)
    return _repeats(_owned(made, sales), repeat_days).select(*VISITS)


def _kind() -> pl.Expr:
    """The kind of an order, "other" where it is none of the list."""
    kind = pl.col("kind")
    known = pl.any_horizontal(kind == one for one in KINDS)
    return pl.when(known).then(kind).otherwise(pl.lit(OTHER).cast(pl.Categorical())).alias("kind")


def _by_car() -> pl.Expr:
    """One number to sort by car and date: a fourth of the time of sorting by both."""
    car = pl.col("vehicle_id").fill_null(0).cast(pl.Int64)
    return car * _DAYS + pl.col("date").to_physical()


_DAYS = 1 << 20


def _chained(orders: pl.DataFrame, days: int) -> pl.DataFrame:
    """The orders by car and date; ``first``: the order begins a visit.

    An order whose car may be any is a visit of its own.
    """
    car, day = pl.col("vehicle_id"), pl.col("date").to_physical()
    near = (car == car.shift()) & (day - day.shift() <= days)
    begins = near.fill_null(value=False).not_().alias("first")
    ordered = orders.sort(_by_car(), maintain_order=True)
    if not ordered["loose"].any():
        return ordered.with_columns(begins)
    placed = ordered.filter(~pl.col("loose")).with_columns(begins)
    alone = ordered.filter("loose").with_columns(pl.lit(value=True).alias("first"))
    return pl.concat([placed, alone]).sort(_by_car(), maintain_order=True)


def _joined(orders: pl.DataFrame) -> pl.DataFrame:
    """One row for each visit of several orders."""
    ranks = (
        pl.col("kind")
        .cast(pl.String)
        .replace_strict(
            list(KINDS), range(len(KINDS)), default=len(KINDS) - 1, return_dtype=pl.Int8
        )
    )
    return (
        orders.with_columns(ranks.alias("rank"), pl.col("first").cum_sum().alias("visit"))
        .group_by("visit", maintain_order=True)
        .agg(
            pl.all().exclude("rank", "kind", *_OF_ALL).first(),
            pl.col("kind").sort_by("rank").first(),
            pl.col("to_no").min(),
            pl.col("amount").sum(),
            pl.col("mileage").max(),
            pl.col("commercial", "inferred", "loose", "kept_out").any(),
        )
        .select(orders.columns)
    )


_OF_ALL = ("to_no", "amount", "mileage", "commercial", "inferred", "loose", "kept_out")


def _owned(visits: pl.DataFrame, sales: pl.DataFrame) -> pl.DataFrame:
    """The visits with ``own``: whether the car had been sold here by then."""
    first = sales.group_by("vehicle_id").agg(pl.col("date").min().alias("sold"))
    sold = looked_up(visits["vehicle_id"], first, "vehicle_id")
    own = (pl.col("date") >= pl.col("sold")).fill_null(value=False)
    return visits.hstack(sold).with_columns(own.alias("own"))


def _repeats(visits: pl.DataFrame, days: int) -> pl.DataFrame:
    """The visits with ``repeat``."""
    soon = pl.Series(dtype=pl.Int32)
    for kind in _REPEATED:
        same = visits.filter(pl.col("kind") == kind, pl.col("vehicle_id").is_not_null())
        car, day = pl.col("vehicle_id"), pl.col("date").to_physical()
        near = (car == car.shift()) & (day - day.shift() <= days)
        soon = pl.concat([soon, same.filter(near)["row_id"]])
    again = pl.col("kind") == str(VisitKind.COMEBACK)
    return visits.with_columns((again | pl.col("row_id").is_in(soon.implode())).alias("repeat"))
