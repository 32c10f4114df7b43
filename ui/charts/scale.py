"""The scale of an axis: round steps from the least to the greatest value, zero among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from reports.content import Bounds, Chart, ChartKind, Number, Unit

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_FAINT = 1e-9
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high`` in steps."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """How far along the scale a value stands, from 0 to 1."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def ticks(self) -> list[float]:
        """The values that stand on the axis."""
        first, last = round(self.low / self.step), round(self.high / self.step)
        return [place * self.step for place in range(first, last + 1)]


def scale(values: Iterable[float], *, steps: int, whole: bool = False) -> Scale:
    """A scale that holds zero and all the values in so many round steps at most.

    ``whole`` steps are whole numbers.
    """
    known = [0.0, *values]
    low, high = min(known), max(known)
    if high - low < _FAINT:
        high = low + 1.0
    step = _step((high - low) / max(steps, _LEAST), whole=whole)
    return Scale(floor(low / step + _FAINT) * step, ceil(high / step - _FAINT) * step, step)


def _step(least: float, *, whole: bool) -> float:
    """The smallest round number that is not below ``least``."""
    size = 10.0 ** floor(log10(least))
    for times in _ROUND:
        step = times * size
        if step >= least * (1 - _FAINT) and not (whole and step % 1):
            return step
    return max(10.0 * size, 1.0) if whole else 10.0 * size


def bounds(value: Number | Bounds | None) -> Bounds | None:
    """A value with its bounds, None for one that is no number."""
    if value is None:
        return None
    found = value if isinstance(value, Bounds) else Bounds(value, value, value)
    return found if all(map(isfinite, (found.low, found.best, found.high))) else None


def reach(chart: Chart) -> Iterator[float]:
    """What the axis of a chart must hold: every bound, or the sums of what is stacked."""
    columns = [[bounds(value) for value in series.values] for series in chart.series]
    if chart.kind is not ChartKind.STACKED:
        for value in (value for column in columns for value in column if value):
            yield from (value.low, value.best, value.high)
        return
    for label in range(len(chart.labels)):
        there = [column[label] for column in columns if label < len(column)]
        for part in ("low", "best", "high"):
            found = [float(getattr(value, part)) for value in there if value]
            yield sum(number for number in found if number > 0)
            yield sum(number for number in found if number < 0)


def counts(unit: Unit) -> bool:
    """Whether values of a unit come whole."""
    return unit in {Unit.COUNT, Unit.KILOMETRES}
