"""A report as a workbook: what it says, its charts, and a sheet of real numbers for each table."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from reports.content import Report, State
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
from reports.workbook_charts import draw
from reports.workbook_names import SheetNames
from reports.workbook_styles import Styles
from reports.workbook_tables import LONGEST, add_table
from resources.texts import gettext

_CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same content gives the same bytes
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(report: Report, path: Path) -> None:
    """Write the report, every cell a text, a number or a day, never a formula.

    Raises:
        OSError: it cannot be written.
    """
    path.touch()  # or xlsxwriter would tell only at the end, and leave its own files open
    try:
        with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
            book.set_properties({"created": _CREATED, "title": report.title})
            names, styles = SheetNames(), Styles(book)
            _told(report, book, names.of(gettext("Report")), styles)
            if report.charts:
                draw(report.charts, book, names, styles)
            for table in report.tables:
                add_table(table, book, names, styles)
    except FileCreateError as error:
        cause = error.args[0]
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from None


def _told(report: Report, book: xlsxwriter.Workbook, name: str, styles: Styles) -> None:
    """The sheet of what stands around the figures: headings to the left of their lines."""
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, report.title, styles.title)
    sheet.write_string(1, 0, report_day(report), styles.muted)
    row = 3
    for heading, lines in _sections(report):
        sheet.write_string(row, 0, heading, styles.heading)
        for line, state in lines:
            sheet.write_string(row, 1, line[:LONGEST], styles.told(state))
            row += 1
        row += 1


def _sections(report: Report) -> Iterator[tuple[str, list[tuple[str, State | None]]]]:
    """The headings with their lines, each with the state that it tells of."""
    for heading, told in sections(report):
        yield heading, [(line, None) for line in told]
    if report.missing:
        yield "", [(report.missing, State.AMBER)]
    if report.checks:
        yield (
            gettext(CHECKS),
            [
                (f"{SIGNS[one.state]} {state_word(one.state)}: {check_line(one)}", one.state)
                for one in report.checks
            ],
        )
    if report.notes:
        yield gettext(NOTES), [(line, None) for line in report.notes]
    if report.narrowing:
        yield gettext(NARROWING), [(narrowing_line(one), None) for one in report.narrowing]
