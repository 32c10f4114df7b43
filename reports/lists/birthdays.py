"""Whose birthday is in the next days."""

from calendar import isleap
from datetime import date, timedelta

import polars as pl

from reports.content import Column, Report, Unit
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import contactable, named
from reports.lists.one_list import nothing, one_list
from reports.options import Options
from resources.texts import gettext

NAME = "list-birthdays"
DAYS = 14
_LEAP = (2, 29)


def birthdays(facts: Facts, book: Book, options: Options) -> Report:
    """The persons whose birthday comes within two weeks, the next one first."""
    born = book.clients.filter(pl.col("kind") == "person", pl.col("birth_date") < facts.day)
    missing = listing.no_clients(book)
    if not missing and born.is_empty():
        missing = gettext("No client’s birth date is known.")
    if missing:
        return nothing(NAME, facts, _definition(), missing)
    days = pl.DataFrame(
        [(day.month, day.day, day) for day in _days(facts.day)]
        + [(*_LEAP, day) for day in _days(facts.day) if _stands_for_leap(day)],
        schema={"month": pl.Int8, "day": pl.Int8, "birthday": pl.Date},
        orient="row",
    )
    turning = pl.col("birthday").dt.year() - pl.col("birth_date").dt.year()
    rows = (
        born.select(
            "client_id",
            "birth_date",
            month=pl.col("birth_date").dt.month(),
            day=pl.col("birth_date").dt.day(),
        )
        .join(days, on=["month", "day"])
        .with_columns(turning=turning)
        .sort("birthday", "client_id")
        .select("client_id", "birthday", "turning")
    )
    columns = (
        *listing.contact_columns(),
        Column("birthday", gettext("Birthday"), Unit.DAY),
        Column("turning", gettext("Years old"), Unit.COUNT),
    )
    numbers = [
        ("known", gettext("Persons whose birth date is known"), born.height),
        ("birthdays", gettext("Birthdays in {days} days").format(days=DAYS), rows.height),
    ]
    chosen = contactable(named(rows, book, options), options)
    return one_list(NAME, facts, book, _definition(), chosen, columns=columns, numbers=numbers)


def _days(day: date) -> list[date]:
    return [day + timedelta(days=number) for number in range(DAYS)]


def _stands_for_leap(day: date) -> bool:
    return (day.month, day.day) == (3, 1) and not isleap(day.year)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Persons whose birthday falls into the {days} days that begin with the day of the "
            "report. Who was born on 29 February has it on 1 March of other years."
        ).format(days=DAYS),
    )
