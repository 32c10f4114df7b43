"""Periods of a report: the quick choices, and days that are typed."""

from datetime import date, timedelta
from enum import StrEnum

from resources.texts import gettext
from rules.date_notation import Notation, read
from ui import formats

_CENTURY = 2000


class Quick(StrEnum):
    """A period that one choice sets, or one of the user's own."""

    ALL = "all"
    THIS_YEAR = "this year"
    TWELVE_MONTHS = "twelve months"
    LAST_MONTH = "last month"
    OWN = "own"


class NoDayError(Exception):
    """What was typed is no day; the text says how to write one."""


def span(quick: Quick, day: date) -> tuple[date | None, date | None]:
    """The first and the last day of a quick choice, for a report of this day."""
    if quick is Quick.THIS_YEAR:
        return day.replace(month=1, day=1), day
    if quick is Quick.TWELVE_MONTHS:
        return _year_before(day) + timedelta(days=1), day
    if quick is Quick.LAST_MONTH:
        last = day.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    return None, None


def recognised(since: date | None, until: date | None, day: date) -> Quick:
    """The quick choice that a period is, the user's own where it is none."""
    known = (one for one in Quick if one is not Quick.OWN and span(one, day) == (since, until))
    return next(known, Quick.OWN)


def typed(text: str) -> date | None:
    """The day that a text names, None for no text.

    Raises:
        NoDayError: it names none.
    """
    plain = text.strip()
    if not plain:
        return None
    found = read(plain)
    if found is not None and found.notation in {Notation.USUAL, Notation.GUESSED}:
        year = found.year + _CENTURY if found.short_year else found.year
        try:
            return date(year, found.month, found.day)
        except ValueError:
            pass
    raise NoDayError(
        gettext("“{text}” is no day. Write it as {example}.").format(
            text=plain, example=formats.day(date(2025, 12, 31))
        )
    )


def _year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
