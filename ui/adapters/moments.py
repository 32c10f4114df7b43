"""Moments of the base on the clock of whoever looks at them."""

from datetime import datetime


def moment(text: str) -> datetime:
    """A moment that the base keeps (UTC, ISO 8601) as the local time."""
    return datetime.fromisoformat(text).astimezone()
