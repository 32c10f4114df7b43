import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.fakes.reports import people, report
from ui.pages.reports.report_view import ReportView


@pytest.fixture
def view(qtbot):
    made = ReportView(report())
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


def said(view):
    return [one.text() for one in view.findChildren(QLabel) if not one.isHidden()]


def test_everything_that_a_report_says_is_there(view):
    texts = said(view)
    for text in (
        "New cars only · Home region: Tver · Changed owners are left out",
        "Maintenance by number",
        "12 orders have no car.",
        "Review these first: they would narrow the figures most",
        "narrows by 12",
    ):
        assert text in texts
    assert len(view.charts) == 3 and len(view.tables) == 1


def test_the_definition_is_folded_until_it_is_wanted(view, qtbot):
    assert view.definition.body.isHidden()
    opened = ReportView(report(), defined=True)
    qtbot.addWidget(opened)
    assert not opened.definition.body.isHidden()


def test_a_point_and_a_row_ask_for_what_is_behind_them(view, qtbot):
    with qtbot.waitSignal(view.behind_asked) as asked:
        view.charts[0].point_at((2, 0))
        qtbot.keyClick(view.charts[0], Qt.Key.Key_Return)
    assert asked.args == ["came.1"]
    view.tables[0].selectRow(0)
    with qtbot.waitSignal(view.behind_asked) as asked:
        qtbot.keyClick(view.tables[0], Qt.Key.Key_Return)
    assert asked.args == ["came.0"]


def test_a_client_of_a_list_is_asked_for(qtbot):
    made = ReportView(report(tables=(people(),)))
    qtbot.addWidget(made)
    made.tables[0].selectRow(1)
    with qtbot.waitSignal(made.client_asked) as asked:
        qtbot.keyClick(made.tables[0], Qt.Key.Key_Return)
    assert asked.args == [2]


def test_a_group_is_a_click_from_its_review(view, qtbot):
    with qtbot.waitSignal(view.group_asked) as asked:
        view.groups[1].click()
    assert asked.args == [824633721819]
    assert view.groups[1].text() == "Group of 2 cards"


def test_a_list_without_lines_says_so(qtbot):
    made = ReportView(report(tables=(people(0),)))
    qtbot.addWidget(made)
    made.show()
    assert "There are no lines." in said(made)
    assert made.tables[0].isHidden()


def test_a_report_that_says_nothing_is_no_fault(qtbot):
    made = ReportView(
        report(definition=(), filters=(), charts=(), tables=(), notes=(), checks=(), narrowing=())
    )
    qtbot.addWidget(made)
    assert made.definition.isHidden() and made.groups == []
