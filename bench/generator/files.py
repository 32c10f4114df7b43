"""Writes rows as CSV or XLSX; the same rows give the same bytes."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import xlsxwriter

from bench.generator.headers import DAY, NUMBER, PHONE
from bench.generator.order import FileForm
from bench.generator.sheet import Cells

_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MOST_ROWS = 1_048_576
_PHONE_DIGITS = 11


class Writer(Protocol):
    """Takes the lines of a file from the top to the bottom."""

    def write(self, cells: Cells, *, data: bool) -> None:
        """Adds one line; ``data`` says that it is a row under the header."""
        ...


class CsvFile:
    """A CSV file in one encoding."""

    def __init__(self, path: Path, *, encoding: str, delimiter: str = ";") -> None:
        self._file = path.open("w", encoding=encoding, newline="")
        self._rows = csv.writer(self._file, delimiter=delimiter, lineterminator="\r\n")

    def write(self, cells: Cells, *, data: bool) -> None:
        """Adds one line."""
        del data
        self._rows.writerow(cells)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


class XlsxFile:
    """A workbook of one sheet; dates, sums and some phones become numbers, as in life."""

    def __init__(self, path: Path, *, forms: Cells) -> None:
        self._book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False}
        )
        self._book.set_properties({"created": _CREATED})
        self._sheet = self._book.add_worksheet("Лист1")
        self._day = self._book.add_format({"num_format": "dd.mm.yyyy"})
        self._forms, self._line = forms, 0

    def write(self, cells: Cells, *, data: bool) -> None:
        """Adds one line."""
        if self._line >= _MOST_ROWS:
            message = f"a sheet holds {_MOST_ROWS} rows only: write CSV"
            raise ValueError(message)
        for place, (text, form) in enumerate(zip(cells, self._forms, strict=True)):
            if text:
                self._cell(place, text, form if data else "")
        self._line += 1

    def _cell(self, place: int, text: str, form: str) -> None:
        if form == DAY and (day := _day(text)):
            self._sheet.write_datetime(self._line, place, day, self._day)
        elif form == NUMBER and text.replace(",", "").replace(" ", "").isdecimal():
            self._sheet.write_number(self._line, place, _number(text))
        elif form == PHONE and text.isdecimal() and len(text) == _PHONE_DIGITS:
            self._sheet.write_number(self._line, place, int(text))
        else:
            self._sheet.write_string(self._line, place, text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()


def opened(path: Path, form: FileForm, forms: Cells) -> CsvFile | XlsxFile:
    """A new file of that format; ``forms`` is the form of each column."""
    if form.format == "xlsx":
        return XlsxFile(path, forms=forms)
    return CsvFile(path, encoding=form.encoding, delimiter=form.delimiter)


def _day(text: str) -> datetime | None:
    if len(text) != len("dd.mm.yyyy") or text[2:6:3] != "..":
        return None
    day, month, year = text[:2], text[3:5], text[6:]
    if not (day + month + year).isdecimal() or int(year) < 1900:  # noqa: PLR2004 - Excel's first
        return None
    try:
        return datetime(int(year), int(month), int(day), tzinfo=UTC).replace(tzinfo=None)
    except ValueError:
        return None


def _number(text: str) -> float:
    return float(text.replace(" ", "").replace(",", "."))
