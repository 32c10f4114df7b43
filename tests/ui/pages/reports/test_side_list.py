import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reports.content import Column, Table
from tests.ui.fakes.reports import people
from ui.pages.reports.side_list import SideList


@pytest.fixture
def side(qtbot):
    made = SideList()
    qtbot.addWidget(made)
    made.resize(430, 400)
    made.show()
    return made


def test_while_it_is_read_nothing_can_be_done(side):
    side.show_list(None)
    assert side.title.text() == "Reading the list…"
    assert not any(one.isEnabled() for one in (side.open, side.copy, side.export))


def test_a_client_is_opened_by_button_and_by_enter(side, qtbot):
    side.show_list(people())
    assert (side.title.text(), side.count.text()) == ("Came for maintenance 1", "3 lines")
    with qtbot.waitSignal(side.client_asked) as asked:
        side.open.click()
    assert asked.args == [1]
    side.table.selectRow(2)
    with qtbot.waitSignal(side.client_asked) as asked:
        qtbot.keyClick(side.table, Qt.Key.Key_Return)
    assert asked.args == [3]


def test_a_list_that_names_no_client_opens_none(side, qtbot):
    side.show_list(Table("Orders", (Column("number", "Number"),), (("17",),)))
    assert side.client is None and not side.open.isEnabled()
    with qtbot.assertNotEmitted(side.client_asked):
        qtbot.keyClick(side.table, Qt.Key.Key_Return)


def test_the_whole_list_is_copied(side):
    side.show_list(people(40))
    side.copy.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 41


def test_an_empty_list_cannot_be_written(side):
    side.show_list(people(0))
    assert side.count.text() == "0 lines"
    assert not side.export.isEnabled()


def test_escape_and_the_cross_shut_it(side, qtbot):
    side.show_list(people())
    with qtbot.waitSignal(side.closed):
        qtbot.keyClick(side.table, Qt.Key.Key_Escape)
    with qtbot.waitSignal(side.closed):
        side.shut.click()
