import pytest
from PySide6.QtCore import Qt

from rules.finding import Severity
from tests.ui.fakes.check import FakeCheck
from ui.pages.check.page import CheckPage
from ui.pages.check.ports import FindingQuery
from ui.pages.check.presenter import CheckPresenter


@pytest.fixture
def port():
    return FakeCheck()


@pytest.fixture
def presenter(port, now):
    made = CheckPresenter(port, now)
    made.refresh()
    return made


@pytest.fixture
def page(qtbot, port, now, settings):
    made = CheckPage(port, now, settings)
    qtbot.addWidget(made)
    made.resize(1100, 650)
    made.refresh()
    return made


def test_counts_are_by_severity(presenter):
    assert presenter.count(None) == 1672
    assert presenter.count(Severity.BLOCK) == 342


def test_a_severity_shows_its_rules_and_lets_go_of_a_rule_of_another(presenter):
    presenter.pick("NAM104")
    presenter.filter(Severity.BLOCK)
    assert [rule.code for rule in presenter.rules] == ["TEL102", "VIN101", "CLI101"]
    assert presenter.query == FindingQuery("", Severity.BLOCK)
    presenter.pick("VIN101")
    presenter.filter(None)
    assert presenter.query.code == "VIN101"


def test_only_columns_that_say_something_are_shown(presenter):
    assert "severity" in presenter.columns
    assert "state" not in presenter.columns
    presenter.pick("VIN101")
    presenter.show_settled(wanted=True)
    assert "severity" not in presenter.columns
    assert "state" in presenter.columns


def test_a_list_asked_for_twice_is_read_once(presenter):
    listed = []
    presenter.listed = listed.append
    presenter.search("x")
    presenter.search("x")
    assert len(listed) == 1


def test_an_empty_selection_does_nothing(presenter, port):
    presenter.accept([])
    presenter.waive([])
    assert port.accepted == port.waived == []


def test_one_many_and_all_are_accepted(presenter, port):
    told = []
    presenter.told = lambda _tone, text: told.append(text)
    presenter.accept([400, 401])
    presenter.accept(FindingQuery("EML102"))
    assert port.accepted == [[400, 401], FindingQuery("EML102")]
    assert told == ["2 repairs accepted.", "31 repairs accepted."]


def test_all_findings_stand_above_the_rules(page):
    first, second = (page.rules.entries.index(row, 0) for row in (0, 1))
    assert first.data() == "All findings"
    assert first.data(Qt.ItemDataRole.ToolTipRole) is None
    assert second.data(Qt.ItemDataRole.ToolTipRole).endswith("]")


def test_picking_a_rule_lists_its_findings_under_its_sentences(page):
    page.rules.setCurrentIndex(page.rules.entries.index(2, 0))
    assert page.findings.rowCount() == 87
    assert page.title.text().startswith("The VIN is not 17 signs long. Take it from")
    assert page.filters.button(1).text() == "✕ 342"


def test_the_finding_of_the_current_row_is_told_below(page):
    page.table.selectRow(3)
    assert "The phone has too few digits." in page.detail.text()


def test_the_selected_findings_are_let_in_and_leave_the_list(page, port, qtbot):
    page.table.selectRow(0)
    assert page.actions_bar.waive.isEnabled()
    with qtbot.waitSignal(page.base_changed):
        qtbot.mouseClick(page.actions_bar.waive, Qt.MouseButton.LeftButton)
    assert port.waived == [[0]]
    assert 0 not in [page.findings.key(row) for row in range(5)]
    assert page.table.keys() == [1]


def test_everything_listed_can_be_accepted_with_its_count_in_the_menu(page, port):
    page.rules.setCurrentIndex(page.rules.entries.index(6, 0))
    assert page.actions_bar.accept_all.text() == "Accept all 31 repairs"
    page.actions_bar.accept_all.trigger()
    assert port.accepted == [FindingQuery("EML102")]


def test_a_rule_without_repairs_offers_none(page):
    page.rules.setCurrentIndex(page.rules.entries.index(1, 0))
    assert not page.actions_bar.accept_all.isEnabled()
    assert page.actions_bar.waive_all.isEnabled()


def test_a_value_is_corrected_while_the_rules_look_on(page, port, qtbot):
    page.table.selectRow(0)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    dialog = page.dialog
    assert dialog.answer.text() == "!  The phone has too few digits."
    dialog.value.setText("+79160001122")
    qtbot.waitUntil(lambda: dialog.answer.text().startswith("✓"))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert port.edited == [(0, "+79160001122")]
    assert page.notice.text.text().endswith("The value is corrected.")


def test_a_value_that_still_blocks_is_not_taken(page, port, qtbot):
    page.table.selectRow(0)
    page.edit()
    qtbot.mouseClick(page.dialog.save, Qt.MouseButton.LeftButton)
    assert port.edited == []
    assert page.dialog.isVisible()
    page.dialog.reject()


def test_two_selected_findings_have_no_single_value_to_edit(page):
    page.table.selectAll()
    page.edit()
    assert page.dialog is None
    assert not page.actions_bar.edit.isEnabled()


def test_a_base_without_findings_says_that_nothing_is_wrong(qtbot, now, settings):
    page = CheckPage(FakeCheck(()), now, settings)
    qtbot.addWidget(page)
    page.refresh()
    assert page._stack.currentWidget() is page.nothing


def test_cards_are_checked_anew_where_the_rules_have_changed(page, port, qtbot):
    assert page.anew.isHidden()
    port.older_rules = True
    page.refresh()
    assert not page.anew.isHidden()
    assert not page.outdated.isHidden()

    with qtbot.waitSignal(page.base_changed):
        qtbot.mouseClick(page.anew, Qt.MouseButton.LeftButton)

    assert page.anew.isHidden()
    assert page.outdated.isHidden()
