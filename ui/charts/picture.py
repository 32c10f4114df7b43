"""The whole picture of a chart for a box: title, then what its kind wants, or why there is none."""

from reports.content import Chart, ChartKind
from resources.texts import gettext
from ui.charts.bars import grouped, stacked
from ui.charts.fitting import broken
from ui.charts.funnel import NARROW_ROW, WIDE, WIDE_ROW, funnel
from ui.charts.labels import way
from ui.charts.lines import lined
from ui.charts.rows import height, lies, lying
from ui.charts.scale import bounds
from ui.charts.shapes import Align, Box, Metrics, Picture, Text, Weight

_HIGH = 17.0  # lines of text, without the labels below
_PLOT = 0.9
_LEGEND = 1.7
_TITLE = 1.25
_TITLE_LINES = 2
_BY_KIND = {
    ChartKind.FUNNEL: funnel,
    ChartKind.BARS: grouped,
    ChartKind.STACKED: stacked,
    ChartKind.LINES: lined,
}


def picture(chart: Chart, box: Box, metrics: Metrics) -> Picture:
    """What is to be drawn of a chart in a box."""
    made = Picture(metrics)
    rest = box.below(_title(chart, box, made))
    if empty(chart):
        _sentence(gettext("There is nothing to draw for this choice."), rest, made)
    else:
        draw = lying if lies(chart, box.width, metrics) else _BY_KIND[chart.kind]
        draw(chart, rest, made)
    return made


def empty(chart: Chart) -> bool:
    """Whether a chart holds no number at all."""
    there = len(chart.labels)
    return not any(bounds(value) for series in chart.series for value in series.values[:there])


def natural_height(chart: Chart, width: float, metrics: Metrics) -> float:
    """How high a chart of this width should be."""
    em = metrics.line
    title = len(broken(chart.title, width * 0.92, metrics, _TITLE_LINES)) * _TITLE * em + 0.6 * em
    if empty(chart):
        return title + 4 * em
    if chart.kind is ChartKind.FUNNEL:
        row = WIDE_ROW if width >= WIDE * em else NARROW_ROW
        names = _LEGEND * em if len(chart.series) > 1 else 0.0
        return title + names + len(chart.labels) * row * em
    if lies(chart, width, metrics):
        names = _LEGEND * em if len(chart.series) > 1 else 0.0
        return title + names + height(chart, metrics)
    slot = width * _PLOT / max(len(chart.labels), 1)
    return title + _HIGH * em + way(chart, slot, metrics).high


def _title(chart: Chart, box: Box, made: Picture) -> float:
    """Write the title; how high it is."""
    if not chart.title:
        return 0.0
    em = made.metrics.line
    lines = broken(chart.title, box.width * 0.92, made.metrics, _TITLE_LINES)  # it is set in bold
    for number, text in enumerate(lines):
        place = Box(box.x, box.y + number * _TITLE * em, box.width, _TITLE * em)
        made.texts.append(Text(place, text, Align.LEFT, Weight.STRONG))
    return len(lines) * _TITLE * em + 0.6 * em


def _sentence(text: str, box: Box, made: Picture) -> None:
    em = made.metrics.line
    for number, line in enumerate(broken(text, box.width, made.metrics, 3)):
        place = Box(box.x, box.y + em * (1 + number * _TITLE), box.width, em)
        made.texts.append(Text(place, line, Align.CENTRE, Weight.QUIET))
