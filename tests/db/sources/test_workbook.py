import datetime as dt
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from db.errors import KnownError
from db.sources import Layout, open_source, workbook
from db.sources.rows import MAX_CELL, MAX_COLUMNS
from db.sources.workbook import WorkbookFile, child_command
from tests.db.sources.workbooks import compound_file, write_ods, write_raw_xlsx, write_xls

_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

_ODS_ROWS = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>ФИО</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float" '
    'office:value="89161234567"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="date" '
    'office:date-value="1980-02-29"/><table:table-cell office:value-type="string" '
    'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>'
)


def write_xlsx(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        formats = {
            dt.date: book.add_format({"num_format": "dd.mm.yyyy"}),
            dt.datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        }
        for name, rows in sheets:
            sheet: Worksheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    sheet.write(row, column, cell, formats.get(type(cell)))
    return path


def cells_of(path: Path, layout: Layout | None = None) -> list[tuple[str, ...]]:
    return [line.cells for line in open_source(path, layout).lines()]


def test_cells_of_an_xlsx_are_text_as_a_person_would_type_it(tmp_path):
    rows = [
        ["Телефон", "Сумма", "Дата", "Открыт", "Гарантия", "Комментарий"],
        [89161234567, 0.1 + 0.2, dt.date(2024, 2, 29), dt.datetime(2024, 3, 1, 9, 5), True, "а\nб"],  # noqa: DTZ001
        [7.9e10, 1000.50, 45321, "", False, " 007"],
    ]
    assert cells_of(write_xlsx(tmp_path / "sales.xlsx", ("Лист1", rows))) == [
        ("Телефон", "Сумма", "Дата", "Открыт", "Гарантия", "Комментарий"),
        ("89161234567", "0.3", "2024-02-29", "2024-03-01 09:05:00", "TRUE", "а\nб"),
        ("79000000000", "1000.5", "45321", "", "FALSE", " 007"),
    ]


def test_formulas_give_their_values_and_errors_are_counted(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("first").write_formula(0, 0, "=NA()", value="#N/A")
        sheet = book.add_worksheet("second")
        sheet.write_formula(0, 0, "=1+1", value=2)
        sheet.write_formula(0, 1, '="К"&1', value="К1")
        sheet.write_formula(0, 2, "=1/0", value="#DIV/0!")
        sheet.write_formula(1, 0, "=NA()", value="#N/A")
        sheet.write(1, 2, 't="e"')
    file = open_source(path, Layout("xlsx", sheet="second"))
    assert [line.cells for line in file.lines()] == [("2", "К1", ""), ("", "", 't="e"')]
    assert file.tally.error_cells == 2


def test_rows_keep_the_numbers_and_columns_of_the_sheet(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(2, 1, "ФИО")
        sheet.write(4, 1, "Иванов")
    file = open_source(path)
    lines = list(file.lines())
    assert [(line.number, line.cells) for line in lines if any(line.cells)] == [
        (3, ("", "ФИО")),
        (5, ("", "Иванов")),
    ]
    assert (file.tally.physical_lines, file.tally.records) == (5, 5)
    assert file.progress == 1.0


def test_the_first_filled_sheet_is_read_and_the_others_are_told_of(tmp_path):
    path = write_xlsx(tmp_path / "list.xlsx", ("пусто", []), ("Клиенты", [["а"]]), ("ещё", [["б"]]))
    file = open_source(path)
    assert file.sheets() == ("пусто", "Клиенты", "ещё")
    assert [line.cells for line in file.lines()] == [("а",)]
    assert file.layout.sheet == "Клиенты"
    assert file.tally.notes == ["Only the sheet “Клиенты” was read, not: пусто, ещё."]


def test_a_hidden_sheet_comes_last(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        hidden = book.add_worksheet("скрытый")
        hidden.write(0, 0, "а")
        shown = book.add_worksheet("видимый")
        shown.write(0, 0, "б")
        shown.activate()
        hidden.hide()
    assert cells_of(path) == [("б",)]


def test_the_sheet_of_the_layout_is_read(tmp_path):
    path = write_xlsx(tmp_path / "list.xlsx", ("один", [["а"]]), ("два", [["б"]]))
    assert cells_of(path, Layout("xlsx", sheet="два")) == [("б",)]


def test_more_rows_than_one_batch_arrive_whole_and_in_order(tmp_path):
    rows: list[list[object]] = [[number, f"Иванов {number}"] for number in range(2500)]
    file = open_source(write_xlsx(tmp_path / "list.xlsx", ("Лист", rows)))
    assert [int(line.cells[0]) for line in file.lines()] == list(range(2500))
    assert file.tally.records == 2500


def test_an_iterator_left_half_way_ends_its_child(tmp_path):
    rows: list[list[object]] = [["x" * 1000] for _ in range(5000)]
    lines = open_source(write_xlsx(tmp_path / "list.xlsx", ("Лист", rows))).lines()
    assert next(lines).number == 1
    lines.close()
    assert list(lines) == []


def test_an_ods_is_read(tmp_path):
    path = write_ods(
        tmp_path / "list.ods",
        ("пусто", ""),
        (
            "Лист",
            _ODS_ROWS,
        ),
        (
            "ещё",
            '<table:table-row><table:table-cell calcext:value-type="error"/></table:table-row>',
        ),
    )
    file = open_source(path)
    assert [line.cells[0] for line in file.lines()] == ["ФИО", "", "", "1980-02-29"]
    assert file.layout == Layout("ods", sheet="Лист")
    assert file.tally.error_cells == 1


def test_an_xls_is_read(tmp_path):
    path = write_xls(tmp_path / "old.xls", [["ФИО", "Телефон"], ["Щукин", 89161234567.0]])
    file = open_source(path)
    assert [line.cells for line in file.lines()] == [("ФИО", "Телефон"), ("Щукин", "89161234567")]
    assert file.layout == Layout("xls", sheet="Sheet")
    assert file.tally.notes == ["Error cells (#N/A) are read as empty and cannot be counted here."]


def test_a_workbook_renamed_to_csv_is_still_a_workbook(tmp_path):
    assert cells_of(write_xlsx(tmp_path / "list.xlsx", ("Л", [["а"]])).rename(tmp_path / "a.csv"))


def test_a_sparse_workbook_ends_its_child_and_not_us(tmp_path):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = write_raw_xlsx(tmp_path / "sparse.xlsx", _ONE + far)
    with pytest.raises(KnownError, match=r"“sparse.xlsx” needs more memory"):
        cells_of(path)


def test_a_cell_of_many_megabytes_is_refused(tmp_path):
    text = "".join(map(chr, range(0x400, 0x450))) * (MAX_CELL // 40)
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    with pytest.raises(KnownError, match="row 1 holds a cell longer than"):
        cells_of(write_raw_xlsx(tmp_path / "cell.xlsx", cell))


def test_ten_thousand_columns_are_refused(tmp_path):
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="NTP1"><v>2</v></c></row>'
    with pytest.raises(KnownError, match=f"more than {MAX_COLUMNS} columns"):
        cells_of(write_raw_xlsx(tmp_path / "wide.xlsx", row))


@pytest.mark.parametrize(
    "data", ['<row r="1"><c r="A1"><v>1', '<row r="1"><c t="s"><v>9</v></c></row>']
)
def test_a_damaged_sheet_is_refused(tmp_path, data):
    with pytest.raises(KnownError, match=r"“bad.xlsx” is a damaged workbook"):
        cells_of(write_raw_xlsx(tmp_path / "bad.xlsx", data))


def test_a_damaged_xls_is_refused(tmp_path):
    path = tmp_path / "bad.xls"
    path.write_bytes(compound_file("Workbook", b"\1\2\3" * 3000))
    with pytest.raises(KnownError, match=r"“bad.xls” is a damaged workbook"):
        cells_of(path)


def test_a_workbook_of_empty_sheets_is_refused(tmp_path):
    with pytest.raises(KnownError, match="has no filled sheet"):
        cells_of(write_xlsx(tmp_path / "blank.xlsx", ("Лист", [])))


def test_a_sheet_that_is_not_there_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "list.xlsx", ("Лист", [["а"]]))
    with pytest.raises(KnownError, match="has no sheet “Другой”"):
        cells_of(path, Layout("xlsx", sheet="Другой"))


def test_a_child_that_dies_in_the_middle_is_no_whole_file(tmp_path, monkeypatch):
    said = b'["Opened", {"sheets": ["L"], "sheet": "L", "rows": 2}]\n["", [["a"]]]\n["", [["b'
    script = f"import sys; sys.stdout.buffer.write({said!r})"
    monkeypatch.setattr(workbook, "child_command", lambda: (sys.executable, "-c", script))
    lines = WorkbookFile(tmp_path / "list.xlsx", Layout("xlsx")).lines()
    assert next(lines).cells == ("a",)
    with pytest.raises(KnownError, match="needs more memory"):
        next(lines)


def test_a_child_that_sends_fewer_rows_than_it_says_is_not_believed(tmp_path, monkeypatch):
    script = 'print(\'["Finished", {"rows": 1, "error_cells": 0}]\')'
    monkeypatch.setattr(workbook, "child_command", lambda: (sys.executable, "-c", script))
    with pytest.raises(KnownError, match="damaged"):
        list(WorkbookFile(tmp_path / "list.xlsx", Layout("xlsx")).lines())


def test_the_child_does_not_import_from_the_folder_it_is_started_in(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "list.xlsx", ("Лист", [["а"]]))
    (tmp_path / "python_calamine.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert cells_of(Path(path.name)) == [("а",)]
    assert "-P" in child_command()


def test_sheets_of_a_workbook_that_is_none_are_refused(tmp_path):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(KnownError, match="damaged"):
        open_source(path).sheets()
