import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.fakes.review import FakeReview, group
from ui.keys import ReviewKey
from ui.pages.review.page import ReviewPage
from ui.pages.review.ports import Verdict


@pytest.fixture
def port():
    return FakeReview()


@pytest.fixture
def page(qtbot, port, now):
    made = ReviewPage(port, now)
    qtbot.addWidget(made)
    made.resize(1100, 650)
    made.refresh()
    return made


def press(widget, sign):
    """Press a key as a Russian layout does: the Qt code is the letter's own."""
    code = ord(sign.upper())
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, sign)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("sign", "verdict"),
    [
        ("s", Verdict.SAME), ("ы", Verdict.SAME), ("1", Verdict.SAME),
        ("d", Verdict.DIFFERENT), ("в", Verdict.DIFFERENT), ("2", Verdict.DIFFERENT),
        ("u", Verdict.UNSURE), ("г", Verdict.UNSURE), ("4", Verdict.UNSURE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["page", "cards", "queue"])
def test_a_key_decides_wherever_the_focus_is(page, port, sign, verdict, where):
    widget = {"page": page, "cards": page.compare.cards, "queue": page.side.queue}[where]
    press(widget, sign)
    assert [decision.verdict for decision, _ in port.decided] == [verdict]


@pytest.mark.parametrize("sign", ["n", "т", "5"])
def test_a_key_skips(page, port, sign):
    press(page.compare.cards, sign)
    assert port.decided == []
    assert page.presenter.group.group_id == 2


@pytest.mark.parametrize("sign", ["z", "я", "6"])
def test_a_key_undoes(page, port, sign):
    press(page, "s")
    press(page, sign)
    assert len(port.undone) == 1
    assert page.presenter.group.group_id == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_related_offers_its_kinds_with_the_likely_one_in_hand(page, port):
    press(page, "к")
    menu = page.verdicts.menu
    assert "Husband and wife" in [action.text() for action in menu.actions()]
    menu.actions()[0].trigger()
    menu.close()
    assert port.decided[0][0].relation == "spouse"


def test_buttons_say_their_keys_and_do_the_same(page, port, qtbot):
    same = page.verdicts.buttons[ReviewKey.SAME]
    assert same.text() == "Same client  S"
    assert "S or 1" in same.toolTip()
    assert not page.verdicts.buttons[ReviewKey.UNDO].isEnabled()
    qtbot.mouseClick(same, Qt.MouseButton.LeftButton)
    assert len(port.decided) == 1
    assert page.verdicts.buttons[ReviewKey.UNDO].isEnabled()


def test_the_counter_the_queue_and_the_reason_follow(page, qtbot):
    assert page.side.counter.text() == "0 decided, 9 left"
    with qtbot.waitSignal(page.left_changed, check_params_cb=lambda left: left == 8):
        page.act(ReviewKey.SAME)
    assert page.side.counter.text() == "1 decided, 8 left"
    assert page.side.queue.currentIndex().data() == "Сорокина Анна Львовна"
    assert page.reason.sentence.text().startswith("Same phone")


def test_a_decision_tells_the_other_pages(page, qtbot):
    with qtbot.waitSignal(page.base_changed):
        page.act(ReviewKey.DIFFERENT)


def test_a_card_is_left_out_by_its_head_and_a_value_chosen_by_its_cell(page):
    page.compare.card_toggled.emit(3)
    assert page.presenter.ticked == {1, 2}
    page.compare.value_chosen.emit("address", 2)
    assert page.compare.model.sheet.chosen == {"address": 2}
    page.compare.card_toggled.emit(3)
    assert page.presenter.ticked == {1, 2, 3}


def test_only_what_differs_leaves_the_rest_out(page):
    before = page.compare.model.rowCount()
    page.reason.only_differences.setChecked(True)
    titles = [row.title for row in page.compare.model.sheet.rows]
    assert len(titles) < before
    assert "Birth date" not in titles


def test_the_bulk_approval_counts_before_it_approves(page, port, qtbot):
    page.ask_approval()
    dialog = page.dialog
    dialog.spin.setValue(90)
    qtbot.waitUntil(lambda: dialog.count.text() == "3 groups")
    assert "7 cards" in dialog.cards.text()
    assert dialog.examples.text().count("•") == 3
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    assert port.approved == [0.9]
    assert "3 groups approved" in page.notice.text.text()


def test_an_approval_of_nothing_cannot_be_confirmed(page, qtbot):
    page.ask_approval()
    page.dialog.spin.setValue(100)
    qtbot.waitUntil(lambda: page.dialog.count.text() == "0 groups")
    assert not page.dialog.confirm.isEnabled()
    page.dialog.reject()


def test_an_empty_queue_says_whether_a_search_is_still_to_be_made(qtbot, now):
    port = FakeReview([], searched=False)
    page = ReviewPage(port, now)
    qtbot.addWidget(page)
    page.refresh()
    assert page._stack.currentWidget() is page.nothing
    qtbot.mouseClick(page.nothing.action, Qt.MouseButton.LeftButton)
    assert page._stack.currentWidget() is page.all_done


def test_the_unsure_are_offered_once_there_are_some(page, qtbot):
    assert page.side.unsure.isHidden()
    press(page, "г")
    assert not page.side.unsure.isHidden()
    assert page.side.unsure.text() == "Only the &unsure: 1"

    page.side.unsure.click()
    assert page.presenter.unsure
    assert page.presenter.group.group_id == 1
    assert page.side.unsure.isChecked()

    page.side.unsure.click()
    assert page.presenter.group.group_id == 2


def test_where_only_the_unsure_are_left_they_are_offered(qtbot, now):
    page = ReviewPage(FakeReview([group()]), now)
    qtbot.addWidget(page)
    page.refresh()
    press(page, "г")
    assert page._stack.currentWidget() is page.only_unsure

    page.only_unsure.action.click()
    assert page._stack.currentWidget() is page._work
    assert page.presenter.group.group_id == 1

    press(page, "ы")
    assert page._stack.currentWidget() is page.all_done


def test_why_two_cards_may_be_one_client_is_told_field_by_field(page, port, qtbot):
    qtbot.mouseClick(page.reason.why, Qt.MouseButton.LeftButton)

    dialog = page.dialog
    assert port.explained == (1, 2)
    assert dialog.reason.text().startswith("First name is the same")
    assert dialog.outcome.text().endswith("Brought together by: phone.")
    weights = [line[-1] for line in dialog.lines.lines.lines]
    assert weights == ["−15.2", "+5.5", "+9.0"]
    dialog.pair.setCurrentIndex(2)
    assert port.explained == (2, 3)
    dialog.close()


def test_why_has_a_key(page, port, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F4)

    assert port.explained == (1, 2)
    page.dialog.close()
