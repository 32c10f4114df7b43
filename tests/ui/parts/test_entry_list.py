import pytest
from PySide6.QtCore import Qt

from ui.look.colours import Tone
from ui.paging import Tag
from ui.parts.entry_list import Entry, EntryList, EntryModel

LONG = "The VIN is not 17 signs long. Take it from the vehicle's passport and type it anew."
MARK = Tag(Tone.BLOCK, "✕", "block")


def entry(row):
    return Entry(f"Group {row}", below="2 cards", aside="98 %", hint=f"number {row}")


@pytest.fixture
def entries(qtbot):
    made = EntryList(lambda row: Entry(LONG, below="VIN", figure="7", mark=MARK), lines=2)
    qtbot.addWidget(made)
    made.resize(240, 300)
    return made


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = EntryModel(entry)
    qtmodeltester.check(model)
    model.show_keys([7, 8, 9])
    qtmodeltester.check(model)
    assert model.index(1, 0).data() == "Group 1"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "number 1"
    assert (model.key(2), model.place(8), model.place(5)) == (9, 1, -1)


def test_the_same_keys_leave_the_choice_as_it_is(entries):
    entries.entries.show_keys(["a", "b"])
    entries.show_current("b")
    entries.entries.show_keys(["a", "b"])
    assert entries.currentIndex().row() == 1
    entries.entries.show_keys(["a", "b", "c"])
    assert not entries.currentIndex().isValid()


def test_a_long_title_takes_two_lines_and_no_more(entries, qtbot):
    entries.entries.show_keys(["a"])
    entries.show()
    line = entries.fontMetrics().lineSpacing()
    assert entries.sizeHintForRow(0) == pytest.approx(52 + line, abs=1)
    assert not entries.grab().isNull()


def test_an_entry_of_one_line_is_lower(qtbot):
    low = EntryList(lambda _row: Entry("All findings"), lines=2)
    qtbot.addWidget(low)
    low.entries.show_keys([""])
    assert low.sizeHintForRow(0) == 40


def test_a_title_alone_takes_as_many_lines_as_it_needs_and_a_heading_cannot_be_chosen(qtbot):
    names = ["Funnels", "Commercial orders by the year that the car was made in", "Booking"]
    made = EntryList(lambda row: Entry(names[row], heading=row == 0), lines=3)
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.show()
    made.entries.show_keys(names)
    heights = [made.visualRect(made.entries.index(row, 0)).height() for row in range(3)]
    assert heights[0] == heights[2] == 40 < heights[1]
    assert made.entries.flags(made.entries.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert made.entries.flags(made.entries.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert not made.grab().isNull()
