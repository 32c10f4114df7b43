"""Months before and after a day."""

from calendar import monthrange
from datetime import date, timedelta

YEAR = 12


def shifted(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has no such day."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def previous_end(day: date) -> date:
    """The last day of the month before the day's."""
    return day.replace(day=1) - timedelta(days=1)


def last_ends(day: date, count: int) -> list[date]:
    """The last month ends up to the day, the earliest first."""
    end = day if (day + timedelta(days=1)).day == 1 else previous_end(day)
    ends = [end]
    while len(ends) < count:
        ends.append(previous_end(ends[-1]))
    return ends[::-1]
