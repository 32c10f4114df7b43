"""From values to places: round steps of an axis, and where a value stands on it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reports.content import Number, Unit

_STEPS = (1, 2, 2.5, 5, 10)
_WANTED = 5
_WHOLE = {Unit.COUNT, Unit.MONEY, Unit.KILOMETRES, Unit.TEXT}


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high`` in steps, drawn from ``start`` to ``end``."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: Number) -> float:
        """Where the value stands."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def zero(self) -> float:
        """Where nought stands."""
        return self.at(0)

    @property
    def ticks(self) -> list[Number]:
        """The values that are written at the axis."""
        count = round((self.high - self.low) / self.step)
        return [_tidy(self.low + self.step * number) for number in range(count + 1)]

    def drawn(self, start: float, end: float) -> "Scale":
        """The same axis between two other places."""
        return Scale(self.low, self.high, self.step, start, end)


def scale(values: Sequence[Number], unit: Unit) -> Scale:
    """The axis from nought that holds all the values, from place 0 to 1."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if low == high:
        high = 1.0
    step = _step((high - low) / _WANTED, whole=unit in _WHOLE)
    return Scale(math.floor(low / step) * step, math.ceil(high / step) * step, step, 0, 1)


def _step(rough: float, *, whole: bool) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(one * size for one in _STEPS if one * size >= rough * (1 - 1e-9))
    return max(1.0, math.ceil(step)) if whole else step


def _tidy(value: float) -> Number:
    """The value without the dust of floating point, whole where it is."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded
