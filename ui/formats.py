"""Moments, durations and periods as the window writes them, and the formats of every face."""

from datetime import date, datetime

from resources.formats import day, number, percent
from resources.texts import gettext

__all__ = ["day", "duration", "moment", "number", "percent", "period"]


def moment(value: datetime | None) -> str:
    """A date with its time of day, "" if there is none."""
    return f"{day(value)} {value:%H:%M}" if value else ""


def duration(seconds: float) -> str:
    """A rough length of time: seconds below a minute, then minutes, then hours."""
    whole = max(1, round(seconds))
    if whole < 60:  # noqa: PLR2004 - seconds in a minute
        return gettext("{number} s").format(number=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour
        return gettext("{minutes} min {seconds:02} s").format(minutes=minutes, seconds=rest)
    return gettext("{hours} h {minutes:02} min").format(hours=minutes // 60, minutes=minutes % 60)


def period(since: date | None, until: date | None) -> str:
    """A span of dates open at either end, one day if it is one, "" if both ends are unknown."""
    if since == until:
        return day(since)
    return f"{day(since)} – {day(until)}".strip()
