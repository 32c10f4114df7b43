"""Buyers to call: those without ТО-0, and those who may want the next car."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl

from reports.content import Column, Report, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import contactable, named
from reports.lists.months import YEAR, shifted
from reports.lists.one_list import nothing, one_list
from reports.options import Options
from reports.ownership import CHANGED, with_changes
from reports.slices import expected
from resources.texts import gettext

NO_TO0, TRADE_IN = "list-no-to0", "list-trade-in"
SINCE_DAYS, UNTIL_MONTHS = 30, 12
TRADE_IN_YEARS = 3


def no_to0(facts: Facts, book: Book, options: Options) -> Report:
    """The cars sold as new lately that have had no maintenance yet."""
    missing = listing.no_clients(book) or listing.no_sales(facts) or listing.no_visits(facts)
    if missing:
        return nothing(NO_TO0, facts, _no_to0_definition(), missing)
    sold = _sold(facts, options)
    without = sold.filter(~pl.col("served")).sort("date", "vehicle_id")
    listed = contactable(named(without, book, options), options)
    numbers = [
        ("sold", gettext("Sold in that time"), sold.height),
        ("came", gettext("With a maintenance"), sold.height - without.height),
        ("without", gettext("Without any"), without.height),
    ]
    chosen = replace(listed, filters=(_regions(options), *listed.filters))
    return one_list(
        NO_TO0, facts, book, _no_to0_definition(), chosen, columns=_columns(), numbers=numbers
    )


def trade_in(facts: Facts, book: Book, options: Options) -> Report:
    """The buyers who have owned their car for years, those seen latest first."""
    missing = listing.no_clients(book) or listing.no_sales(facts)
    if missing:
        return nothing(TRADE_IN, facts, _trade_in_definition(), missing)
    long_ago = pl.col("date") <= shifted(facts.day, -TRADE_IN_YEARS * YEAR)
    bought = _still_owned(facts.sales.filter(long_ago), facts)
    last = facts.visits.group_by(client_id="decided").agg(last=pl.col("date").max())
    years = ((pl.lit(facts.day) - pl.col("date")).dt.total_days() / 365.25).round(1)
    owned = (
        bought.join(last, on="client_id", how="left")
        .with_columns(years=years)
        .sort("last", "date", "vehicle_id", descending=[True, True, False], nulls_last=True)
    )
    listed = contactable(named(owned, book, options), options)
    columns = (
        *_columns(),
        Column("years", gettext("Years owned"), Unit.RATIO),
        Column("last", gettext("Last visit"), Unit.DAY),
    )
    numbers = [("owned", gettext("Cars owned so long"), owned.height)]
    return one_list(
        TRADE_IN, facts, book, _trade_in_definition(), listed, columns=columns, numbers=numbers
    )


def _sold(facts: Facts, options: Options) -> pl.DataFrame:
    """The cars sold as new in the time, still their buyers', and whether they were served."""
    since, until = _window(facts.day)
    sales = expected(facts, replace(options, used_cars=False, only={}))
    bought = _still_owned(sales.filter(pl.col("date").is_between(since, until)), facts)
    done = facts.orders.filter(pl.col("to_no").is_not_null()).select(
        "vehicle_id", done=pl.col("date")
    )
    last = done.group_by("vehicle_id").agg(pl.col("done").max())
    return bought.join(last, on="vehicle_id", how="left").with_columns(
        served=(pl.col("done") >= pl.col("date")).fill_null(value=False)
    )


def _still_owned(sales: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The sales whose car the buyer is not known to have parted with."""
    owned = with_changes(sales, facts).filter(pl.col(CHANGED["likely"]).is_null())
    return owned.select(
        pl.col("decided").alias("client_id"), "vehicle_id", "date", "model", "branch", "staff"
    )


def _regions(options: Options) -> str:
    if options.other_regions:
        return gettext("Buyers from other regions are on the list, too.")
    return gettext("Buyers from other regions are left out.")


def _window(day: date) -> tuple[date, date]:
    return shifted(day, -UNTIL_MONTHS) + timedelta(days=1), day - timedelta(days=SINCE_DAYS)


def _columns() -> tuple[Column, ...]:
    return (
        *listing.contact_columns(),
        *listing.car_columns(),
        Column("date", gettext("Sold on"), Unit.DAY),
        Column("staff", gettext("Seller")),
    )


def _no_to0_definition() -> tuple[str, ...]:
    return (
        gettext(
            "Cars sold as new between {days} days and {months} months ago that have had neither "
            "ТО-0 nor any later maintenance since, and whose owner is not known to have changed. "
            "The longest ago comes first."
        ).format(days=SINCE_DAYS, months=UNTIL_MONTHS),
    )


def _trade_in_definition() -> tuple[str, ...]:
    return (
        gettext(
            "Clients who bought a car here {years} years ago or earlier and are not known to have "
            "parted with it: it was not sold here again, and nobody else has come with it after "
            "them. Those who were seen latest come first."
        ).format(years=TRADE_IN_YEARS),
    )
