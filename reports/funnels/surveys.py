"""The answers of surveys, each with its band and the visit that it is about."""

import polars as pl

from reports.facts import Facts
from reports.identities import severally_known

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


def with_visits(surveys: pl.DataFrame, facts: Facts, *, visit_days: int) -> pl.DataFrame:
    """The surveys with ``visited`` and ``car`` of the visit each is about, null where none shows.

    The order that it names, nearest in time; else the last visit of its car at or before its
    day; else that of its client. ``by``: how it was found. ``shaky``: for all that is decided,
    it may be another.
    """
    named = _by_number(surveys, facts)
    found = surveys.join(named, on="row_id", how="left", maintain_order="left")
    for key in ("vehicle_id", "likely"):
        rest = found.filter(pl.col("visited").is_null(), pl.col(key) > 0)
        last = _last_visit(rest, facts, key).with_columns(pl.lit(key).alias("by"))
        found = (
            found.join(last, on="row_id", how="left", suffix="_new")
            .with_columns(pl.coalesce(name, f"{name}_new").alias(name) for name in _FOUND)
            .drop(f"{name}_new" for name in _FOUND)
        )
    return _with_shaky(found, facts, visit_days)


_FOUND = ("car", "visited", "by", "of_loose")


def _by_number(surveys: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    orders = (
        facts.orders.select("number", "vehicle_id", "date", "loose", "client_visit")
        .filter("client_visit", pl.col("number") != "")
        .select(
            "number",
            pl.col("vehicle_id").alias("car"),
            pl.col("date").alias("visited"),
            pl.col("loose").alias("of_loose"),
        )
    )
    apart = (pl.col("date") - pl.col("visited")).dt.total_days().abs()
    return (
        surveys.filter(pl.col("number") != "")
        .select("row_id", "number", "date")
        .join(orders, on="number")
        .with_columns(apart.alias("apart"), pl.lit("number").alias("by"))
        .sort("apart")
        .unique("row_id", keep="first", maintain_order=True)
        .select("row_id", *_FOUND)
    )


def _last_visit(surveys: pl.DataFrame, facts: Facts, key: str) -> pl.DataFrame:
    """row_id, car, visited, of_loose: the last visit up to a survey's day by one of its keys."""
    visits = facts.visits.select(
        pl.col(key).alias("key"),
        pl.col("vehicle_id").alias("car"),
        pl.col("date").alias("visited"),
        pl.col("loose").alias("of_loose"),
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
        .select("row_id", "car", "visited", "of_loose")
    )


def _with_shaky(found: pl.DataFrame, facts: Facts, visit_days: int) -> pl.DataFrame:
    """The surveys with ``shaky``: a later visit of no known car or client may be the one."""
    asked = found
    for name, where in (("last_loose", "loose"), ("last_stranger", "kept_out")):
        days = facts.visits.filter(where).select(pl.col("date").alias(name)).sort(name)
        asked = asked.sort("date").join_asof(
            days, left_on="date", right_on=name, coalesce=False, check_sortedness=False
        )
    several = severally_known(facts.cards)
    by, waits = pl.col("by"), pl.col("loose")
    any_loose = pl.col("last_loose").is_not_null()
    any_stranger = pl.col("last_stranger").is_not_null()
    since = pl.col("visited") - pl.duration(days=visit_days)
    later_loose = (pl.col("last_loose") >= since).fill_null(value=False)
    later_stranger = (pl.col("last_stranger") >= since).fill_null(value=False)
    nobody = pl.col("kept_out") | pl.col("possible").is_in(several)
    of_car = pl.col("vehicle_id").is_not_null() & any_loose
    later = later_loose | later_stranger
    shaky = (
        pl.when(by == "number")
        .then("of_loose")
        .when(by == "vehicle_id")
        .then(waits | later_loose)
        .when(by == "likely")
        .then(pl.col("of_loose") | waits | nobody | later | of_car)
        .otherwise(waits | nobody | any_loose | any_stranger)
    )
    return asked.with_columns(shaky.alias("shaky")).drop("last_loose", "last_stranger")
