"""A report as one page of HTML that needs nothing from elsewhere: neither script nor network."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reports.content import Chart, Check, Report, Table
from reports.content_words import (
    CHECKS,
    NARROWING,
    NOTES,
    SIGNS,
    check_line,
    narrowing_line,
    report_day,
    sections,
    state_word,
)
from reports.markup import element, escaped
from reports.svg.picture import picture
from reports.table_text import texts, to_right
from resources.texts import gettext, language

_STYLE = Path(__file__).parents[1] / "resources" / "report.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(report: Report) -> str:
    """The report as the text of an HTML file."""
    body = element("main", "\n".join(_parts(report)))
    html = element("html", f"{_head(report)}\n{element('body', body)}\n", lang=language())
    return f"<!doctype html>\n{html}\n"


def _head(report: Report) -> str:
    return "\n".join(
        [
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            element("title", escaped(report.title)),
            f"<style>\n{_style()}</style>",
            "</head>",
        ]
    )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _parts(report: Report) -> Iterable[str]:
    yield element(
        "header",
        element("h1", escaped(report.title))
        + element("p", escaped(report_day(report)), class_="day"),
    )
    for heading, lines in sections(report):
        yield _section(heading, "".join(element("p", escaped(line)) for line in lines))
    if report.checks:
        checks = element("ul", "".join(map(_check, report.checks)), class_="checks")
        yield _section(gettext(CHECKS), checks)
    if report.missing:
        yield element("p", escaped(report.missing), class_="missing", role="status")
    for number, chart in enumerate(report.charts, start=1):
        yield _figure(chart, f"chart-{number}")
    yield from map(_table, report.tables)
    if report.notes:
        yield _section(gettext(NOTES), _list(report.notes))
    if report.narrowing:
        yield _section(gettext(NARROWING), _list(map(narrowing_line, report.narrowing)))


def _section(heading: str, content: str) -> str:
    return element("section", element("h2", escaped(heading)) + content)


def _list(lines: Iterable[str]) -> str:
    return element("ul", "".join(element("li", escaped(line)) for line in lines))


def _check(check: Check) -> str:
    sign = element("span", SIGNS[check.state], aria_hidden="true")
    state = element("b", f"{sign} {escaped(state_word(check.state))}")
    return element("li", f"{state} {escaped(check_line(check))}", class_=check.state.value)


def _figure(chart: Chart, name: str) -> str:
    return element("figure", element("figcaption", escaped(chart.title)) + picture(chart, name).svg)


def _table(table: Table) -> str:
    looks = [{"class_": "n"} if numbers else {} for numbers in to_right(table)]
    head = "".join(
        element("th", escaped(column.title), scope="col", **look)
        for column, look in zip(table.columns, looks, strict=True)
    )
    rows = "\n".join(
        element(
            "tr",
            "".join(
                element("td", escaped(text), **look) for text, look in zip(row, looks, strict=True)
            ),
        )
        for row in texts(table)
    )
    content = (
        element("caption", escaped(table.title))
        + element("thead", element("tr", head))
        + element("tbody", rows)
    )
    return element("div", element("table", content), class_="table")
