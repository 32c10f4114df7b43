"""Numbers, dates and durations as the language in force writes them."""

from datetime import date, datetime

from resources.texts import gettext, language

_THIN = "\u202f"


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}".replace(",", _THIN if language() == "ru" else ",")


def day(value: date | None) -> str:
    """A date, "" if there is none."""
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if language() == "ru" else f"{value:%Y-%m-%d}"


def moment(value: datetime | None) -> str:
    """A date with its time of day, "" if there is none."""
    return f"{day(value)} {value:%H:%M}" if value else ""


def percent(share: float) -> str:
    """A share of one as a percentage; never 100 unless it is exactly one.

    A probability of 0.9996 shown as 100 % would promise more than it holds.
    """
    shown = int(share * 1000) / 10
    text = f"{shown:g}"
    return f"{text.replace('.', ',')}{_THIN}%" if language() == "ru" else f"{text}%"


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
