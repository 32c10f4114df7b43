"""How warm every client was on any day, told from visits and sales alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from reports.lists.months import YEAR, shifted

HOT, WARM, COLD, NEW = "hot", "warm", "cold", "new"
HOT_VISITS = 3
"""Visits within twelve months that make a client hot; a visit that repeats one is none of them."""

_NEVER = date(1, 1, 1)
_CLIENT = pl.col("client_id")


@dataclass(frozen=True, slots=True)
class Lives:
    """Visits and sales of clients, each with what came before and after it.

    ``visits``: client_id, date, vehicle_id, model, next (the client's next visit), third (the
    last visit but two, repeats not counted). ``sales``: client_id, date, vehicle_id, model,
    next, first_visit.
    """

    visits: pl.DataFrame
    sales: pl.DataFrame


def lives(visits: pl.DataFrame, sales: pl.DataFrame) -> Lives:
    """The lives that visits (client_id, date, vehicle_id, model, repeat) and sales show."""
    ordered = visits.sort("client_id", "date", maintain_order=True).with_row_index("order")
    same = _CLIENT.shift(HOT_VISITS - 1) == _CLIENT
    thirds = ordered.filter(~pl.col("repeat")).select(
        "order", third=pl.when(same).then(pl.col("date").shift(HOT_VISITS - 1))
    )
    first = (_CLIENT.shift() != _CLIENT).fill_null(value=True)
    # a repeat has the third of the last visit that is none
    known = pl.when(pl.col("plain")).then(pl.col("third").fill_null(_NEVER))
    come = (
        ordered.join(thirds.with_columns(plain=True), on="order", how="left", maintain_order="left")
        .with_columns(third=known)
        .with_columns(
            third=pl.when(first).then(pl.col("third").fill_null(_NEVER)).otherwise("third")
        )
        .with_columns(pl.col("third").forward_fill(), next=_next())
        .drop("order", "plain", "repeat")
    )
    firsts = come.group_by("client_id").agg(first_visit=pl.col("date").min())
    bought = (
        sales.sort("client_id", "date", maintain_order=True)
        .with_columns(next=_next())
        .join(firsts, on="client_id", how="left", maintain_order="left")
    )
    return Lives(come, bought)


def as_of(found: Lives, day: date) -> pl.DataFrame:
    """Every client known by the day: client_id, temperature, last, vehicle_id, model.

    ``last`` is the last visit, or the purchase of a client who never came.
    """
    warmth, newness = _conditions(day)
    columns = ("client_id", "temperature", pl.col("date").alias("last"), "vehicle_id", "model")
    return pl.concat(
        [
            found.visits.filter(_current(day)).with_columns(temperature=warmth).select(*columns),
            found.sales.filter(_current(day), _unserved(day))
            .with_columns(temperature=newness)
            .select(*columns),
        ]
    )


def by_day(found: Lives, days: Sequence[date]) -> pl.DataFrame:
    """How many clients were hot, warm, cold and new on each of the days."""
    rows = [_counted(found, day) for day in days]
    return pl.DataFrame(rows, schema={"day": pl.Date, **dict.fromkeys(_ALL, pl.Int64)})


_ALL = (HOT, WARM, COLD, NEW)


def _counted(found: Lives, day: date) -> dict[str, date | int]:
    warmth, newness = _conditions(day)
    come = found.visits.lazy().filter(_current(day)).select(temperature=warmth)
    bought = found.sales.lazy().filter(_current(day), _unserved(day)).select(temperature=newness)
    counts = pl.concat([come, bought]).group_by("temperature").len().collect()
    return {"day": day, **dict.fromkeys(_ALL, 0), **dict(counts.iter_rows())}


def _next() -> pl.Expr:
    """The client's next date, in rows sorted by client and date."""
    return pl.when(_CLIENT.shift(-1) == _CLIENT).then(pl.col("date").shift(-1))


def _current(day: date) -> pl.Expr:
    """The client's last fact up to the day."""
    following = pl.col("next").is_null() | (pl.col("next") > day)
    return (pl.col("date") <= day) & following


def _unserved(day: date) -> pl.Expr:
    return pl.col("first_visit").is_null() | (pl.col("first_visit") > day)


def _conditions(day: date) -> tuple[pl.Expr, pl.Expr]:
    """The temperature of a last visit, and that of a purchase without any."""
    ago = shifted(day, -YEAR)
    warmth = (
        pl.when(pl.col("date") <= ago)
        .then(pl.lit(COLD))
        .when(pl.col("third") > ago)
        .then(pl.lit(HOT))
        .otherwise(pl.lit(WARM))
    )
    newness = pl.when(pl.col("date") > ago).then(pl.lit(NEW)).otherwise(pl.lit(COLD))
    return warmth, newness
