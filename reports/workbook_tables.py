"""A report's tables as sheets of real numbers and days."""

import math
from collections.abc import Iterator, Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reports.cell_text import cell_text, spread
from reports.content import Bounds, Cell, Table, Unit
from reports.table_text import to_right
from reports.workbook_names import SheetNames
from reports.workbook_styles import Styles
from resources.texts import gettext, marked

LONGEST = 32_767
"""The letters that a cell can hold."""

_SHEET_ROWS = 1_048_575
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year and knows no day before it
_NARROW, _WIDE = 9.0, 60.0
_SAMPLE = 200  # rows that the width of a column is measured by
_ENDS = (marked("{title}: low"), marked("{title}: best"), marked("{title}: high"))


def add_table(table: Table, book: Workbook, names: SheetNames, styles: Styles) -> None:
    """Add a sheet with the table, or as many as it needs."""
    for start in range(0, max(1, len(table.rows)), _SHEET_ROWS):
        end = start + _SHEET_ROWS
        part = Table(
            table.title, table.columns, table.rows[start:end], units=table.units[start:end]
        )
        _fill(part, book.add_worksheet(names.of(table.title)), styles)


def _fill(table: Table, sheet: Worksheet, styles: Styles) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    at = 0
    for number, numbers in enumerate(to_right(table)):
        units = [table.unit(row, number) for row in range(len(table.rows))]
        for title, values in _columns(table, number):
            sheet.set_column(at, at, _width(title, values, units))
            sheet.write_string(0, at, title, styles.head(to_right=numbers))
            for row, (value, unit) in enumerate(zip(values, units, strict=True), start=1):
                _write(sheet, (row, at), value, unit, styles)
            at += 1
    if table.rows and at:
        sheet.autofilter(0, 0, len(table.rows), at - 1)


def _columns(table: Table, number: int) -> Iterator[tuple[str, list[Cell]]]:
    """The title and the cells of a column, or of three where its numbers are not all exact."""
    title, cells = table.columns[number].title, [row[number] for row in table.rows]
    if any(isinstance(cell, Bounds) and not cell.exact for cell in cells):
        for end, text in enumerate(_ENDS):
            yield gettext(text).format(title=title), [_end(cell, end) for cell in cells]
    else:
        yield title, [_end(cell, 0) for cell in cells]


def _end(cell: Cell, number: int) -> Cell:
    """The low, best or high number of a value; any other value as it is."""
    if not isinstance(cell, Bounds):
        return cell
    found = spread(cell)
    return found[min(number, len(found) - 1)] if found else None


def _width(title: str, values: Sequence[Cell], units: Sequence[Unit]) -> float:
    said = map(cell_text, values[:_SAMPLE], units)
    return min(max(_NARROW, *(len(text) + 2.0 for text in (title, *said))), _WIDE)


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
        sheet.write_string(*place, value[:LONGEST])
