"""Bars that lie: a row for each label, for labels too long to stand under bars."""

from collections.abc import Iterator

from reports.cell_text import numbers_text
from reports.svg import shapes
from reports.svg.plot import Plot
from reports.svg.scale import Scale, scale
from resources.texts import ngettext

MOST = 40
_LABEL = 210.0
_SAID = 130.0  # the room for the number behind the longest bar
_BAR = 15.0
_GAP = 10.0


def drawn(plot: Plot, *, stacked: bool) -> tuple[list[str], float]:
    """The pieces of the first rows, and their height."""
    shown = plot.first(MOST)
    values = shown.totals() if stacked else shown.ends
    room = _said_room(shown, stacked=stacked)
    axis = scale(values, plot.unit).drawn(_LABEL, shapes.WIDTH - room)
    bars = 1 if stacked else max(1, len(shown.names))
    height = max(bars * _BAR, 22.0) + _GAP
    pieces: list[str] = []
    for number, label in enumerate(shown.labels):
        top = number * height
        pieces += _label(label, top + (height - _GAP) / 2)
        pieces += _stack(shown, number, axis, top) if stacked else _bars(shown, number, axis, top)
    end = len(shown.labels) * height
    pieces.append(shapes.line(axis.zero, 0, axis.zero, end - _GAP, kind="axis"))
    rest = len(plot.labels) - len(shown.labels)
    if rest:
        more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
        pieces.append(shapes.text(more, 0, end + 8, ink="mute"))
        end += shapes.LINE
    return pieces, end


def _said_room(plot: Plot, *, stacked: bool) -> float:
    if stacked:
        return _SAID
    return max([shapes.width_of(point.said) for point in plot.found] + [_SAID / 2]) + 14


def _label(label: str, middle: float) -> list[str]:
    lines = shapes.wrapped(label, _LABEL - 12, 2)
    y = middle + 4 - (len(lines) - 1) * 7
    return [shapes.text(line, 0, y + at * 14) for at, line in enumerate(lines)]


def _bars(plot: Plot, label: int, axis: Scale, top: float) -> Iterator[str]:
    points = plot.of(label)
    top += max(0.0, (22.0 - len(points) * _BAR) / 2)
    for series, point in enumerate(points):
        if point is None:
            continue
        y = top + series * _BAR
        start, end = sorted((axis.zero, axis.at(point.best)))
        yield shapes.bar(start, y + 1, end - start, _BAR - 2, series)
        if not point.exact:
            yield from shapes.level(y + _BAR / 2, axis.at(point.low), axis.at(point.high))
        x = max(axis.zero, axis.at(point.high)) + 8
        yield shapes.text(point.said, x, y + _BAR / 2 + 4)


def _stack(plot: Plot, label: int, axis: Scale, top: float) -> Iterator[str]:
    total: float = 0
    for series, point in enumerate(plot.of(label)):
        if point is None or not point.best:
            continue
        start, end = sorted((axis.at(total), axis.at(total + point.best)))
        yield shapes.bar(start, top + 2, end - start, 18, series)
        total += point.best
    yield shapes.text(
        numbers_text((plot.totals()[label],), plot.unit), axis.at(max(total, 0)) + 8, top + 15
    )
