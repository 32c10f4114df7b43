"""Orders made into visits: those of one car on the same or the next day are one."""

import polars as pl

from reports.facts import VISITS
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
    found = _ranked(orders.filter("client_visit").drop("number", "unpaid"))
    chained = _chained(found, visit_days)
    alone = pl.col("first") & pl.col("first").shift(-1, fill_value=True)
    made = pl.concat([chained.filter(alone), _joined(chained.filter(~alone))])
    made = made.with_columns(
        pl.col("rank").replace_strict(range(len(KINDS)), list(KINDS)).alias("kind")
    ).sort("vehicle_id", "date", "row_id")
    return _repeats(_owned(made, sales), repeat_days).select(*VISITS)


def _ranked(orders: pl.DataFrame) -> pl.DataFrame:
    ranks = pl.col("kind").replace_strict(
        list(KINDS), range(len(KINDS)), default=len(KINDS) - 1, return_dtype=pl.Int8
    )
    return orders.with_columns(ranks.alias("rank"))


def _chained(orders: pl.DataFrame, days: int) -> pl.DataFrame:
    """The orders by car and date; ``first``: the order begins a visit, which has a ``visit``."""
    same_car = pl.col("vehicle_id") == pl.col("vehicle_id").shift()
    near = pl.col("date") - pl.col("date").shift() <= pl.duration(days=days)
    return (
        orders.sort("vehicle_id", "date", "row_id")
        .with_columns((same_car & near).fill_null(value=False).not_().alias("first"))
        .with_columns(pl.col("first").cum_sum().alias("visit"))
    )


def _joined(orders: pl.DataFrame) -> pl.DataFrame:
    """One row for each visit of several orders."""
    first = pl.all().exclude("visit", *_OF_ALL).first()
    return (
        orders.group_by("visit", maintain_order=True)
        .agg(
            first,
            pl.col("rank", "to_no").min(),
            pl.col("amount").drop_nulls().sum(),
            pl.col("mileage").max(),
            pl.col("commercial", "inferred").any(),
            pl.col("loose", "kept_out").any(),
        )
        .select(orders.columns)
    )


_OF_ALL = (*("rank", "to_no", "amount", "mileage", "commercial", "inferred", "loose", "kept_out"),)


def _owned(visits: pl.DataFrame, sales: pl.DataFrame) -> pl.DataFrame:
    """The visits with ``own``: whether the car had been sold here by then."""
    sold = sales.group_by("vehicle_id").agg(pl.col("date").min().alias("sold"))
    return visits.join(sold, on="vehicle_id", how="left", maintain_order="left").with_columns(
        (pl.col("date") >= pl.col("sold")).fill_null(value=False).alias("own")
    )


def _repeats(visits: pl.DataFrame, days: int) -> pl.DataFrame:
    """The visits with ``repeat``."""
    again = visits.filter(pl.col("kind").is_in(_REPEATED), pl.col("vehicle_id").is_not_null())
    since = pl.col("date") - pl.col("date").shift().over("vehicle_id", "kind")
    soon = again.filter(since <= pl.duration(days=days))["row_id"].implode()
    comeback = pl.col("kind") == str(VisitKind.COMEBACK)
    return visits.with_columns((comeback | pl.col("row_id").is_in(soon)).alias("repeat"))
