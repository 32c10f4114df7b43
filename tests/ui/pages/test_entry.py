import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from db.errors import KnownError
from resources import texts
from tests.ui.fakes.background import Later
from tests.ui.fakes.entry import NEIGHBOUR, OLEG, FakeEntry
from ui.pages.entry.page import EntryPage
from workflow.entry_form import FIELDS
from workflow.entry_reason import Reason


@pytest.fixture
def port():
    return FakeEntry()


@pytest.fixture
def page(qtbot, port, now):
    made = EntryPage(port, now)
    qtbot.addWidget(made)
    made.resize(1096, 640)
    made.show()
    made.refresh()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.setFocus()
    return made


def put(page, name, text):
    """Type a text into a field and go on from it."""
    row = page.rows[name]
    row.input.setFocus()
    row.input.setText(text)
    row.input.focusNextChild()


def look_up(page, qtbot):
    qtbot.waitUntil(lambda: not page._pause.isActive())


def test_the_first_field_has_the_cursor_and_nothing_is_told_yet(page):
    assert page.rows["full_name"].input.hasFocus()
    assert all(not row.message.isVisible() for row in page.rows.values())


def test_a_field_is_checked_when_it_is_left_and_says_so_under_it(page):
    row = page.rows["phone"]
    row.input.setFocus()
    row.input.setText("8 916 123-45-6")
    assert not row.message.isVisible()

    row.input.focusNextChild()

    assert row.message.text().startswith("✕  «8 916 123-45-6» is no phone number")
    assert row.input.property("tone") == row.message.property("tone") == "block"
    assert row.input.accessibleDescription() == row.message.text()


def test_a_field_put_right_is_calm_again(page):
    put(page, "phone", "8 916 123-45-6")
    put(page, "phone", "8 916 000-33-44")

    assert not page.rows["phone"].message.isVisible()
    assert page.rows["phone"].input.property("tone") == "plain"


def test_a_form_that_is_kept_otherwise_is_told(page):
    put(page, "make_model", "киа рио")

    assert page.rows["make_model"].message.text() == "Kept as: Kia Rio"


def test_the_repair_is_taken_by_its_key(page, qtbot):
    put(page, "full_name", "Ifgjiybrjd Tujh")
    row = page.rows["full_name"]
    assert row.repair.text() == "F4  Write: Шапошников Егор"

    row.input.setFocus()
    qtbot.keyClick(row.input, Qt.Key.Key_F4)

    assert row.input.text() == "Шапошников Егор"
    assert not row.repair.isVisible()


def test_the_repair_is_taken_by_its_button(page, qtbot):
    put(page, "email", "egor@gmial.com")

    page.rows["email"].repair.click()

    assert page.rows["email"].input.text() == "egor@gmail.com"


def test_a_phone_gets_its_groups_while_it_is_typed(page, qtbot):
    field = page.rows["phone"].input
    field.setFocus()
    qtbot.keyClicks(field, "+79160003344")
    assert field.text() == "+7 916 000-33-44"

    field.setCursorPosition(7)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), field.cursorPosition()) == ("+7 916 000-33-44", 6)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)

    assert field.text() == "+7 910 003-34-4"
    assert field.cursorPosition() == 5


def test_enter_goes_on_through_every_field_and_tab_does_too(page, qtbot):
    met = []
    for _name in FIELDS:
        met.append(next(name for name in FIELDS if page.rows[name].input.hasFocus()))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert met == list(FIELDS)


def test_clients_who_may_be_the_same_are_shown_while_typing(page, qtbot):
    page.rows["phone"].input.setFocus()
    page.rows["phone"].input.setText("+7 916 000-33-44")
    look_up(page, qtbot)

    assert page.alike.list.count() == 1
    assert page.alike.list.item(0).text().endswith("! the same phone")
    assert page.alike.current() == NEIGHBOUR.client_id


def test_the_card_of_a_duplicate_is_opened_by_the_keyboard_and_takes_what_it_lacks(page, qtbot):
    put(page, "phone", "+7 916 000-33-44")
    put(page, "email", "anna@example.ru")
    look_up(page, qtbot)

    qtbot.keyClick(page.rows["phone"].input, Qt.Key.Key_F6)
    assert page.alike.list.hasFocus()
    qtbot.keyClick(page.alike.list, Qt.Key.Key_Return)

    assert page.presenter.draft.client_id == NEIGHBOUR.client_id
    assert page.subtitle.text() == "Сорокина Анна Львовна · C0000007"
    assert page.rows["full_name"].input.text() == "Сорокина Анна Львовна"
    assert page.rows["email"].input.text() == "anna@example.ru"
    assert page.presenter.draft.changed == {"email"}


