"""Bars side by side, or on top of one another."""

from collections.abc import Sequence

from reports.content import Bounds, Chart
from ui.charts import words
from ui.charts.frame import Frame, framed
from ui.charts.legend import MOST_SERIES
from ui.charts.scale import bounds
from ui.charts.shapes import Align, Box, Fill, Picture, Spot, Text, outline, whisker

_GROUP, _STACK = 0.76, 0.62  # of a slot
_WIDEST = 5.0  # lines of text
_LOWEST_SPOT = 0.5
_CAP = 0.5
_APART = 0.2
_NEAR = 1.2


def grouped(chart: Chart, box: Box, picture: Picture) -> None:
    """A group of bars for each label."""
    frame = framed(chart, box, picture)
    shown = chart.series[:MOST_SERIES]
    width = min(frame.slot * _GROUP / max(len(shown), 1), _WIDEST * picture.metrics.line)
    figures: list[Text | None] = []
    for place, series in enumerate(shown):
        for label, value in enumerate(series.values[: len(chart.labels)]):
            found = bounds(value)
            if found is not None:
                x = frame.x(label) + (place - len(shown) / 2) * width
                spot = Spot(_between(frame, x, width, 0.0, found.best), label, place)
                _bar(frame, spot, found, picture)
                figures.append(_figure(chart, frame, found, x + width / 2, picture))
    _write(figures, width if len(shown) > 1 else frame.slot, picture)


def stacked(chart: Chart, box: Box, picture: Picture) -> None:
    """A bar for each label, its parts on top of one another; whiskers tell of the whole."""
    frame = framed(chart, box, picture)
    width = min(frame.slot * _STACK, _WIDEST * picture.metrics.line)
    figures: list[Text | None] = []
    for label in range(len(chart.labels)):
        middle = frame.x(label)
        whole = _pile(chart, frame, label, Box(middle - width / 2, 0.0, width, 0.0), picture)
        if whole is not None:
            _whiskers(frame, Box(middle - width / 2, 0.0, width, 0.0), whole, picture)
            figures.append(_figure(chart, frame, whole, middle, picture))
    _write(figures, frame.slot, picture)


def _pile(chart: Chart, frame: Frame, label: int, column: Box, picture: Picture) -> Bounds | None:
    """Draw the parts of one label; their sum with its bounds, None where there are none."""
    above = below = low = high = 0.0
    known = False
    for place, series in enumerate(chart.series[:MOST_SERIES]):
        found = bounds(series.values[label]) if label < len(series.values) else None
        if found is None:
            continue
        known = True
        start = above if found.best >= 0 else below
        bar = _between(frame, column.x, column.width, start, start + found.best)
        above, below = above + max(found.best, 0), below + min(found.best, 0)
        low, high = low + found.low, high + found.high
        picture.fills.append(Fill(outline(bar), place))
        picture.spots.append(Spot(bar, label, place))
    return Bounds(low, above + below, high) if known else None


def _bar(frame: Frame, spot: Spot, found: Bounds, picture: Picture) -> None:
    """One bar, what it could be in faint, and the whiskers of its bounds."""
    bar = spot.area
    if not found.exact:
        could = _between(frame, bar.x, bar.width, found.best, found.high)
        picture.fills.append(Fill(outline(could), spot.series, faint=True))
    picture.fills.append(Fill(outline(bar), spot.series))
    _whiskers(frame, bar, found, picture)
    high = max(bar.height, _LOWEST_SPOT * picture.metrics.line)
    reachable = Box(bar.x, bar.bottom - high, bar.width, high)
    picture.spots.append(Spot(reachable, spot.label, spot.series))


def _whiskers(frame: Frame, bar: Box, found: Bounds, picture: Picture) -> None:
    if not found.exact:
        cap = min(bar.width * 0.6, _CAP * picture.metrics.line)
        low, high = (bar.middle, frame.y(found.low)), (bar.middle, frame.y(found.high))
        picture.whiskers += whisker(low, high, cap)


def _between(frame: Frame, x: float, width: float, start: float, end: float) -> Box:
    top, bottom = sorted((frame.y(start), frame.y(end)))
    return Box(x, top, width, bottom - top)


def _figure(
    chart: Chart, frame: Frame, found: Bounds, middle: float, picture: Picture
) -> Text | None:
    """The value that stands above a bar; none where a long whisker would part it from the bar."""
    text, em = words.written(found.best, chart.unit), picture.metrics.line
    if frame.y(found.best) - frame.y(found.high) > _NEAR * em:
        return None
    width = picture.metrics.width(text)
    top = min(frame.y(found.high), frame.y(0.0)) - 1.1 * em
    return Text(Box(middle - width / 2, top, width, em), text, Align.CENTRE)


def _write(figures: Sequence[Text | None], room: float, picture: Picture) -> None:
    """Write the values where every one of them has its place."""
    free = room - _APART * picture.metrics.line
    there = [figure for figure in figures if figure is not None and figure.box.width <= free]
    if len(there) == len(figures):
        picture.texts += there
