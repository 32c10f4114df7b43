"""What stands on an axis from left to right: bars side by side or stacked, and lines."""

from collections.abc import Callable, Iterator

from reports.cell_text import numbers_text, tick_text
from reports.svg import shapes
from reports.svg.plot import Plot, Point
from reports.svg.scale import Scale, scale

_HEIGHT = 230.0
_ROOM = 20.0  # above the highest bar, for its number
_FILLED = 0.72  # of a label's room is bars
_LEAST_BAR = 2.0

Draw = Callable[[Plot, Scale, "Slots"], Iterator[str]]


class Slots:
    """The rooms of the labels along the axis."""

    def __init__(self, plot: Plot, left: float) -> None:
        self.left = left
        self.width = (shapes.WIDTH - left - 8) / max(1, len(plot.labels))

    def start(self, label: int) -> float:
        """Where a label's room begins."""
        return self.left + label * self.width

    def middle(self, label: int) -> float:
        """The middle of a label's room."""
        return self.start(label) + self.width / 2


def fits(plot: Plot) -> bool:
    """Whether every label has room under its bars, in two lines."""
    slot = (shapes.WIDTH - 80) / max(1, len(plot.labels))
    return all(
        len(lines := shapes.wrapped(label, slot - 4, 3)) <= 2  # noqa: PLR2004 - two lines
        and not any(line.endswith("…") for line in lines)
        for label in plot.labels
    )


def drawn(plot: Plot, draw: Draw, *, stacked: bool = False) -> tuple[list[str], float]:
    """The pieces of an axis with what ``draw`` puts on it, and the height."""
    values = plot.totals() if stacked else plot.ends
    axis = scale(values, plot.unit).drawn(_HEIGHT, _ROOM)
    ticks = [(axis.at(tick), tick_text(tick, plot.unit)) for tick in axis.ticks]
    left = max(shapes.width_of(said) for _, said in ticks) + 10
    slots = Slots(plot, left)
    pieces = []
    for y, said in ticks:
        pieces.append(shapes.line(left, y, shapes.WIDTH - 8, y))
        pieces.append(shapes.text(said, left - 8, y + 4, anchor="end", ink="mute"))
    pieces += draw(plot, axis, slots)
    pieces.append(shapes.line(left, axis.zero, shapes.WIDTH - 8, axis.zero, kind="axis"))
    labels, height = _labels(plot, slots)
    return [*pieces, *labels], height


def _labels(plot: Plot, slots: Slots) -> tuple[list[str], float]:
    """The labels under the axis, as many of them as there is room for."""
    if fits(plot):
        lines = [shapes.wrapped(label, slots.width - 4, 2) for label in plot.labels]
        most, every = max((len(one) for one in lines), default=1), 1
    else:
        widest = max(map(shapes.width_of, plot.labels)) + 10
        every = max(1, -(-int(widest) // max(1, int(slots.width))))
        lines, most = [[label] for label in plot.labels], 1
    pieces = [
        shapes.text(line, slots.middle(at), _HEIGHT + 17 + row * 14, anchor="middle", ink="mute")
        for at in range(0, len(lines), every)
        for row, line in enumerate(lines[at])
    ]
    return pieces, _HEIGHT + 8 + most * 15


def bars(plot: Plot, axis: Scale, slots: Slots) -> Iterator[str]:
    """Bars side by side, each with its number where there is room."""
    one = max(_LEAST_BAR, slots.width * _FILLED / max(1, len(plot.names)))
    said = all(shapes.width_of(_short(point, plot)) <= one + 6 for point in plot.found)
    for label in range(len(plot.labels)):
        start = slots.middle(label) - one * len(plot.names) / 2
        for series, point in enumerate(plot.of(label)):
            if point is None:
                continue
            x = start + series * one
            top, bottom = sorted((axis.at(point.best), axis.zero))
            yield shapes.bar(x + one * 0.04, top, one * 0.92, bottom - top, series)
            if not point.exact:
                yield from shapes.upright(x + one / 2, axis.at(point.low), axis.at(point.high))
            if said:
                y = min(axis.at(point.high), axis.zero) - 5
                yield shapes.text(_short(point, plot), x + one / 2, y, anchor="middle")


def _short(point: Point, plot: Plot) -> str:
    return numbers_text((point.best,), plot.unit)


def stacks(plot: Plot, axis: Scale, slots: Slots) -> Iterator[str]:
    """The series on top of one another."""
    wide = max(_LEAST_BAR, slots.width * _FILLED)
    for label in range(len(plot.labels)):
        up = down = 0.0
        for series, point in enumerate(plot.of(label)):
            if point is None or not point.best:
                continue
            base = up if point.best > 0 else down
            top, bottom = sorted((axis.at(base + point.best), axis.at(base)))
            yield shapes.bar(slots.middle(label) - wide / 2, top, wide, bottom - top, series)
            up, down = up + max(point.best, 0), down + min(point.best, 0)


def lines(plot: Plot, axis: Scale, slots: Slots) -> Iterator[str]:
    """A line for each series, open where there is nothing to draw."""
    for series, points in enumerate(plot.points):
        run: list[tuple[float, float]] = []
        for label, point in enumerate((*points, None)):
            if point is None:
                if len(run) > 1:
                    yield shapes.path(run, series)
                run = []
            else:
                run.append((slots.middle(label), axis.at(point.best)))
        yield from _marks(points, axis, slots, series)


def _marks(
    points: tuple[Point | None, ...], axis: Scale, slots: Slots, series: int
) -> Iterator[str]:
    for label, point in enumerate(points):
        if point is None:
            continue
        x = slots.middle(label)
        if not point.exact:
            yield from shapes.aside(x, axis.at(point.low), axis.at(point.high), series)
        yield shapes.mark(x, axis.at(point.best), series)
