"""Cars whose next maintenance is due within the next days, or was lately."""

from datetime import timedelta

import polars as pl

from reports.content import Column, Report, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import contactable, named
from reports.lists.mileage_forecast import (
    DISTANCE,
    LEAST_DAYS,
    LEAST_RATE,
    MOST_RATE,
    SOLD,
    TIME,
    forecasts,
)
from reports.lists.one_list import nothing, one_list
from reports.options import Options
from resources.texts import gettext

NAME = "list-next-visit"
AHEAD_DAYS, OVERDUE_DAYS = 30, 90


def next_visit(facts: Facts, book: Book, options: Options) -> Report:
    """The cars to invite, the longest overdue first."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    if missing:
        return nothing(NAME, facts, _definition(), missing)
    told = forecasts(facts)
    due = told.filter(
        pl.col("due").is_between(
            facts.day - timedelta(days=OVERDUE_DAYS), facts.day + timedelta(days=AHEAD_DAYS)
        )
    )
    overdue = due.filter(pl.col("due") < facts.day).height
    words = due.with_columns(basis=pl.col("basis").replace_strict(_bases()))
    chosen = contactable(named(words.sort("due", "vehicle_id"), book, options), options)
    return one_list(
        NAME,
        facts, book,
        _definition(),
        chosen,
        columns=_columns(),
        numbers=[
            ("told", gettext("Cars whose next maintenance can be told"), told.height),
            ("ahead", gettext("Due in the next {days} days").format(days=AHEAD_DAYS),
             due.height - overdue),
            ("overdue", gettext("Overdue by {days} days at most").format(days=OVERDUE_DAYS),
             overdue),
        ],
        notes=_notes(facts),
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    return (
        *listing.contact_columns(),
        *listing.car_columns(),
        Column("due", gettext("Due on"), Unit.DAY),
        Column("expected", gettext("Mileage by then"), Unit.KILOMETRES),
        Column("basis", gettext("Told from")),
        Column("rate", gettext("Kilometres a day"), Unit.RATIO),
        Column("last", gettext("Last visit"), Unit.DAY),
    )


def _bases() -> dict[str, str]:
    return {
        TIME: gettext("12 months after the last maintenance"),
        SOLD: gettext("12 months after the sale"),
        DISTANCE: gettext("mileage of the next maintenance"),
    }


def _notes(facts: Facts) -> tuple[str, ...]:
    if facts.visits["mileage"].count():
        return ()
    return (gettext("No order tells a mileage: the dates are those of the calendar alone."),)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "The next maintenance is due on the earlier of two days: twelve months after the last "
            "one (after the sale as new where there was none but ТО-0), and the day on which the "
            "car reaches the mileage of the next one by the interval of its make."
        ),
        gettext(
            "Kilometres a day come from two points at least {days} days apart: the sale as new or "
            "the first visit with a mileage, and the last visit with one; fewer than {least} or "
            "more than {most} a day are not believed."
        ).format(days=LEAST_DAYS, least=LEAST_RATE, most=MOST_RATE),
        gettext(
            "Listed are the cars due within the next {ahead} days and those overdue by {overdue} "
            "days at most. It is a forecast: nobody promises that it comes true."
        ).format(ahead=AHEAD_DAYS, overdue=OVERDUE_DAYS),
    )
