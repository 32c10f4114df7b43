"""A report as a workbook: what it says, its charts, and a sheet of real numbers for each table."""

import math
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from reports.cell_text import cell_text, spread
from reports.content import Bounds, Cell, Column, Report, State, Table, Unit
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
from resources.texts import gettext

_SHEET_ROWS = 1_048_575
_CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same content gives the same bytes
_LONGEST = 32_767  # letters that a cell can hold
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year and knows no day before it
_NARROW, _WIDE = 9.0, 60.0
_SAMPLE = 200  # rows that the width of a column is measured by
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
                for part in _parts(table):
                    _table(part, book, names.of(table.title), styles)
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
            sheet.write_string(row, 1, line[:_LONGEST], styles.told(state))
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


def _parts(table: Table) -> Iterator[Table]:
    """The table in pieces that a sheet can hold."""
    for at in range(0, max(1, len(table.rows)), _SHEET_ROWS):
        yield Table(table.title, table.columns, table.rows[at : at + _SHEET_ROWS])


def _table(table: Table, book: xlsxwriter.Workbook, name: str, styles: Styles) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    at = 0
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in table.rows]
        spans = any(isinstance(cell, Bounds) and not cell.exact for cell in cells)
        for title, values in _columns(column, cells, spans=spans):
            sheet.set_column(at, at, _width(title, values, column.unit))
            sheet.write_string(0, at, title, styles.head(column.unit))
            for row, value in enumerate(values, start=1):
                _write(sheet, (row, at), value, column.unit, styles)
            at += 1
    if table.rows and at:
        sheet.autofilter(0, 0, len(table.rows), at - 1)


def _columns(column: Column, cells: list[Cell], *, spans: bool) -> Iterator[tuple[str, list[Cell]]]:
    """The column, or three of them where it holds numbers that are not exact."""
    if not spans:
        yield column.title, [_end(cell, 0) for cell in cells]
        return
    titles = (gettext("{title}: low"), gettext("{title}: best"), gettext("{title}: high"))
    for number, title in enumerate(titles):
        yield title.format(title=column.title), [_end(cell, number) for cell in cells]


def _end(cell: Cell, number: int) -> Cell:
    """The low, best or high number of a value; any other value as it is."""
    if not isinstance(cell, Bounds):
        return cell
    found = spread(cell)
    return found[min(number, len(found) - 1)] if found else None


def _width(title: str, values: list[Cell], unit: Unit) -> float:
    shown = [title, *(cell_text(value, unit) for value in values[:_SAMPLE])]
    return min(max(_NARROW, max(map(len, shown)) + 2.0), _WIDE)


def _write(
    sheet: Worksheet, place: tuple[int, int], value: Cell, unit: Unit, styles: Styles
) -> None:
    if isinstance(value, date):
        if value < _FIRST_DAY:
            sheet.write_string(*place, cell_text(value, unit))
        else:
            sheet.write_datetime(*place, value, styles.cell(Unit.DAY))
    elif isinstance(value, int | float):
        if math.isfinite(value):
            sheet.write_number(*place, value, styles.cell(unit))
    elif isinstance(value, str) and value:
        sheet.write_string(*place, value[:_LONGEST])
