from PySide6.QtWidgets import QLabel

from tests.ui.fakes.reports import checks
from ui.pages.reports.checks_panel import ChecksPanel
from ui.parts.fold import Fold


def test_the_worst_stands_first_with_what_to_do_and_the_good_is_folded_away(qtbot):
    panel = ChecksPanel(checks())
    qtbot.addWidget(panel)
    panel.show()
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert said == [
        "✕  Last load: 46 days ago",
        "→ Load the latest export of service.",
        "!  Undecided candidates: 41 could change this report",
        "→ Review the groups below.",
    ]
    fold = panel.findChild(Fold)
    assert fold.head.text() == "▸  ✓  2 checks are in order"
    fold.head.click()
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert said[-2:] == ["✓  Orders with a VIN: 98.2%", "✓  Orders with a sum: 99.9%"]


def test_where_the_checks_are_all_there_is_the_good_ones_are_shown_too(qtbot):
    panel = ChecksPanel(checks(), opened=True)
    qtbot.addWidget(panel)
    panel.show()
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert said[-1] == "✓  Orders with a sum: 99.9%"
