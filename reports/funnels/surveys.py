"""The answers of surveys, each with its band and the visit that it is about."""

import polars as pl

from reports.facts import Facts

BANDS = ("low", "mid", "high")
LEAST_MID, LEAST_HIGH = 0.6, 0.9
"""A mark above the first share of the greatest one is no longer low, from the second on high."""

_ROUNDING = 1e-9


def banded(surveys: pl.DataFrame) -> pl.DataFrame:
    """The surveys with their ``band``."""
    mark = pl.col("mark")
    band = (
        pl.when(mark <= LEAST_MID + _ROUNDING)
        .then(pl.lit("low"))
        .when(mark < LEAST_HIGH - _ROUNDING)
        .then(pl.lit("mid"))
        .otherwise(pl.lit("high"))
    )
    return surveys.with_columns(band.alias("band"))


def with_visits(surveys: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The surveys with ``visited`` and ``car`` of the visit each is about, null where none shows.

    The order that it names, nearest in time; else the last visit of its car at or before its
    day; else that of its client. ``by``: how it was found.
    """
    named = _by_number(surveys, facts)
    found = surveys.join(named, on="row_id", how="left", maintain_order="left")
    for key in ("vehicle_id", "likely"):
        rest = found.filter(pl.col("car").is_null(), pl.col(key) > 0)
        last = _last_visit(rest, facts, key).with_columns(pl.lit(key).alias("by"))
        found = (
            found.join(last, on="row_id", how="left", suffix="_new")
            .with_columns(
                pl.coalesce(name, f"{name}_new").alias(name) for name in ("car", "visited", "by")
            )
            .drop("car_new", "visited_new", "by_new")
        )
    return found


def _by_number(surveys: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    orders = (
        facts.orders.select("number", "vehicle_id", "date", "client_visit")
        .filter("client_visit", pl.col("number") != "")
        .select("number", pl.col("vehicle_id").alias("car"), pl.col("date").alias("visited"))
    )
    apart = (pl.col("date") - pl.col("visited")).dt.total_days().abs()
    return (
        surveys.filter(pl.col("number") != "")
        .select("row_id", "number", "date")
        .join(orders, on="number")
        .with_columns(apart.alias("apart"), pl.lit("number").alias("by"))
        .sort("apart")
        .unique("row_id", keep="first")
        .select("row_id", "car", "visited", "by")
    )


def _last_visit(surveys: pl.DataFrame, facts: Facts, key: str) -> pl.DataFrame:
    """row_id, car, visited: the last visit at or before a survey's day by one of its keys."""
    visits = facts.visits.select(
        pl.col(key).alias("key"), pl.col("vehicle_id").alias("car"), pl.col("date").alias("visited")
    ).filter(pl.col("car").is_not_null(), pl.col("key").is_in(surveys[key].implode()))
    return (
        surveys.select("row_id", "date", pl.col(key).alias("key"))
        .sort("date")
        .join_asof(
            visits.sort("visited"),
            left_on="date",
            right_on="visited",
            by="key",
            coalesce=False,
            check_sortedness=False,
        )
        .filter(pl.col("visited").is_not_null())
        .select("row_id", "car", "visited")
    )
