import pytest
from PySide6.QtCore import Qt

from tests.ui.fakes.reports import FakeReports
from ui.pages.reports.report_list import ReportList


@pytest.fixture
def reports(qtbot):
    made = ReportList()
    qtbot.addWidget(made)
    made.resize(240, 500)
    made.show_reports(FakeReports().entries(), "maintenance")
    made.show()
    return made


def titles(reports):
    model = reports.entries
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_reports_stand_under_their_groups(reports):
    assert titles(reports)[:4] == [
        "Readiness and quality", "Readiness", "Funnels", "From sale to maintenance",
    ]  # fmt: skip
    assert reports.currentIndex().data() == "From sale to maintenance"
    assert not reports.grab().isNull()


def test_keys_go_from_report_to_report_over_the_groups(reports, qtbot):
    picked = []
    reports.report_picked.connect(picked.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(reports, key)
    assert picked == ["readiness", "maintenance", "own_foreign"]


def test_showing_them_picks_none(reports, qtbot):
    with qtbot.assertNotEmitted(reports.report_picked):
        reports.show_reports(FakeReports().entries()[:2], "readiness")
    assert titles(reports) == [
        "Readiness and quality", "Readiness", "Funnels", "From sale to maintenance",
    ]  # fmt: skip
