from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reports.options import Options
from tests.ui.fakes.background import Later
from tests.ui.fakes.reports import FakeReports, report
from ui.pages.reports.page import ReportsPage
from ui.report_form import Form


@pytest.fixture
def port():
    return FakeReports()


def shown(qtbot, port, background):
    made = ReportsPage(port, background)
    qtbot.addWidget(made)
    made.resize(1096, 700)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def page(qtbot, port, now):
    made = shown(qtbot, port, now)
    made.presenter.pick("maintenance")
    return made


def test_the_report_in_hand_is_shown_with_its_title_and_day(page):
    assert page.title.text() == "From sale to maintenance"
    assert page.options.period.day.placeholderText() == "2025-10-31"
    assert page._below.currentWidget() is page.paper
    assert page.view.report.name == "maintenance"


def test_picking_another_report_shows_it(page, qtbot):
    qtbot.keyClick(page.reports, Qt.Key.Key_Down)
    assert page.title.text() == "Own and foreign cars"
    assert page.view.report.name == "own_foreign"


def test_options_are_asked_of_the_report_in_hand(page, port):
    page.options.used_cars.click()
    assert port.asked[-1] == ("maintenance", Options(used_cars=True))


def test_a_report_that_lacks_its_file_says_so_and_leads_to_the_sources(page, qtbot):
    page.presenter.pick("bookings")
    assert page._below.currentWidget() is page.missing
    assert page.missing.sentence.text() == (
        "This report needs the bookings file, which is not loaded."
    )
    assert not page.export.isEnabled()
    with qtbot.waitSignal(page.sources_asked):
        page.missing.action.click()


def test_a_base_without_reports_says_how_they_come(qtbot, now):
    page = shown(qtbot, FakeReports(entries=[]), now)
    assert page._whole.currentWidget() is page.nothing
    with qtbot.waitSignal(page.sources_asked):
        page.nothing.action.click()


def test_what_is_behind_a_figure_opens_beside_and_gives_a_client(page, qtbot):
    assert page.side.isHidden()
    page.view.charts[0].point_at((2, 0))
    qtbot.keyClick(page.view.charts[0], Qt.Key.Key_Return)
    assert page.side.isVisible() and page.left.isHidden()
    with qtbot.waitSignal(page.client_asked) as asked:
        page.side.open.click()
    assert asked.args == [1]
    qtbot.keyClick(page.side.table, Qt.Key.Key_Escape)
    assert page.side.isHidden() and page.left.isVisible()


def test_where_there_is_room_the_list_of_reports_stays(page):
    page.resize(1600, 700)
    page.presenter.look_behind("came.1")
    assert page.side.isVisible() and page.left.isVisible()


def test_a_group_to_review_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.group_asked) as asked:
        page.view.groups[0].click()
    assert asked.args == [17]


def test_a_changed_base_is_told_and_the_report_counted_again_on_demand(page, port):
    page.outdate()
    assert page.remark.text() == "The base has changed since this report was counted."
    assert page.again.isVisible()
    before = len(port.asked)
    page.again.click()
    assert len(port.asked) == before + 1
    assert page.remark.isHidden() and page.again.isHidden()


def test_f5_counts_again(page, port, qtbot):
    before = len(port.asked)
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert len(port.asked) == before + 1


def test_the_same_report_counted_again_stands_where_the_reader_was(page):
    page.paper.verticalScrollBar().setValue(300)
    page.view.definition.open()
    before = page.view
    page.presenter.count()
    assert page.view is not before
    assert page.paper.verticalScrollBar().value() == 300
    assert page.view.definition.head.isChecked()
    page.presenter.pick("own_foreign")
    assert page.paper.verticalScrollBar().value() == 0


def test_a_long_counting_shows_itself_and_is_cancelled(qtbot, port):
    background = Later()
    page = shown(qtbot, port, background)
    background.go_on()
    qtbot.waitUntil(page.progress.isVisible)
    assert page.title.text() == "Readiness"
    page.progress.cancel.click()
    assert background.stopped == [0]
    assert page.progress.isHidden()
    assert page.remark.text() == "The report was not counted to its end."


@pytest.mark.parametrize(
    "case",
    [
        (Form.XLSX, "/here/a.xlsx", "/here/a.xlsx"),
        (Form.HTML, "/here/a", "/here/a.html"),
        (Form.PDF, "/here/a.pdf", "/here/a.pdf"),
    ],
)
def test_a_report_is_written_where_the_user_says(page, port, monkeypatch, case):
    form, chosen, written = case
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    page.ask_export(form)
    assert port.exported == [("maintenance", Options(), form, Path(written))]
    assert page.notice.text.text() == f"✓  Written to {written}."


def test_no_file_nothing_is_written(page, port, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.ask_export(Form.PDF)
    page.presenter.look_behind("came.1")
    page.ask_save()
    assert port.exported == port.saved == []


def test_the_list_is_written_too(page, port, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/here/list", ""))
    page.presenter.look_behind("came.1")
    page.side.export.click()
    assert port.saved == [("Came for maintenance 1", Path("/here/list.csv"))]


def test_in_another_language_a_hidden_page_counts_only_when_it_is_shown(page, port):
    page.hide()
    before = len(port.asked)
    page.retranslate()
    assert len(port.asked) == before and page.view is None
    page.show()
    assert len(port.asked) == before + 1 and page.view is not None


def test_leaving_stops_the_counting(qtbot, port):
    background = Later()
    page = shown(qtbot, port, background)
    background.go_on()
    page.leave()
    assert background.stopped == [0]
    background.go_on()
    assert page.view is None


def test_a_report_of_another_kind_may_come_for_the_same_question(page, port):
    port.answer = lambda name: report(name, missing="No sales are loaded.")
    page.presenter.count()
    assert page._below.currentWidget() is page.missing
