"""How a report's values are written: by their unit, with their bounds, short on an axis."""

from math import isfinite

from reports.cell_text import NOTHING
from reports.content import Bounds, Number, Unit
from resources import formats as common
from resources.texts import gettext, marked

_SPACE = "\u00a0"
_PER_CENT = 100
_SHORT = (
    (1e12, marked("{number} tn")),
    (1e9, marked("{number} bn")),
    (1e6, marked("{number} M")),
)


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
            return gettext(word).format(number=common.rounded(value / size, 2)) + _after(unit)
    if unit is Unit.SHARE:
        return common.rounded(value * _PER_CENT, 1) + _after(unit)
    return common.rounded(value, 3) + _after(unit)


def _bare(value: Number, unit: Unit) -> str:
    if unit is Unit.SHARE:
        return common.share(value)
    if unit is Unit.TEXT and isinstance(value, int):
        return str(value)  # the name of something, such as a year
    if unit is Unit.RATIO:
        return common.decimal(value, 2)
    return common.rounded(value, 0 if unit is Unit.MONEY else 1)


def _after(unit: Unit) -> str:
    """What stands after a number of this unit."""
    if unit is Unit.SHARE:
        return common.percent_sign()
    if unit is Unit.MONEY:
        return f"{_SPACE}₽"
    if unit is Unit.KILOMETRES:
        return f"{_SPACE}{gettext('km')}"
    return ""


def _finite(value: Bounds) -> bool:
    return all(map(isfinite, (value.low, value.best, value.high)))
