"""Which facts a report is of: periods, exclusions, and slices by a dimension."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import polars as pl

from reports.facts import Facts
from reports.options import Dimension, Options

_NOTHING = pl.lit("")
_VALUES: Mapping[Dimension, pl.Expr] = {
    Dimension.YEAR: pl.col("date").dt.year().cast(pl.String),
    Dimension.MONTH: pl.col("date").dt.month_start(),
    Dimension.MODEL: pl.col("model"),
    Dimension.BRANCH: pl.col("branch"),
    Dimension.STAFF: pl.col("staff"),
    Dimension.KIND: pl.when("person").then(pl.lit("person")).otherwise(pl.lit("company")),
    Dimension.REGION: pl.col("region"),
    Dimension.OWN: pl.when("own").then(pl.lit("own")).otherwise(pl.lit("foreign")),
}
_NEEDS = {Dimension.YEAR: "date", Dimension.MONTH: "date", Dimension.KIND: "person"}


def value(frame: pl.DataFrame, dimension: Dimension) -> pl.Expr:
    """The value of a dimension for each row, nothing where the facts do not tell it.

    A month is its first day: to write millions of days as texts takes a second.
    """
    needed = _NEEDS.get(dimension, str(dimension))
    return _VALUES[dimension] if needed in frame.columns else _NOTHING


def chosen(frame: pl.DataFrame, options: Options) -> pl.DataFrame:
    """The rows that have the values asked for; a dimension the facts do not have bars nothing."""
    wanted = [
        value(frame, dimension) == (_month(text) if dimension is Dimension.MONTH else text)
        for dimension, text in options.only.items()
        if _NEEDS.get(dimension, str(dimension)) in frame.columns
    ]
    return frame.filter(wanted) if wanted else frame


def in_period(options: Options) -> pl.Expr:
    """Whether the date of a row is within the period."""
    since = pl.lit(value=True) if options.since is None else pl.col("date") >= options.since
    return since if options.until is None else since & (pl.col("date") <= options.until)


def previous(options: Options, day: date) -> Options | None:
    """The options of the period before, of the same length; None where there is no period."""
    if options.since is None:
        return None
    until = options.until or day
    if until < options.since:
        return None
    length = until - options.since + timedelta(days=1)
    return replace(options, since=options.since - length, until=options.since - timedelta(days=1))


def expected(facts: Facts, options: Options) -> pl.DataFrame:
    """The sales whose buyers may be expected to come."""
    sales = facts.sales
    if not options.used_cars:
        sales = sales.filter(~pl.col("used"))
    if not options.other_regions:
        elsewhere = (pl.col("region") != "") & ~pl.col("region").is_in(list(facts.home))
        sales = sales.filter(~elsewhere)
    return chosen(sales, options)


def _month(text: str) -> date | None:
    """The first day of a month written as 2025-03, None where it is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
