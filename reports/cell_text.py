"""The values of a report as the language in force writes them."""

import math
from collections.abc import Callable, Mapping
from datetime import date

from reports.content import Bounds, Cell, Number, Unit
from resources.formats import day, decimal, number, percent_sign, rounded, share
from resources.texts import gettext, marked

NOTHING = "–"
_NBSP = "\u00a0"
_SIGNS: Mapping[Unit, str] = {Unit.MONEY: "₽", Unit.KILOMETRES: marked("km")}


def cell_text(value: Cell, unit: Unit) -> str:
    """A value in words: “low – best – high” where it is not exact, a dash where there is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return day(value)
    if value is None:
        return NOTHING
    return numbers_text(spread(value), unit)


def spread(value: Number | Bounds) -> tuple[Number, ...]:
    """The finite numbers of a value: low, best and high, one if it is exact, none if it is none."""
    found: tuple[Number, ...] = (value,) if not isinstance(value, Bounds) else _of(value)
    return found if all(map(math.isfinite, found)) else ()


def _of(value: Bounds) -> tuple[Number, ...]:
    return (value.best,) if value.exact else (value.low, value.best, value.high)


def best(value: Number | Bounds | None) -> Number | None:
    """The one number to draw or to sort by, None if there is none."""
    if value is None:
        return None
    found = spread(value)
    return found[len(found) // 2] if found else None


def numbers_text(values: tuple[Number, ...], unit: Unit) -> str:
    """The numbers with dashes between them, the sign of their unit once behind."""
    if not values:
        return NOTHING
    write = _NUMERALS.get(unit, _plain)
    return _signed(f"{_NBSP}– ".join(map(write, values)), unit)


def tick_text(value: Number, unit: Unit) -> str:
    """A round number at an axis, with no decimals that say nothing."""
    return _signed(rounded(value * 100 if unit is Unit.SHARE else value, 4), unit)


def _signed(written: str, unit: Unit) -> str:
    if unit is Unit.SHARE:
        return f"{written}{percent_sign()}"
    sign = gettext(_SIGNS.get(unit, ""))
    return f"{written}{_NBSP}{sign}" if sign else written


def _count(value: Number) -> str:
    return number(value) if isinstance(value, int) else rounded(value, 1)


def _whole(value: Number) -> str:
    return decimal(value, 0)


def _ratio(value: Number) -> str:
    return decimal(value, 2)


def _plain(value: Number) -> str:
    """A number that is a name, such as a year."""
    return str(value) if isinstance(value, int) else rounded(value, 2)


_NUMERALS: Mapping[Unit, Callable[[Number], str]] = {
    Unit.COUNT: _count,
    Unit.SHARE: share,
    Unit.RATIO: _ratio,
    Unit.MONEY: _whole,
    Unit.KILOMETRES: _whole,
}
