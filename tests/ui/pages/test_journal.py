import pytest
from PySide6.QtCore import Qt

from tests.ui.fakes.journal import FakeJournal
from ui.pages.journal.page import JournalPage


@pytest.fixture
def port():
    return FakeJournal()


@pytest.fixture
def page(qtbot, port, now, settings):
    made = JournalPage(port, now, settings)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.refresh()
    return made


def test_entries_are_shown_with_who_and_when(page):
    shown = [page.entries.index(0, column).data() for column in range(6)]
    assert shown == [
        "2026-11-20 14:05", "Olga Demina", "Bulk approval at 99%", "1,204 groups", "b7c1d2e3",
        "stands",
    ]  # fmt: skip


@pytest.mark.parametrize(("row", "possible"), [(0, True), (1, False), (3, False)])
def test_only_a_decision_that_stands_can_be_taken_back(page, row, possible):
    page.table.selectRow(row)
    assert page.undo.isEnabled() is possible


def test_taking_back_first_says_what_it_would_change(page, port, qtbot):
    page.table.selectRow(0)
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert page.question.text() == "1,204 groups will wait for a decision again."
    assert port.undone == []
    with qtbot.waitSignal(page.base_changed):
        page.question.buttons()[0].click()
    assert port.undone == ["b7c1d2e3f4"]
    assert page.entries.index(0, 5).data() == "taken back"
    assert not page.undo.isEnabled()


def test_the_question_can_be_declined(page, port, qtbot):
    page.table.selectRow(0)
    page.ask()
    page.question.buttons()[1].click()
    assert port.undone == []


def test_who_took_it_back_first_is_told(page, port):
    port.undone.append("b7c1d2e3f4")
    page.presenter.undo("b7c1d2e3f4")
    assert "Pavel took this back first" in page.notice.text.text()


def test_the_list_is_filtered(page, qtbot):
    page.only.setChecked(True)
    assert page.entries.rowCount() == 2
    page.search.setText("VIN101")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.entries.rowCount() == 1
