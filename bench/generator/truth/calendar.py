"""Days and months, as ordinals."""

from calendar import monthrange
from datetime import date


def months_later(day: int, months: int) -> int:
    """The day so many months later, the last of the month where that has fewer days."""
    start = date.fromordinal(day)
    whole = start.year * 12 + start.month - 1 + months
    year, month = divmod(whole, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).toordinal()


def month_of(day: int) -> str:
    """The year and the month, "2024-05"."""
    return date.fromordinal(day).isoformat()[:7]


def year_of(day: int) -> int:
    """The year."""
    return date.fromordinal(day).year
