"""A report for a script: stable keys, dates in ISO 8601, never a NaN."""

import math
from datetime import date

from reports.content import Bounds, Cell, Chart, Report, Table

Json = dict[str, object]


def as_json(report: Report) -> Json:
    """The report as what JSON knows."""
    return {
        "name": report.name,
        "title": report.title,
        "day": report.day.isoformat(),
        "filters": list(report.filters),
        "definition": list(report.definition),
        "missing": report.missing,
        "figures": {key: _bounds(figure) for key, figure in report.figures.items()},
        "tables": [_table(table) for table in report.tables],
        "charts": [_chart(chart) for chart in report.charts],
        "notes": list(report.notes),
        "checks": [
            {
                "name": check.name,
                "title": check.title,
                "state": check.state.value,
                "told": check.told,
                "to_do": check.to_do,
                "share": _cell(check.share),
            }
            for check in report.checks
        ],
        "narrowing": [
            {"group": one.group_id, "cards": one.cards, "gain": _cell(one.gain)}
            for one in report.narrowing
        ],
    }


def _table(table: Table) -> Json:
    return {
        "title": table.title,
        "columns": [
            {"name": column.name, "title": column.title, "unit": column.unit.value}
            for column in table.columns
        ],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "behind": list(table.behind),
        "units": [unit.value for unit in table.units],
    }


def _chart(chart: Chart) -> Json:
    return {
        "kind": chart.kind.value,
        "title": chart.title,
        "unit": chart.unit.value,
        "labels": list(chart.labels),
        "series": [
            {"name": series.name, "values": [_cell(value) for value in series.values]}
            for series in chart.series
        ],
        "behind": list(chart.behind),
    }


def _bounds(figure: Bounds) -> Json:
    return {"low": _cell(figure.low), "best": _cell(figure.best), "high": _cell(figure.high)}


def _cell(value: Cell) -> object:
    if isinstance(value, Bounds):
        return _bounds(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
