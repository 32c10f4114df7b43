"""Visits of own and of foreign cars by month, and what could change them in that very month."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from reports.content import Bounds
from reports.facts import Facts
from reports.loose import loose
from reports.measures import ordered

SIDES = ("own", "foreign")
IS = {"own": pl.col("own"), "foreign": ~pl.col("own") & pl.col("vehicle_id").is_not_null()}
"""Which side a visit is of; one of no known car is of neither."""

_MONTH = pl.col("date").dt.month_start().alias("month")
_Moves = tuple[Mapping[date, int], Mapping[date, int]]


def by_month(visits: pl.DataFrame, facts: Facts) -> dict[str, Bounds]:
    """``visits.own.2025-03`` and the like.

    A loose order may be a visit of either side in its month, or join two others to one; on the
    last day of a month it may draw a visit of the next day into its own.
    """
    free = visits.select("date", "loose").filter("loose")
    here, edge = _counts(free), _counts(_drawn(free))
    gained, lost = _turned(visits, facts)
    out: dict[str, Bounds] = {}
    for day, *counts in _sums(visits).iter_rows():
        more = here.get(day, 0)
        less = more + edge.get(day, 0)
        moved = (gained.get(day, 0), lost.get(day, 0))
        for place, side in enumerate(SIDES):
            best, sure = counts[2 * place : 2 * place + 2]
            plus, minus = moved if side == "own" else moved[::-1]
            found = ordered(max(0, sure - less - minus), best, sure + more + plus)
            out[f"visits.{side}.{day:%Y-%m}"] = found
    return out


def _sums(visits: pl.DataFrame) -> pl.DataFrame:
    """month, then for each side its visits and those whose car is known for certain."""
    sums = []
    for side, where in IS.items():
        sums.append(where.sum().cast(pl.Int64).alias(side))
        sums.append((where & ~pl.col("loose")).sum().cast(pl.Int64).alias(f"sure_{side}"))
    return visits.group_by(_MONTH).agg(sums).sort("month")


def _counts(visits: pl.DataFrame) -> dict[date, int]:
    return dict(visits.group_by(_MONTH).len().iter_rows())


def _drawn(free: pl.DataFrame) -> pl.DataFrame:
    """The next days of loose orders on the last day of a month."""
    following = pl.col("date").dt.offset_by("1d")
    return free.filter(following.dt.day() == 1).with_columns(following)


def _turned(visits: pl.DataFrame, facts: Facts) -> _Moves:
    """By month how many foreign visits loose sales could make own, and how many own ones foreign.

    Each such sale may be that of any one foreign car; a car that only such a sale made own may be
    foreign.
    """
    sales = loose(facts).sales
    if not sales:
        return {}, {}
    told = visits.select("vehicle_id", "date", "own", "loose").filter(
        ~pl.col("loose"), pl.col("vehicle_id").is_not_null()
    )
    cars = told.filter(~pl.col("own")).group_by(_MONTH, "vehicle_id").len()
    gained = cars.group_by("month").agg(pl.col("len").top_k(sales).sum())
    placed = facts.sales.filter("loose")["vehicle_id"].unique().implode()
    lost = told.filter(pl.col("own"), pl.col("vehicle_id").is_in(placed))
    return dict(gained.iter_rows()), _counts(lost)
