import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
import python_calamine as calamine

from reports import workbook_tables
from reports.content import Chart, ChartKind, Column, Series, Table, Unit
from reports.workbook import write
from resources import texts
from tests.reports.sample_report import CAME, EVIL, missing, report


@pytest.fixture
def sheets(tmp_path):
    """The sheets of a written report: their names and cells."""

    def of(found):
        write(found, tmp_path / "report.xlsx")
        book = calamine.load_workbook(str(tmp_path / "report.xlsx"))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    return of


def parts(path, folder):
    with zipfile.ZipFile(path) as archive:
        return [
            archive.read(name).decode()
            for name in sorted(archive.namelist())
            if name.startswith(f"xl/{folder}/") and name.endswith(".xml")
        ]


def test_the_first_sheet_says_what_the_report_says(sheets):
    found = sheets(report())
    assert list(found) == ["Report", "Charts", "Numbers of the charts", "By number"]
    lines = found["Report"]
    assert lines[0][0] == report().title
    assert lines[1][0] == "As of 2026-11-01"
    assert ["What is counted", "Cars sold as new, and how many of them came."] in lines
    assert ["", "▲ with care: Age of the load: 40 days → Load a new file."] in lines
    assert ["Notes", "12 marks do not count."] in lines
    assert ["Review these groups first", "Group 12 of 3 cards: narrows the figures by 4"] in lines


def test_a_table_holds_real_numbers_and_days_and_bounds_in_three_columns(sheets):
    head, first, second, third = sheets(report())["By number"]
    assert head == [
        "Maintenance", "Came: low", "Came: best", "Came: high", "Share",
        "Lost profit: low", "Lost profit: best", "Lost profit: high", "Last visit",
    ]  # fmt: skip
    assert first == ["ТО-0", 980, 1020, 1060, 0.825, *[1234567.4] * 3, date(2026, 10, 31)]
    assert second == ["ТО-1", 801, 801, 801, 1, "", "", "", ""]
    assert third == [EVIL, 0, 0, 0, "", "", "", "", "1899-12-31"]


def test_shares_money_and_days_have_their_formats(tmp_path):
    texts.use("ru")
    write(report(), tmp_path / "report.xlsx")
    with zipfile.ZipFile(tmp_path / "report.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
    for written in ("0.0%", "#,##0 &quot;₽&quot;", "dd.mm.yyyy"):
        assert written in styles


def test_no_text_becomes_a_formula(tmp_path):
    cells = ("=1+1", "+7 916 000-00-00", "@a", "https://example.org")
    table = Table("T", (Column("a", "=2+2"),), tuple((cell,) for cell in cells))
    write(replace(report(), tables=(table,), title="=3+3"), tmp_path / "report.xlsx")
    text = "".join(parts(tmp_path / "report.xlsx", "worksheets"))
    assert "<f>" not in text and "<hyperlink" not in text


def test_the_header_stays_in_sight_and_filters(tmp_path):
    write(report(), tmp_path / "report.xlsx")
    sheet = parts(tmp_path / "report.xlsx", "worksheets")[-1]
    assert 'state="frozen"' in sheet and "<autoFilter" in sheet


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        (ChartKind.FUNNEL, '<c:barDir val="bar"/>'),
        (ChartKind.BARS, '<c:grouping val="clustered"/>'),
        (ChartKind.STACKED, '<c:grouping val="stacked"/>'),
        (ChartKind.LINES, "<c:lineChart>"),
    ],
)
def test_a_chart_is_excels_own_on_cells_of_the_book(tmp_path, kind, drawn):
    chart = Chart(kind, "=Evil", ("a", "b"), (Series("x", (1, CAME)), Series("y", (2, None))))
    write(replace(report(), charts=(chart,)), tmp_path / "report.xlsx")
    (text,) = parts(tmp_path / "report.xlsx", "charts")
    assert drawn in text
    assert "<c:f>'Numbers of the charts'!$B$3:$B$4</c:f>" in text
    assert ("<c:errBars>" in text) == (kind is not ChartKind.STACKED)


def test_a_chart_of_nothing_is_left_out(sheets):
    chart = Chart(ChartKind.BARS, "Empty", ("a",), (Series("x", (None,)),))
    assert "Charts" not in sheets(replace(report(), charts=(chart,)))


def test_a_report_with_nothing_to_show_is_one_sheet_that_says_why(sheets):
    found = sheets(missing())
    assert list(found) == ["Report"]
    assert found["Report"][-1][1] == "Load the booking log first."


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(sheets, monkeypatch):
    monkeypatch.setattr(workbook_tables, "_SHEET_ROWS", 2)
    table = Table("T", (Column("a", "A", Unit.COUNT),), ((1,), (2,), (3,)))
    found = sheets(replace(report(), tables=(table,)))
    assert found["T"] == [["A"], [1], [2]]
    assert found["T (2)"] == [["A"], [3]]


def test_rows_of_different_things_have_a_format_each(tmp_path, sheets):
    columns = (Column("name", "Figure"), Column("value", "Value"))
    rows = (("Share", 0.5), ("Money", 1000.0))
    table = Table("Figures", columns, rows, units=(Unit.SHARE, Unit.MONEY))
    found = sheets(replace(report(), tables=(table,)))
    assert found["Figures"] == [["Figure", "Value"], ["Share", 0.5], ["Money", 1000]]
    text = parts(tmp_path / "report.xlsx", "worksheets")[-1]
    styles = re.findall(r'<c r="B[23]" s="(\d+)"', text)
    assert len(set(styles)) == 2


def test_the_same_report_gives_the_same_bytes(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write(report(), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_place_that_cannot_be_written_is_the_systems_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write(report(), tmp_path / "no" / "report.xlsx")
