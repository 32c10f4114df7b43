"""The names of the series above a chart, with what each is drawn in."""

from reports.content import Chart, ChartKind
from resources.texts import gettext
from ui import formats
from ui.charts.fitting import cut
from ui.charts.shapes import Align, Box, Dot, Fill, Path, Picture, Text, Weight, outline

MOST_SERIES = 30
_ROWS = 3
_NAME = 18
_MARK, _GAP, _ROW = 1.6, 1.2, 1.4


def legend(chart: Chart, box: Box, picture: Picture) -> float:
    """Write the names in rows as far as there is room; how high they are, 0 for one series."""
    if len(chart.series) <= 1:
        return 0.0
    em, x, row = picture.metrics.line, box.x, 0
    shown = 0
    for number, series in enumerate(chart.series[:MOST_SERIES]):
        name = cut(series.name, min(_NAME * em, box.width - _MARK * em), picture.metrics)
        width = _MARK * em + picture.metrics.width(name)
        if x > box.x and x + width + _tail(chart, number, row, picture) > box.right:
            if row == _ROWS - 1:
                break
            x, row = box.x, row + 1
        _entry(chart, number, Box(x, box.y + row * _ROW * em, width, em), name, picture)
        x, shown = x + width + _GAP * em, number + 1
    if shown < len(chart.series):
        place = Box(x, box.y + row * _ROW * em, box.right - x, em)
        rest = cut(_rest(chart, shown), place.width, picture.metrics)
        picture.texts.append(Text(place, rest, Align.LEFT, Weight.QUIET))
    return (row + 1) * _ROW * em + 0.3 * em


def _rest(chart: Chart, shown: int) -> str:
    count = formats.number(len(chart.series) - shown)
    return gettext("and {count} more").format(count=count)


def _tail(chart: Chart, number: int, row: int, picture: Picture) -> float:
    """What must stay free behind a name of the last row for how many are left out."""
    if row < _ROWS - 1 or number == len(chart.series) - 1:
        return 0.0
    return picture.metrics.width(_rest(chart, number)) + _GAP * picture.metrics.line


def _entry(chart: Chart, number: int, box: Box, name: str, picture: Picture) -> None:
    """One name with its mark."""
    em, middle = box.height, box.y + box.height / 2
    if chart.kind is ChartKind.LINES:
        picture.paths.append(Path(((box.x, middle), (box.x + 1.2 * em, middle)), number))
        picture.dots.append(Dot((box.x + 0.6 * em, middle), number))
    else:
        mark = Box(box.x, box.y + 0.1 * em, 1.2 * em, 0.8 * em)
        picture.fills.append(Fill(outline(mark), number))
    words = Box(box.x + _MARK * em, box.y, box.width - _MARK * em, em)
    picture.texts.append(Text(words, name))
