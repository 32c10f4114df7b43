from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.parts.lines import Lines, LinesModel

TITLES = ("Field", "Value")
LINES = [("Name", "Сорокина Анна"), ("Phone", "+7 916 555-01-01")]


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = LinesModel(TITLES)
    qtmodeltester.check(model)
    model.show_lines(LINES)
    qtmodeltester.check(model)
    assert model.index(1, 0).data() == "Phone"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Value"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_chosen_lines_are_copied_with_tabs(qtbot):
    lines = Lines(TITLES, (80, 120))
    qtbot.addWidget(lines)
    lines.show_lines(LINES)
    lines.selectRow(1)
    qtbot.keyClick(lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Phone\t+7 916 555-01-01"
