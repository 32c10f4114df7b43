"""How raw values of a table's rows are shown: numbers, dates, severities, kinds of source."""

from datetime import date, datetime

from resources.texts import gettext, marked
from rules.finding import Severity
from ui import formats
from ui.look.colours import Tone
from ui.paging import Tag

_SEVERITIES = {
    Severity.BLOCK: (Tone.BLOCK, "✕", marked("block")),
    Severity.WARN: (Tone.WARN, "!", marked("warning")),
    Severity.INFO: (Tone.INFO, "i", marked("note")),
}
_KINDS = {
    "sales": marked("Sales"),
    "service": marked("Service"),
    "bookings": marked("Bookings"),
    "claims": marked("Claims"),
    "surveys": marked("Surveys"),
    "entry": marked("Entry"),
}


def text(value: object) -> str:
    """Any text, "" for nothing."""
    return "" if value is None else str(value)


def number(value: object) -> str:
    """A whole number with its thousands apart."""
    return formats.number(value) if isinstance(value, int) else text(value)


def day(value: object) -> str:
    """A date."""
    return formats.day(value) if isinstance(value, date) else text(value)


def moment(value: object) -> str:
    """A date with its time."""
    return formats.moment(value) if isinstance(value, datetime) else text(value)


def severity(value: object) -> str | Tag:
    """A severity as a mark."""
    if value not in set(Severity):
        return text(value)
    tone, sign, word = _SEVERITIES[Severity(str(value))]
    return Tag(tone, sign, gettext(word))


def kind(value: object) -> str:
    """The department a source belongs to; another source goes by its own name."""
    return gettext(_KINDS.get(str(value), text(value)))
