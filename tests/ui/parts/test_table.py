import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.fakes.background import ListSource
from ui.paging import Column
from ui.parts.paged_model import PagedModel
from ui.parts.table import Table

SPARE = (
    Column("name", "Name", 200),
    Column("city", "City", 150, spare=True),
    Column("note", "Note"),
)
COLUMNS = (Column("name", "Name", 200), Column("city", "City", 150), Column("note", "Note"))


@pytest.fixture
def data():
    rows = [(number, f"Client {number}", "Тверь", "two\nlines") for number in range(250)]
    return ListSource(rows, ("name", "city", "note"))


@pytest.fixture
def table(qtbot, now, settings, data):
    model = PagedModel(COLUMNS, now)
    made = Table("people", model, settings)
    qtbot.addWidget(made)
    made.resize(700, 400)
    model.set_source(data)
    return made


def select(table, *rows):
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().clearSelection()
    for row in rows:
        index = table.model().index(row, 0)
        table.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        table.selectionModel().select(index, flags.Select | flags.Rows)


def test_the_selection_is_copied_with_titles_as_tab_separated_lines(table, qtbot):
    select(table, 1, 0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Name\tCity\tNote\nClient 0\tТверь\ttwo lines\nClient 1\tТверь\ttwo lines"
    )


def test_the_selection_follows_its_rows_when_others_appear_above(table, data):
    select(table, 3, 4)
    data.rows.insert(0, (999, "New", "Москва", ""))
    table.model().invalidate()
    assert table.keys() == [3, 4]
    assert table.current_key() == 4


def test_when_the_selected_rows_are_gone_only_the_next_one_is_selected(table, data):
    """An action repeated by habit must not hit rows that nobody selected."""
    select(table, 3, 4, 5)
    data.rows = [row for row in data.rows if row[0] not in {3, 4, 5}]
    table.model().invalidate()
    assert table.keys() == [8]


def test_what_remains_of_a_selection_stays_selected(table, data):
    select(table, 3, 4, 5)
    data.rows = [row for row in data.rows if row[0] != 3]
    table.model().invalidate()
    assert table.keys() == [4, 5]


def test_a_row_is_announced_once_when_chosen(table):
    seen = []
    table.chosen.connect(seen.append)
    table.selectRow(2)
    assert seen == [2]


def test_enter_opens_the_current_row(table, qtbot):
    select(table, 7)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [7]


def test_letters_are_left_to_the_page(table, qtbot):
    select(table, 0)
    qtbot.keyClick(table, Qt.Key.Key_C)
    assert table.current_key() == 0


def test_widths_set_by_hand_are_remembered(table, qtbot, now, settings):
    table.setColumnWidth(0, 333)
    again = Table("people", PagedModel(COLUMNS, now), settings)
    qtbot.addWidget(again)
    again.resize(300, 200)
    assert again.columnWidth(0) == 333


def test_fitting_the_window_is_not_a_choice_of_the_user(table, settings):
    table.resize(380, 400)
    assert settings.widths("people") == {}


def test_columns_without_news_can_be_hidden(table, settings):
    table.show_only(frozenset({"name", "note"}))
    assert [table.isColumnHidden(place) for place in range(3)] == [False, True, False]
    assert settings.widths("people") == {}


def test_a_width_set_by_hand_survives_the_hiding_of_its_column(table, settings):
    table.setColumnWidth(1, 222)
    table.show_only(frozenset({"name", "note"}))
    table.setColumnWidth(0, 333)
    assert settings.widths("people") == {"name": 333, "city": 222}


def test_a_spare_column_shows_itself_only_where_there_is_room(qtbot, now, settings):
    table = Table("spare", PagedModel(SPARE, now), settings)
    qtbot.addWidget(table)
    table.show()
    hidden = []
    for width in (360, 700):
        table.resize(width, 400)
        hidden.append(table.isColumnHidden(1))
        assert table.horizontalScrollBar().maximum() == 0
    assert hidden == [True, False]
    assert settings.widths("spare") == {}


def test_columns_use_the_room_of_a_wide_table(table):
    table.show()
    table.resize(720, 400)
    assert table.columnWidth(0) > 200
