from datetime import date

import pytest

from db.errors import KnownError
from reports.content import Bounds, Column, Table, Unit
from reports.desk import Desk
from reports.options import Dimension, Options
from tests.ui.fakes.background import Quiet
from ui.adapters.reports import BaseReports
from ui.pages.reports.ports import Form
from workflow.progress import Cancelled


@pytest.fixture
def port(engine):
    return BaseReports(Desk(engine))


def test_every_report_that_is_offered_is_counted(port):
    entries = port.entries()
    assert "maintenance" in [entry.name for entry in entries]
    for entry in entries:
        found = port.report(entry.name, Options(), Quiet())
        assert found.title == entry.title
        assert found.missing or found.tables or found.checks


def test_a_report_can_be_limited_to_what_the_base_has(port):
    assert set(port.values(Dimension.KIND)) <= {"company", "person"}
    assert all(port.values(Dimension.MODEL))


def test_counting_stops_when_it_is_cancelled(port):
    class Stop(Quiet):
        def report(self, done, total):
            raise Cancelled

    with pytest.raises(Cancelled):
        port.report("maintenance", Options(), Stop())


@pytest.mark.parametrize(
    ("form", "begins"), [(Form.PDF, b"%PDF"), (Form.XLSX, b"PK"), (Form.HTML, b"<!DOCTYPE html>")]
)
def test_a_report_is_counted_and_written_in_the_form_asked_for(qapp, port, tmp_path, form, begins):
    path = tmp_path / f"report.{form}"
    port.export("maintenance", Options(), form, path, Quiet())
    assert path.read_bytes().lower().startswith(begins.lower())


def test_a_file_that_cannot_be_written_is_one_sentence(port, tmp_path):
    with pytest.raises(KnownError, match="is a folder"):
        port.export("maintenance", Options(), Form.HTML, tmp_path, Quiet())


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
