"""Valuable clients who came regularly and come no more."""

import polars as pl

from reports.content import Column, Report, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import contactable, named
from reports.lists.extremes import latest
from reports.lists.months import YEAR, shifted
from reports.lists.one_list import nothing, one_list
from reports.options import Options
from resources.texts import gettext

NAME = "list-lost-valuable"
VISITS_A_YEAR = 2


def lost_valuable(facts: Facts, book: Book, options: Options) -> Report:
    """The lost clients whose bill was above the average, those who paid most first."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    paid = facts.visits.filter("commercial", pl.col("amount") > 0)
    if not missing and paid.is_empty():
        missing = gettext("No order tells what was paid.")
    if missing:
        return nothing(NAME, facts, _definition(), missing)
    lost = _lost(facts)
    bills = paid.group_by(client_id="decided").agg(
        bill=pl.col("amount").mean().round(2), money=pl.col("amount").sum().round(2)
    )
    valuable = lost.join(bills, on="client_id").filter(pl.col("bill") > paid["amount"].mean())
    rows = valuable.sort("money", "client_id", descending=[True, False])
    chosen = contactable(named(rows, book, options), options)
    columns = (
        *listing.contact_columns(),
        Column("money", gettext("Paid for service"), Unit.MONEY),
        Column("bill", gettext("Average bill"), Unit.MONEY),
        Column("visits", gettext("Visits"), Unit.COUNT),
        Column("last", gettext("Last visit"), Unit.DAY),
        *listing.car_columns(),
    )
    numbers = [
        ("lost", gettext("Regular clients lost"), lost.height),
        ("valuable", gettext("With a bill above the average"), valuable.height),
    ]
    return one_list(NAME, facts, book, _definition(), chosen, columns=columns, numbers=numbers)


def _lost(facts: Facts) -> pl.DataFrame:
    """Who came twice a year for two years and not in the last: client_id, visits, last, car."""
    told = facts.visits.select(
        pl.col("decided").alias("client_id"), "date", "vehicle_id", "model", "repeat"
    )
    counts = told.group_by("client_id").agg(visits=pl.len())
    ends = (
        latest(told, "client_id")
        .rename({"date": "last"})
        .drop("repeat")
        .join(counts, on="client_id")
        .filter(pl.col("last") <= shifted(facts.day, -YEAR))
        .with_columns(
            middle=pl.col("last").dt.offset_by("-12mo"), begin=pl.col("last").dt.offset_by("-24mo")
        )
    )
    years = (
        told.filter(~pl.col("repeat"))
        .select("client_id", "date")
        .join(ends.select("client_id", "middle", "begin"), on="client_id")
        .group_by("client_id")
        .agg(
            second=(pl.col("date") > pl.col("middle")).sum(),
            first=pl.col("date").is_between("begin", "middle", closed="right").sum(),
        )
        .filter(pl.min_horizontal("first", "second") >= VISITS_A_YEAR)
    )
    return ends.join(years, on="client_id", how="semi").drop("middle", "begin")


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Clients who came {visits} times or more in each of the two years that ended with "
            "their last visit (repeat visits not counted), whose average bill is above that of all "
            "paid visits, and who have not come for twelve months."
        ).format(visits=VISITS_A_YEAR),
    )
