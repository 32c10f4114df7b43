"""A report as plain text: for a terminal, a letter or a file that is compared."""

from collections.abc import Iterator

from reports.content import Report, Table
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
from reports.table_text import texts, to_right
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
    rows = [[column.title for column in table.columns], *texts(table)]
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain, strict=True)]
    right = to_right(table)
    head, *body = (
        _GAP.join(
            cell.rjust(width) if numbers else cell.ljust(width)
            for cell, width, numbers in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in plain
    )
    rule = _GAP.join("-" * width for width in widths)
    return [table.title, head, rule, *body] if table.columns else [table.title]