def test_another_person_leaves_the_list_and_is_recorded_with_the_save(page, port, qtbot):
    put(page, "full_name", "Шапошников Егор")
    put(page, "phone", "+7 916 000-33-44")
    look_up(page, qtbot)
    assert page.alike.list.count() == 2

    qtbot.keyClick(page.rows["phone"].input, Qt.Key.Key_F8)

    assert [page.alike.list.item(at).text().split("\n")[0] for at in range(1)] == [OLEG.title]
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    draft, reason = port.saved[0]
    assert (draft.apart, reason) == ({NEIGHBOUR.client_id}, None)


def test_a_save_is_told_and_the_form_is_empty_for_the_next(page, port, qtbot):
    put(page, "full_name", "Шапошников Егор")

    with qtbot.waitSignal(page.base_changed):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.notice.text.text().startswith("✓  Шапошников Егор is saved.")
    assert [row.input.text() for row in page.rows.values()] == [""] * len(FIELDS)
    assert page.rows["full_name"].input.hasFocus()
    assert len(port.saved) == 1


def test_what_blocks_stops_the_save_and_gets_the_cursor(page, port, qtbot):
    put(page, "year", "2031")

    page.save.click()

    assert port.saved == []
    assert page.notice.text.text() == "✕  Not saved yet. The client has no name."
    assert page.rows["full_name"].input.hasFocus()
    assert page.rows["full_name"].message.isVisible()
    assert page.rows["year"].message.isVisible()


def test_a_bypass_is_offered_to_those_who_may_and_asks_for_the_reason(page, port):
    put(page, "full_name", "Шапошников Егор")
    put(page, "year", "2031")
    assert not page.bypass.isVisible()
    port.allowed = True
    page.refresh()
    assert page.bypass.isVisible()

    page.reasons.actions()[0].trigger()

    assert [reason for _draft, reason in port.saved] == [Reason.DOCUMENT]


def test_a_refusal_of_the_base_is_told_and_what_is_typed_stays(page, port):
    port.refusal = "This card has been changed since you opened it."
    put(page, "full_name", "Шапошников Егор")

    page.save.click()

    assert page.notice.text.text() == f"✕  {port.refusal}"
    assert page.rows["full_name"].input.text() == "Шапошников Егор"
    assert page.save.isEnabled()


def test_the_next_client_can_be_typed_while_one_is_being_saved(qtbot, port):
    later = Later()
    page = EntryPage(port, later)
    qtbot.addWidget(page)
    page.rows["full_name"].input.setText("Шапошников Егор")
    page.presenter.save()
    while page.presenter.draft.text("full_name"):
        later.go_on()
    assert port.saved == []
    assert not page.save.isEnabled()
    page.rows["full_name"].input.setText("Сорокина Анна")

    while later.waiting:
        later.go_on()

    assert [draft.text("full_name") for draft, _reason in port.saved] == ["Шапошников Егор"]
    assert page.rows["full_name"].input.text() == "Сорокина Анна"
    assert page.save.isEnabled()


def test_a_draft_that_was_not_taken_is_a_key_away_while_another_is_typed(page, port):
    put(page, "full_name", "Шапошников Егор")
    draft = page.presenter.draft
    page.presenter.type("comment", "")
    page.presenter.start()
    put(page, "full_name", "Сорокина Анна")

    assert page.presenter._refused(draft, "", KnownError("The disk is full."))
    assert page.notice.text.text() == "✕  The client before was not saved. The disk is full."
    assert page.rows["full_name"].input.text() == "Сорокина Анна"
    page.notice.action.click()

    assert page.rows["full_name"].input.text() == "Шапошников Егор"


def test_a_new_client_is_begun_only_when_what_was_typed_may_go(page, qtbot):
    put(page, "full_name", "Шапошников Егор")

    qtbot.keyClick(page, Qt.Key.Key_F3)
    assert page.rows["full_name"].input.text() == "Шапошников Егор"
    page.notice.action.click()

    assert page.rows["full_name"].input.text() == ""
    assert not page.presenter.dirty


def test_another_car_keeps_the_client_and_empties_the_car(page):
    page.edit(7)
    page.rows["vin"].input.setText("XWEHH812BD0456789")
    assert page.car.isVisible()

    page.car.click()

    assert page.rows["full_name"].input.text() == "Сорокина Анна Львовна"
    assert page.rows["vin"].input.text() == ""
    assert page.presenter.draft.client_id == 7


def test_no_key_of_the_page_is_a_letter_that_a_layout_moves(page):
    keys = [made.key().toString() for made in page.findChildren(QShortcut)]

    assert {"F3", "F4", "F6", "F8", "Ctrl+Return"} <= set(keys)
    assert [key for key in keys if not re.fullmatch(r"F\d+|Ctrl\+(Return|Enter)", key)] == []


def test_the_language_changes_every_title(page):
    texts.use("ru")
    for widget in (page, *page.rows.values()):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))

    assert page.rows["phone"].title.text() == "Телефон"
    assert page.save.text().startswith("Сохранить")
