"""Marks of a maintenance that do not count, because nothing was paid."""

from dataclasses import replace

import polars as pl

from reports.content import Column, Report, Table, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import not_for_contacting
from reports.lists.one_list import nothing, one_list
from reports.lists.spending import period
from reports.options import Options
from reports.slices import in_period
from resources.texts import gettext

NAME = "list-unpaid-marks"


def unpaid_marks(facts: Facts, book: Book, options: Options) -> Report:
    """The orders marked as a maintenance without pay, the latest first."""
    if facts.orders.is_empty():
        return nothing(NAME, facts, _definition(), listing.no_visits(facts))
    orders = facts.orders.filter(in_period(options))
    rows = (
        orders.filter("unpaid")
        .sort("date", "row_id", descending=[True, False])
        .select(
            pl.col("decided").alias("client_id"),
            *("date", "number", "vehicle_id", "model", "branch", "staff", "mileage"),
        )
    )
    chosen = not_for_contacting(rows, book, options)
    return one_list(
        NAME,
        facts,
        book,
        _definition(),
        replace(chosen, filters=(*period(options), *chosen.filters)),
        columns=_columns(),
        numbers=[("orders", gettext("Orders counted"), orders.height)],
        tables=(_advisers(chosen.rows),),
    )


def _advisers(marks: pl.DataFrame) -> Table:
    """Whose marks they are, the most first."""
    counts = marks.group_by("branch", "staff").len("marks")
    return Table(
        gettext("By adviser"),
        (
            Column("branch", gettext("Branch")),
            Column("staff", gettext("Adviser")),
            Column("marks", gettext("Marks without pay"), Unit.COUNT),
        ),
        tuple(
            counts.sort("marks", "branch", "staff", descending=[True, False, False])
            .head(listing.MOST)
            .iter_rows()
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("date", gettext("Date"), Unit.DAY),
        Column("number", gettext("Work order")),
        *listing.client_columns(),
        *listing.car_columns(),
        Column("mileage", gettext("Mileage"), Unit.KILOMETRES),
        Column("branch", gettext("Branch")),
        Column("staff", gettext("Adviser")),
    )


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Work orders marked as a planned maintenance for which nothing was paid. They count as "
            "no maintenance in any report: whoever marked them should correct the mark or the sum. "
            "A ТО-0 counts without pay, too, and is not listed."
        ),
    )
