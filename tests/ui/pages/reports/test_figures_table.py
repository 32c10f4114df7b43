import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reports.content import Column, Table, Unit
from tests.ui.fakes.reports import people, table
from ui.pages.reports.figures_table import FiguresTable


def shown(qtbot, one):
    made = FiguresTable(one)
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.show()
    return made


@pytest.fixture
def figures(qtbot):
    return shown(qtbot, table())


def test_cells_are_written_by_their_unit_and_numbers_stand_at_the_right(figures):
    model = figures.figures
    row = [model.text(1, column) for column in range(6)]
    assert row == [
        "Maintenance 1", "1,150", "600\u00a0– 720\u00a0– 790", "62.6%",
        "11,300\u00a0₽", "4,859,000\u00a0₽",
    ]  # fmt: skip
    assert model.text(0, 4) == "–"
    side = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    words = model.data(model.index(0, 0), Qt.ItemDataRole.TextAlignmentRole)
    assert words & Qt.AlignmentFlag.AlignLeft


def test_enter_asks_for_what_is_behind_a_row(figures, qtbot):
    figures.selectRow(1)
    with qtbot.waitSignal(figures.behind_asked) as asked:
        qtbot.keyClick(figures, Qt.Key.Key_Return)
    assert asked.args == ["came.1"]


def test_a_row_with_a_client_and_nothing_behind_asks_for_him(qtbot):
    listed = shown(qtbot, people())
    listed.selectRow(2)
    with (
        qtbot.waitSignal(listed.client_asked) as asked,
        qtbot.assertNotEmitted(listed.behind_asked),
    ):
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert asked.args == [3]


@pytest.mark.parametrize("cell", ["", None, "C", "Куликова", "-4"])
def test_a_row_that_names_no_client_asks_for_none(qtbot, cell):
    listed = shown(qtbot, Table("List", (Column("client", "Client"),), ((cell,),)))
    listed.selectRow(0)
    with qtbot.assertNotEmitted(listed.client_asked):
        qtbot.keyClick(listed, Qt.Key.Key_Return)


def test_rows_of_different_things_have_their_own_units(qtbot):
    columns = (Column("what", "What"), Column("value", "Value"))
    rows = (("Share", 0.5), ("Money", 1200))
    made = shown(qtbot, Table("Mixed", columns, rows, units=(Unit.SHARE, Unit.MONEY)))
    assert [made.figures.text(row, 1) for row in (0, 1)] == ["50.0%", "1,200\u00a0₽"]
    assert made.figures.text(0, 0) == "Share"


def test_the_selected_rows_are_copied_with_their_titles_or_all_of_them(figures, qtbot):
    qtbot.keyClick(figures, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    figures.selectRow(0)
    qtbot.keyClick(figures, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Maintenance\tDue\tCame")
    assert lines[1].startswith("Maintenance 0\t1,340\t990 – 1,020 – 1,060")
    assert len(lines) == 2


def test_columns_share_what_they_do_not_need(figures):
    widths = [figures.columnWidth(column) for column in range(6)]
    assert sum(widths) == pytest.approx(figures.viewport().width(), abs=6)


def test_a_table_is_as_high_as_its_rows_up_to_a_screenful(qtbot):
    few, many = shown(qtbot, people(2)), shown(qtbot, people(500))
    few.fit_rows()
    many.fit_rows()
    assert few.height() < many.height() < 600


def test_the_last_row_is_whole_above_the_bar_that_moves_what_is_too_wide(qtbot):
    made = shown(qtbot, table())
    made.fit_rows()
    low = made.height()
    made.resize(200, low)
    assert made.height() > low
    assert made.viewport().height() >= 3 * 30


@pytest.mark.parametrize("rows", [(), ((None,),)])
def test_a_table_without_values_is_no_fault(qtbot, rows):
    made = shown(qtbot, Table("Empty", (Column("one", "One"),), rows))
    made.fit_rows()
    assert not made.grab().isNull()


def test_a_table_without_columns_is_no_fault(qtbot):
    assert not shown(qtbot, Table("None", (), ())).grab().isNull()
