"""When a car is due for its next maintenance, by the calendar and by the kilometres it runs."""

import polars as pl

from reports.facts import VISITS, Facts
from reports.lists.extremes import earliest, latest
from rules.to_no import INTERVAL, INTERVALS

LEAST_DAYS = 30
LEAST_RATE, MOST_RATE = 1, 500
"""Kilometres a day that a car may run; beyond them one of two points is wrong."""

MOST_DAYS = 3_650
"""A mileage to be reached later is no forecast, but a fault in one of the mileages."""

TIME, SOLD, DISTANCE = "time", "sold", "distance"


def forecasts(facts: Facts) -> pl.DataFrame:
    """Each car whose next maintenance can be told.

    Columns: vehicle_id, client_id, model, make, branch, last (visit), reading (the last mileage
    known), rate (kilometres a day), last_to, due, expected (the mileage on that day), basis.
    ``basis``: twelve months after the last maintenance or after the sale, or the distance.
    """
    return (
        _cars(facts)
        .join(_rates(facts), on="vehicle_id", how="left")
        .join(_last_maintenance(facts), on="vehicle_id", how="left")
        .with_columns(target=_target())
        .with_columns(
            by_time=pl.coalesce("last_to", "sold").dt.offset_by("12mo"),
            by_distance=_reached(),
        )
        .with_columns(due=pl.min_horizontal("by_time", "by_distance"))
        .filter(pl.col("due").is_not_null())
        .with_columns(expected=_expected(), basis=_basis(), rate=pl.col("rate").round(1))
    )


def _cars(facts: Facts) -> pl.DataFrame:
    """Every car that came, with who came last, and its last sale as new.

    A car sold again since its last visit is left to its buyer.
    """
    who = (pl.col("decided").alias("client_id"), "vehicle_id", "date", "model", "make", "branch")
    mentions = pl.concat([facts.visits.select(*who), facts.sales.select(*who)])
    sold = facts.sales.filter(~pl.col("used")).group_by("vehicle_id")
    came = facts.visits.group_by("vehicle_id").agg(last=pl.col("date").max())
    return (
        latest(mentions, "vehicle_id")
        .drop("date")
        .join(came, on="vehicle_id")
        .join(sold.agg(sold=pl.col("date").max()), on="vehicle_id", how="left")
    )


def _rates(facts: Facts) -> pl.DataFrame:
    """vehicle_id, reading, read_on, rate: from the first and the last mileage known of each car.

    A car sold as new had none on the day of its sale.
    """
    none = pl.lit(0, VISITS["mileage"])
    new = facts.sales.filter(~pl.col("used")).select("vehicle_id", "date", mileage=none)
    read = facts.visits.filter(pl.col("mileage") > 0).select("vehicle_id", "date", "mileage")
    points = pl.concat([new, read])
    first = earliest(points, "vehicle_id").select("vehicle_id", since="date", before="mileage")
    last = latest(read, "vehicle_id").select("vehicle_id", read_on="date", reading="mileage")
    days = (pl.col("read_on") - pl.col("since")).dt.total_days()
    rate = (pl.col("reading") - pl.col("before")) / days
    sane = (days >= LEAST_DAYS) & rate.is_between(LEAST_RATE, MOST_RATE)
    return last.join(first, on="vehicle_id").select(
        "vehicle_id", "reading", "read_on", rate=pl.when(sane).then(rate)
    )


def _last_maintenance(facts: Facts) -> pl.DataFrame:
    """vehicle_id, last_to, to_no, to_reading: the last maintenance but ТО-0, an inspection."""
    done = facts.orders.filter(pl.col("to_no") > 0)
    return latest(done, "vehicle_id").select(
        "vehicle_id", "to_no", to_reading="mileage", last_to="date"
    )


def _target() -> pl.Expr:
    """The mileage of the next maintenance: an interval after the last, else the next multiple."""
    make = pl.col("make").cast(pl.String)
    interval = make.replace_strict(INTERVALS, default=INTERVAL, return_dtype=pl.Int64)
    after = pl.when(pl.col("to_reading") > 0).then(pl.col("to_reading") + interval)
    return pl.coalesce(after, (pl.col("reading") // interval + 1) * interval)


def _reached() -> pl.Expr:
    days = ((pl.col("target") - pl.col("reading")) / pl.col("rate")).ceil().cast(pl.Int64)
    near = days.is_between(-MOST_DAYS, MOST_DAYS)
    return pl.when(near).then(pl.col("read_on") + pl.duration(days=days))


def _expected() -> pl.Expr:
    """The mileage on the day it is due, in hundreds."""
    ahead = (pl.col("due") - pl.col("read_on")).dt.total_days() * pl.col("rate")
    return ((pl.col("reading") + ahead) / 100).round().cast(pl.Int64) * 100


def _basis() -> pl.Expr:
    by_distance = pl.col("by_time").is_null() | (pl.col("by_distance") < pl.col("by_time"))
    return (
        pl.when(by_distance)
        .then(pl.lit(DISTANCE))
        .when(pl.col("last_to").is_null())
        .then(pl.lit(SOLD))
        .otherwise(pl.lit(TIME))
    )
