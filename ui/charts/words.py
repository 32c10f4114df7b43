"""How a report's values are written: by their unit, with their bounds, short on an axis."""

from datetime import date
from math import isfinite

from reports.content import Bounds, Cell, Number, Unit
from resources.texts import gettext, language, marked
from ui import formats

NOTHING = "—"
_THIN = "\u202f"
_PER_CENT = 100
_DIGITS = {Unit.SHARE: 1, Unit.RATIO: 2}
_SHORT = (
    (1e12, marked("{number} tn")),
    (1e9, marked("{number} bn")),
    (1e6, marked("{number} M")),
)


def cell(value: Cell, unit: Unit) -> str:
    """A table's cell; bounds are written «low – best – high»."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return formats.day(value)
    if not isinstance(value, Bounds):
        return written(value, unit)
    if value.exact or not _finite(value):
        return written(value.best, unit)
    parts = (_bare(part, unit) for part in (value.low, value.best, value.high))
    return " – ".join(parts) + _after(unit)


def bounded(value: Number | Bounds | None, unit: Unit) -> str:
    """A number, and what it could be in brackets: «1 020 (990–1 060)»."""
    if value is None:
        return NOTHING
    if not isinstance(value, Bounds):
        return written(value, unit)
    if value.exact or not _finite(value):
        return written(value.best, unit)
    low, best, high = (_bare(part, unit) for part in (value.low, value.best, value.high))
    return f"{best} ({low}–{high}){_after(unit)}"


def written(value: Number, unit: Unit) -> str:
    """A number with what it is counted in; a dash for one that is none."""
    return _bare(value, unit) + _after(unit) if isfinite(value) else NOTHING


def short(value: float, unit: Unit) -> str:
    """A number of an axis, millions and more in a word."""
    for size, word in _SHORT:
        if abs(value) >= size and unit is not Unit.SHARE:
            return gettext(word).format(number=decimal(value / size, 2)) + _after(unit)
    digits = {Unit.SHARE: 1}.get(unit, 3)
    times = _PER_CENT if unit is Unit.SHARE else 1
    return decimal(value * times, digits) + _after(unit)


def decimal(value: float, digits: int) -> str:
    """A number with so many digits after its point at most, none of them an idle zero."""
    whole, _, rest = f"{abs(value):.{digits}f}".partition(".")
    rest = rest.rstrip("0")
    sign = "−" if value < 0 and (rest or whole.strip("0")) else ""
    point = "," if language() == "ru" else "."
    return f"{sign}{formats.number(int(whole))}{point + rest if rest else ''}"


def _bare(value: Number, unit: Unit) -> str:
    if unit is Unit.SHARE:
        return _share(value)
    return decimal(value, _DIGITS.get(unit, 0 if unit is Unit.MONEY else 1))


def _share(value: float) -> str:
    """A percentage; neither 0 nor 100 unless it is exactly that."""
    text = decimal(value * _PER_CENT, 1)
    if value not in {0, 1} and text in {"0", "100"}:
        return decimal(0.1 if text == "0" else 99.9, 1)
    return text


def _after(unit: Unit) -> str:
    """What stands after a number of this unit."""
    if unit is Unit.SHARE:
        return f"{_THIN}%" if language() == "ru" else "%"
    if unit is Unit.MONEY:
        return f"{_THIN}₽"
    if unit is Unit.KILOMETRES:
        return f"{_THIN}{gettext('km')}"
    return ""


def _finite(value: Bounds) -> bool:
    return all(map(isfinite, (value.low, value.best, value.high)))
