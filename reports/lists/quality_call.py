"""Whom to ask how the service was: orders closed two or three days ago."""

from datetime import timedelta

import polars as pl

from reports.content import Column, Report, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import contactable, named
from reports.lists.one_list import nothing, one_list
from reports.options import Options
from resources.texts import gettext

NAME = "list-quality-call"
SINCE_DAYS, UNTIL_DAYS = 3, 2


def quality_call(facts: Facts, book: Book, options: Options) -> Report:
    """The clients whose orders were closed two or three days before the report's day."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    if missing:
        return nothing(NAME, facts, _definition(), missing)
    window = facts.day - timedelta(days=SINCE_DAYS), facts.day - timedelta(days=UNTIL_DAYS)
    lately = facts.orders.filter("client_visit", pl.col("date") <= window[1]).join(
        book.closed, on="row_id", how="left"
    )
    # an order without a day of closing was closed on its own day, as far as anybody knows
    closed = lately.with_columns(done=pl.coalesce("closed", "date"))
    rows = (
        closed.filter(pl.col("done").is_between(*window))
        .sort("done", "row_id")
        .group_by(pl.col("decided").alias("client_id"), "vehicle_id", maintain_order=True)
        .agg(
            pl.col("done").max(),
            pl.col("model", "staff", "branch").last(),
            number=pl.col("number").filter(pl.col("number") != "").unique(maintain_order=True),
            amount=pl.when(pl.col("amount").count() > 0).then(pl.col("amount").sum().round(2)),
        )
        .with_columns(pl.col("number").list.join(", "))
        .sort("done", "client_id", "vehicle_id", descending=[True, False, False])
    )
    columns = (
        *listing.contact_columns(),
        Column("done", gettext("Closed on"), Unit.DAY),
        Column("number", gettext("Work orders")),
        *listing.car_columns(),
        Column("staff", gettext("Adviser")),
        Column("branch", gettext("Branch")),
        Column("amount", gettext("Sum"), Unit.MONEY),
    )
    numbers = [("closed", gettext("Cars given back in these days"), rows.height)]
    chosen = contactable(named(rows, book, options), options)
    return one_list(NAME, facts, book, _definition(), chosen, columns=columns, numbers=numbers)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Clients’ orders closed {until} or {since} days before the day of the report; where no "
            "day of closing is told, the day of the order stands for it. Orders of one client and "
            "car are one line."
        ).format(until=UNTIL_DAYS, since=SINCE_DAYS),
    )
