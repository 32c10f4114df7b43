from datetime import date
from typing import NamedTuple

import pytest

from db.errors import KnownError
from reports.content import Bounds, Column, Report, Table, Unit
from reports.options import Dimension, Options
from tests.ui.fakes.background import Quiet
from ui.adapters.reports import BaseReports
from ui.pages.reports.ports import CLIENT, Form, ReportEntry
from workflow.progress import Cancelled

DAY = date(2025, 10, 31)


class Known(NamedTuple):
    name: str
    title: str
    group: str


class Catalogue:
    """One report that counts nothing but looks whether it may go on."""

    def entries(self):
        return [Known("maintenance", "From sale to maintenance", "Funnels")]

    def report(self, connection, name, options, heard):
        heard()
        assert not connection.closed
        return Report(name, "From sale to maintenance", options.day or DAY)

    def values(self, connection, dimension):
        assert not connection.closed
        return [dimension.value]


@pytest.fixture
def written():
    return []


@pytest.fixture
def port(engine, written):
    writers = {Form.PDF: lambda report, path: written.append((report.name, path))}
    return BaseReports(engine, Catalogue(), writers)


def test_the_catalogues_reports_are_offered(port):
    assert port.entries() == [ReportEntry("maintenance", "From sale to maintenance", "Funnels")]


def test_a_report_is_counted_on_a_connection_of_its_own(port):
    found = port.report("maintenance", Options(day=date(2024, 1, 1)), Quiet())
    assert found.day == date(2024, 1, 1)
    assert port.values(Dimension.MODEL) == ["model"]


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


def test_without_a_catalogue_there_is_no_report(engine):
    port = BaseReports(engine)
    assert port.entries() == [] and port.values(Dimension.YEAR) == ()
    with pytest.raises(KnownError, match="There is no report “maintenance”"):
        port.report("maintenance", Options(), Quiet())


def test_a_list_is_written_as_csv_that_no_spreadsheet_runs(port, tmp_path):
    columns = (
        Column(CLIENT, ""),
        Column("name", "Client"),
        Column("day", "Day", Unit.DAY),
        Column("sum", "Sum", Unit.MONEY),
    )
    rows = ((1, "=1+1", DAY, -5), (2, "Анна, Пермь", None, Bounds(1, 2, 3)))
    port.save(Table("List", columns, rows), tmp_path / "list.csv", Quiet())
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").splitlines() == [
        "Client,Day,Sum",
        "'=1+1,2025-10-31,-5",
        '"Анна, Пермь",,2',
    ]
