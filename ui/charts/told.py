"""A chart in words: one point of it, everything at one label, the whole as a table."""

from reports.cell_text import cell_text
from reports.content import Bounds, Chart, ChartKind, Number, Unit
from resources.texts import gettext, marked
from ui.charts import words
from ui.charts.legend import MOST_SERIES
from ui.charts.scale import bounds

_MOST = 12
_FIRST = marked("{share} of the first")
_BEFORE = marked("{share} of the one before")


def point(chart: Chart, label: int, series: int) -> str:
    """One point: its label, its series where there are several, its value."""
    one = chart.series[series]
    names = [chart.labels[label], one.name if len(chart.series) > 1 else ""]
    head = ", ".join(filter(None, names))
    figures = [words.bounded(_value(chart, label, series), chart.unit)]
    if chart.kind is ChartKind.FUNNEL:
        figures += shares(chart, label, series)
    return f"{head}: {', '.join(figures)}"


def at_label(chart: Chart, label: int) -> list[str]:
    """The label, and a line for each series that has a value there."""
    lines = [chart.labels[label]]
    known = [
        (one.name, _value(chart, label, place))
        for place, one in enumerate(chart.series[:MOST_SERIES])
        if bounds(_value(chart, label, place)) is not None
    ]
    for name, value in known[:_MOST]:
        figure = words.bounded(value, chart.unit)
        lines.append(f"{name}: {figure}" if name else figure)
    if len(known) > _MOST:
        lines.append(gettext("and {count} more").format(count=len(known) - _MOST))
    return lines + (shares(chart, label, 0) if chart.kind is ChartKind.FUNNEL else [])


def shares(chart: Chart, label: int, series: int) -> list[str]:
    """What share a stage is of the first one and of the one before, as far as that is known."""
    value = bounds(_value(chart, label, series))
    if not label or value is None:
        return []
    parts = [(_FIRST, _value(chart, 0, series))]
    if label > 1:
        parts.append((_BEFORE, _value(chart, label - 1, series)))
    return [
        gettext(text).format(share=words.written(value.best / whole.best, Unit.SHARE))
        for text, whole in ((text, bounds(found)) for text, found in parts)
        if whole is not None and whole.best > 0
    ]


def table(chart: Chart) -> str:
    """Labels down and series across, cells apart by tabs, bounds as «low – best – high»."""
    head = ["", *(series.name for series in chart.series)]
    rows = [
        [text, *(cell_text(_value(chart, label, place), chart.unit) for place in _places(chart))]
        for label, text in enumerate(chart.labels)
    ]
    return "\n".join("\t".join(row) for row in [head, *rows])


def _places(chart: Chart) -> range:
    return range(len(chart.series))


def _value(chart: Chart, label: int, series: int) -> Number | Bounds | None:
    values = chart.series[series].values
    return values[label] if label < len(values) else None
