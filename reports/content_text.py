"""A report as plain text: for a terminal, a letter or a file that is compared."""

from collections.abc import Iterator

from reports.cell_text import cell_text
from reports.content import Report, Table, Unit
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
from resources.texts import gettext

_GAP = "  "


def lines(report: Report) -> list[str]:
    """The report for a person, its charts left out: the tables hold their numbers."""
    return [
        report.title,
        report_day(report),
        *_above(report),
        *(["", report.missing] if report.missing else []),
        *(line for table in report.tables for line in ("", *_table(table))),
        *_listed(gettext(NOTES), report.notes),
        *_listed(gettext(NARROWING), tuple(map(narrowing_line, report.narrowing))),
    ]


def _above(report: Report) -> Iterator[str]:
    for heading, told in sections(report):
        yield from _listed(heading, told)
    checks = (
        f"{SIGNS[check.state]} {state_word(check.state)}: {check_line(check)}"
        for check in report.checks
    )
    yield from _listed(gettext(CHECKS), tuple(checks))


def _listed(heading: str, told: tuple[str, ...]) -> list[str]:
    return ["", heading, *(_GAP + line for line in told)] if told else []


def _table(table: Table) -> list[str]:
    rows = [
        [column.title for column in table.columns],
        *(
            [cell_text(cell, column.unit) for cell, column in zip(row, table.columns, strict=True)]
            for row in table.rows
        ),
    ]
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain, strict=True)]
    left = [column.unit is Unit.TEXT for column in table.columns]
    head, *body = (
        _GAP.join(
            cell.ljust(width) if at_left else cell.rjust(width)
            for cell, width, at_left in zip(row, widths, left, strict=True)
        ).rstrip()
        for row in plain
    )
    rule = _GAP.join("-" * width for width in widths)
    return [table.title, head, rule, *body] if table.columns else [table.title]
