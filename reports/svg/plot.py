"""A chart's numbers made ready to be drawn: finite, low, best and high of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.cell_text import numbers_text, spread
from reports.content import Bounds, Chart, Number, Unit


@dataclass(frozen=True, slots=True)
class Point:
    """A value to draw."""

    low: Number
    best: Number
    high: Number
    said: str

    @property
    def exact(self) -> bool:
        """Whether there is no whisker to draw."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Plot:
    """The labels, the names of the series, and the points by series and label."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    points: tuple[tuple[Point | None, ...], ...]
    unit: Unit

    @property
    def found(self) -> list[Point]:
        """All the points there are."""
        return [point for series in self.points for point in series if point is not None]

    @property
    def ends(self) -> list[Number]:
        """The lows and the highs of all the points."""
        return [end for point in self.found for end in (point.low, point.high)]

    def of(self, label: int) -> list[Point | None]:
        """The points of a label, by series."""
        return [series[label] for series in self.points]

    def totals(self) -> list[Number]:
        """What the points of each label sum up to, when they are stacked."""
        return [
            sum(point.best for point in self.of(label) if point is not None)
            for label in range(len(self.labels))
        ]

    def first(self, most: int) -> "Plot":
        """The same with the first labels alone."""
        cut = tuple(series[:most] for series in self.points)
        return Plot(self.labels[:most], self.names, cut, self.unit)


def plotted(chart: Chart) -> Plot:
    """The chart's plot; what is no finite number is left out."""
    count = len(chart.labels)
    points = tuple(_points(series.values, count, chart.unit) for series in chart.series)
    return Plot(chart.labels, tuple(series.name for series in chart.series), points, chart.unit)


def _points(
    values: Sequence[Number | Bounds | None], count: int, unit: Unit
) -> tuple[Point | None, ...]:
    padded = (*values[:count], *(None,) * (count - len(values)))
    return tuple(_point(value, unit) for value in padded)


def _point(value: Number | Bounds | None, unit: Unit) -> Point | None:
    found = () if value is None else spread(value)
    if not found:
        return None
    return Point(found[0], found[len(found) // 2], found[-1], numbers_text(found, unit))
