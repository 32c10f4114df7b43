"""Bars that lie: one row a label, for labels that would be cut under bars that stand."""

from itertools import chain

from reports.content import Bounds, Chart, ChartKind
from ui.charts import words
from ui.charts.fitting import broken
from ui.charts.labels import LONGEST, way
from ui.charts.legend import MOST_SERIES, legend
from ui.charts.scale import bounds
from ui.charts.shapes import Box, Fill, Metrics, Picture, Spot, Text, outline, whisker

_MOST_LABELS = 40
_LABEL = 0.42  # of the width
_ROW, _BAR = 2.3, 1.2  # lines of text
_SHARE = 0.74  # of a row
_CAP = 0.5
_GAP = 0.4


def lies(chart: Chart, width: float, metrics: Metrics) -> bool:
    """Whether the bars of a chart lie: its labels are too long to stand below them."""
    if chart.kind is not ChartKind.BARS or not 0 < len(chart.labels) <= _MOST_LABELS:
        return False
    if max(map(metrics.width, chart.labels)) <= LONGEST * metrics.line or _below_zero(chart):
        return False
    return way(chart, width / len(chart.labels), metrics).turned


def height(chart: Chart, metrics: Metrics) -> float:
    """How high the rows of a chart should be."""
    row = max(_ROW, min(len(chart.series), MOST_SERIES) * _BAR / _SHARE)
    return len(chart.labels) * row * metrics.line


def lying(chart: Chart, box: Box, picture: Picture) -> None:
    """A row for each label, with a bar and its value for each series."""
    box = box.below(legend(chart, box, picture))
    em, measure = picture.metrics.line, picture.metrics.width
    shown = chart.series[:MOST_SERIES]
    known = [bounds(value) for value in chain(*(series.values for series in shown))]
    most = max((value.high for value in known if value), default=0) or 1
    figures = max(measure(words.written(value.best, chart.unit)) for value in known if value)
    left = min(max(map(measure, chart.labels)) + em, box.width * _LABEL)
    room = Box(box.x + left, 0, max(box.width - left - figures - 2 * _GAP * em, em), 0)
    row = box.height / len(chart.labels)
    high = row * _SHARE / len(shown)
    for label, name in enumerate(chart.labels):
        top = box.y + label * row
        _name(name, Box(box.x, top, left - em, row), picture)
        for place, series in enumerate(shown):
            found = bounds(series.values[label]) if label < len(series.values) else None
            if found is not None:
                y = top + row * (1 - _SHARE) / 2 + place * high
                spot = Spot(Box(room.x, y, room.width / most, high), label, place)
                _bar(chart, found, spot, picture)


def _name(name: str, area: Box, picture: Picture) -> None:
    """The label in the middle of its row's height."""
    em = picture.metrics.line
    lines = broken(name, area.width, picture.metrics, 2 if area.height >= 2 * em else 1)
    top = area.y + area.height / 2 - len(lines) * em / 2
    for number, text in enumerate(lines):
        picture.texts.append(Text(Box(area.x, top + number * em, area.width, em), text))


def _bar(chart: Chart, found: Bounds, unit: Spot, picture: Picture) -> None:
    """A bar with its bounds and its value; the spot given is as wide as one."""
    em, one = picture.metrics.line, unit.area
    bar = Box(one.x, one.y, one.width * found.best, one.height)
    end = one.x + one.width * found.high
    if not found.exact:
        could = Box(bar.right, one.y, end - bar.right, one.height)
        picture.fills.append(Fill(outline(could), unit.series, faint=True))
        low, middle = one.x + one.width * found.low, one.y + one.height / 2
        cap = min(one.height * 0.6, _CAP * em)
        picture.whiskers += whisker((low, middle), (end, middle), cap)
    picture.fills.append(Fill(outline(bar), unit.series))
    area = Box(bar.x, bar.y, max(bar.width, _CAP * em), bar.height)
    picture.spots.append(Spot(area, unit.label, unit.series))
    text = words.written(found.best, chart.unit)
    width = picture.metrics.width(text)
    place = Box(end + _GAP * em, one.y + (one.height - em) / 2, width, em)
    picture.texts.append(Text(place, text))


def _below_zero(chart: Chart) -> bool:
    values = (bounds(value) for series in chart.series for value in series.values)
    return any(value.low < 0 for value in values if value)
