"""The charts of a report as Excel draws them, beside a sheet of the numbers they show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as Drawn
from xlsxwriter.worksheet import Worksheet

from reports.content import Chart, ChartKind
from reports.svg.plot import Plot, Point, plotted
from reports.svg.shapes import colour
from reports.workbook_names import SheetNames
from reports.workbook_styles import Styles, written
from resources.texts import gettext

_KINDS: Mapping[ChartKind, Mapping[str, str]] = {
    ChartKind.FUNNEL: {"type": "bar"},
    ChartKind.BARS: {"type": "column"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.LINES: {"type": "line"},
}
_WIDTH, _HEIGHT = 900, 380
_ROWS = 20  # that a chart covers


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a chart's numbers stand: the sheet, its title's row, and the number of labels."""

    sheet: str
    top: int
    count: int

    def column(self, number: int) -> list[object]:
        """The cells of a column under the head."""
        return [self.sheet, self.top + 2, number, self.top + 1 + self.count, number]


def draw(charts: Sequence[Chart], book: Workbook, names: SheetNames, styles: Styles) -> None:
    """Add the sheet of charts and the sheet of their numbers; a chart of nothing is left out."""
    plots = [(chart, plot) for chart in charts if (plot := plotted(chart)).found]
    if not plots:
        return
    pictures = book.add_worksheet(names.of(gettext("Charts")))
    pictures.hide_gridlines(2)
    name = names.of(gettext("Numbers of the charts"))
    numbers = book.add_worksheet(name)
    numbers.set_column(0, 0, 30)
    top = 0
    for at, (chart, plot) in enumerate(plots):
        _numbers(chart, plot, numbers, top, styles)
        made = _chart(chart, plot, book, _Place(name, top, len(plot.labels)))
        pictures.insert_chart(at * _ROWS, 0, made, {"description": chart.title})
        top += len(plot.labels) + 3


def _numbers(chart: Chart, plot: Plot, sheet: Worksheet, top: int, styles: Styles) -> None:
    sheet.write_string(top, 0, chart.title, styles.heading)
    for row, label in enumerate(plot.labels, start=top + 2):
        sheet.write_string(row, 0, label)
    for at, (name, points) in enumerate(zip(plot.names, plot.points, strict=True), start=1):
        sheet.write_string(top + 1, at, name, styles.head(to_right=True))
        for row, point in enumerate(points, start=top + 2):
            if point is not None:
                sheet.write_number(row, at, point.best, styles.cell(plot.unit))


def _chart(chart: Chart, plot: Plot, book: Workbook, place: _Place) -> Drawn:
    made = book.add_chart(_KINDS[chart.kind])
    made.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    for number, points in enumerate(plot.points):
        made.add_series(
            {
                "name": [place.sheet, place.top + 1, number + 1],
                "categories": place.column(0),
                "values": place.column(number + 1),
                "gap": 40,
                **_look(chart.kind, number),
                **_whiskers(chart.kind, points),
            }
        )
    if chart.kind is ChartKind.FUNNEL:
        made.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
        made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    else:
        made.set_y_axis({"num_format": written(plot.unit), "major_gridlines": {"visible": True}})
    made.set_legend({"none": True} if len(plot.names) == 1 else {"position": "top"})
    made.set_size({"width": _WIDTH, "height": _HEIGHT})
    return made


def _look(kind: ChartKind, series: int) -> dict[str, object]:
    if kind is ChartKind.LINES:
        return {"line": {"color": colour(series), "width": 2}, "marker": {"type": "automatic"}}
    labels = {"data_labels": {"value": True}} if kind is ChartKind.FUNNEL else {}
    return {"fill": {"color": colour(series)}, **labels}


def _whiskers(kind: ChartKind, points: Sequence[Point | None]) -> dict[str, object]:
    """The bounds of a series as Excel's error bars; a stack bears none."""
    if kind is ChartKind.STACKED or all(point is None or point.exact for point in points):
        return {}
    up = [0 if point is None else point.high - point.best for point in points]
    down = [0 if point is None else point.best - point.low for point in points]
    return {
        "x_error_bars" if kind is ChartKind.FUNNEL else "y_error_bars": {
            "type": "custom",
            "plus_values": up,
            "minus_values": down,
        }
    }
