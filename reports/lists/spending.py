"""What each client paid: for service that he pays for himself, and for cars."""

import polars as pl

from reports.facts import Facts
from reports.options import Options
from reports.slices import in_period
from resources import formats
from resources.texts import gettext


def period(options: Options) -> tuple[str, ...]:
    """The header's line on the period asked for, none where there is none."""
    if options.since is None and options.until is None:
        return ()
    since, until = (formats.day(day) or "…" for day in (options.since, options.until))
    return (gettext("Period: {period}").format(period=f"{since} – {until}"),)


def spending(facts: Facts, options: Options) -> pl.DataFrame:
    """Each client of the period: client_id, visits, service, cars, price, money, last.

    ``service`` is what his commercial visits cost, ``price`` what his cars did; null where no sum
    is told.
    """
    served = (
        facts.visits.filter(in_period(options))
        .group_by("decided")
        .agg(visits=pl.len(), service=paid(), last=pl.col("date").max())
    )
    bought = (
        facts.sales.filter(in_period(options))
        .group_by("decided")
        .agg(cars=pl.col("vehicle_id").n_unique(), price=_sum(pl.col("amount")))
    )
    return (
        served.join(bought, on="decided", how="full", coalesce=True)
        .rename({"decided": "client_id"})
        .with_columns(
            pl.col("visits", "cars").fill_null(0),
            money=pl.sum_horizontal("service", "price"),
        )
        .with_columns(pl.col("service", "price", "money").round(2))
    )


def paid() -> pl.Expr:
    """What the commercial visits of a group cost, null where none tells its sum."""
    return _sum(pl.when("commercial").then("amount"))


def _sum(amounts: pl.Expr) -> pl.Expr:
    return pl.when(amounts.count() > 0).then(amounts.sum())
