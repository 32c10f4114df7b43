from datetime import date

import pytest

from db.errors import KnownError
from reports.content import Bounds, Column, Table, Unit
from reports.options import Dimension, Options
from tests.ui.fakes.background import Quiet
from ui.adapters.reports import BaseReports
from ui.pages.reports.ports import Form
from workflow.progress import Cancelled


@pytest.fixture
def written():
    return []


@pytest.fixture
def port(engine, written):
    return BaseReports(engine, {Form.PDF: lambda report, path: written.append((report.name, path))})


def test_every_report_that_is_offered_is_counted(port):
    entries = port.entries()
    assert "maintenance" in [entry.name for entry in entries]
    for entry in entries:
        found = port.report(entry.name, Options(), Quiet())
        assert found.title == entry.title
        assert found.missing or found.tables


def test_a_report_can_be_limited_to_what_the_base_has(port):
    assert set(port.values(Dimension.KIND)) <= {"company", "person"}
    assert all(port.values(Dimension.MODEL))


def test_counting_stops_when_it_is_cancelled(port):
    class Stop(Quiet):
        def report(self, done, total):
            raise Cancelled

    with pytest.raises(Cancelled):
        port.report("maintenance", Options(), Stop())


def test_a_report_is_counted_and_written_in_the_form_asked_for(port, written, tmp_path):
    port.export("maintenance", Options(), Form.PDF, tmp_path / "a.pdf", Quiet())
    assert written == [("maintenance", tmp_path / "a.pdf")]


def test_a_form_that_nobody_writes_is_one_sentence(port, tmp_path):
    with pytest.raises(KnownError, match="cannot be written as html"):
        port.export("maintenance", Options(), Form.HTML, tmp_path / "a.html", Quiet())


def test_a_list_is_written_as_csv_that_no_spreadsheet_runs(port, tmp_path):
    columns = (
        Column("client", "Client"),
        Column("name", "Name"),
        Column("day", "Day", Unit.DAY),
        Column("sum", "Sum", Unit.MONEY),
    )
    rows = (
        ("C0000001", "=1+1", date(2025, 10, 31), -5),
        ("", "Анна, Пермь", None, Bounds(1, 2, 3)),
    )
    port.save(Table("List", columns, rows), tmp_path / "list.csv", Quiet())
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").splitlines() == [
        "Client,Name,Day,Sum",
        "C0000001,'=1+1,2025-10-31,-5",
        ',"Анна, Пермь",,2',
    ]
