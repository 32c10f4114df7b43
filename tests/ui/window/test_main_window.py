import re
import threading
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox

from db.errors import KnownError
from resources import texts
from tests.ui.fakes.workspaces import FakeBases, workspace
from ui.background import Pace
from ui.look.colours import DARK
from ui.look.theme import ThemeChoice, colours
from ui.window.job_bar import _figures
from ui.window.main_window import MainWindow


@pytest.fixture
def bases():
    return FakeBases()


@pytest.fixture
def window(qtbot, bases, settings, theme):
    made = MainWindow(bases, settings, theme)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    assert not made.runner.busy


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.busy)


@pytest.fixture
def opened(window, qtbot):
    window.show_workspace(workspace())
    settle(window, qtbot)
    return window


class Shouting(NullTranslations):
    """Every text in capitals, so that one that was not said again can be seen."""

    def gettext(self, message):
        return re.sub(r"[^{}]+(?![^{]*})", lambda found: found[0].upper(), message)

    def ngettext(self, one, many, number):
        return self.gettext(one if number == 1 else many)


def test_without_a_base_the_window_offers_to_open_or_make_one(window, qtbot):
    assert window.stack.currentWidget() is window.welcome
    assert not window.navigation.buttons.button(0).isEnabled()
    window.show_page(3)
    assert window.stack.currentWidget() is window.welcome


def test_opening_a_base_shows_its_pages_and_remembers_it(window, qtbot, settings):
    with qtbot.waitSignal(window.opened):
        window.open_base("/bases/dealer.sverka")
    settle(window, qtbot)
    assert len(window.pages) == 7
    assert window.stack.currentWidget() is window.pages[0]
    assert settings.recent == ["/bases/dealer.sverka"]
    assert window.windowTitle() == "Demo dealer — Sverka"


def test_a_base_that_cannot_be_opened_is_one_sentence(window, qtbot):
    window.open_base("/bases/missing.sverka")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box.text() == "There is no base at /bases/missing.sverka."
    box.close()
    assert window.workspace is None


def test_another_base_takes_the_place_of_the_first(opened, bases, qtbot):
    first = opened.workspace
    with qtbot.waitSignal(opened.opened):
        opened.open_base("/bases/other.sverka")
    settle(opened, qtbot)
    assert bases.closed == [first]
    assert len(opened.pages) == 7
    assert opened.stack.count() == 8


def test_pages_are_made_one_a_turn_and_shown_once_all_are_there(window, qtbot):
    with qtbot.waitSignal(window.opened):
        window.show_workspace(workspace())
        assert window.busy
        assert window.pages == []
        qtbot.waitUntil(lambda: bool(window.pages))
        assert window.stack.currentWidget() is window.welcome
    assert len(window.pages) == 7
    settle(window, qtbot)


def test_a_base_left_while_its_pages_are_made_leaves_nothing_behind(window, bases, qtbot):
    first, second = workspace(), workspace()
    window.show_workspace(first)
    qtbot.waitUntil(lambda: bool(window.pages))
    with qtbot.waitSignal(window.opened) as opened:
        window.show_workspace(second)
    settle(window, qtbot)
    assert opened.args == [second]
    assert bases.closed == [first]
    assert window.stack.count() == 8


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_a_digit_with_control_or_alt_changes_pages(opened, qtbot, modifier):
    with qtbot.waitActive(opened):
        opened.activateWindow()
    for place in (6, 2, 0, 5, 1, 4, 3):
        qtbot.keyClick(opened, Qt.Key(Qt.Key.Key_1 + place), modifier)
        assert opened.stack.currentWidget() is opened.pages[place]
        assert opened.navigation.buttons.button(place).isChecked()
        settle(opened, qtbot)


def test_what_waits_on_a_page_stands_beside_its_name(opened):
    counts = [one._count for one in opened.navigation._buttons]
    assert counts == ["", "", "342", "9", "", "", ""]


def test_a_page_is_read_when_it_is_shown_and_again_when_the_base_changed(opened, qtbot):
    reads = []
    clients = opened.pages[4]
    clients.presenter.refresh = lambda: reads.append(1)
    opened.show_page(4)
    opened.show_page(0)
    opened.show_page(4)
    assert len(reads) == 1
    opened.pages[0].base_changed.emit()
    opened.show_page(4)
    assert len(reads) == 2


def test_a_client_is_edited_on_the_entry_page(opened, qtbot):
    opened.show_page(4)
    settle(opened, qtbot)
    opened.pages[4].panel.edit.click()
    settle(opened, qtbot)
    assert opened.stack.currentWidget() is opened.pages[1]
    assert opened.navigation.buttons.button(1).isChecked()
    assert opened.pages[1].presenter.draft.client_id == 1


def test_a_client_behind_a_figure_is_shown_on_the_clients_page(opened, qtbot):
    opened.show_page(5)
    settle(opened, qtbot)
    opened.pages[5].client_asked.emit(3)
    settle(opened, qtbot)
    assert opened.stack.currentWidget() is opened.pages[4]
    assert opened.pages[4].presenter.client.client_id == 3


def test_a_group_that_narrows_a_report_is_shown_on_the_review_page(opened, qtbot):
    opened.show_page(5)
    settle(opened, qtbot)
    opened.pages[5].group_asked.emit(4)
    settle(opened, qtbot)
    assert opened.stack.currentWidget() is opened.pages[3]
    assert opened.pages[3].presenter.group.group_id == 4


def test_a_report_leads_to_the_sources(opened, qtbot):
    opened.show_page(5)
    settle(opened, qtbot)
    opened.pages[5].sources_asked.emit()
    assert opened.stack.currentWidget() is opened.pages[0]


def test_a_report_looked_at_while_the_base_changes_says_so_and_is_counted_when_shown(opened, qtbot):
    opened.show_page(5)
    settle(opened, qtbot)
    reports = opened.pages[5]
    opened.pages[0].base_changed.emit()
    assert reports.presenter.outdated
    opened.show_page(0)
    opened.show_page(5)
    settle(opened, qtbot)
    assert not reports.presenter.outdated and not reports.presenter.counting


def test_a_verdict_asks_no_question_of_the_check_page(opened, qtbot):
    reads = []
    opened.pages[2].presenter.refresh = lambda: reads.append(1)
    opened.pages[3].base_changed.emit()
    assert reads == []
    opened.pages[6].base_changed.emit()
    assert reads == [1]


def test_the_language_changes_at_once_everywhere(opened, qtbot, settings, monkeypatch):
    for place in range(7):
        opened.show_page(place)
        settle(opened, qtbot)
    monkeypatch.setattr(
        texts, "use", lambda _language: setattr(texts._catalogue, "translations", Shouting())
    )
    opened.speak("ru")
    settle(opened, qtbot)
    english = {
        widget.text()
        for kind in (QLabel, QAbstractButton)
        for widget in opened.findChildren(kind)
        if any(sign.islower() and sign.isascii() for sign in widget.text())
    }
    values = (
        "i 1,274",
        "Demo dealer",
        "Olga Demina",
        "English",
        "Client 1",
        "Same phone",
        "1 AND 2",
        "2 AND 3",
        "Сорокина",
    )
    assert {text for text in english if not text.strip().startswith(values)} == set()
    across = Qt.Orientation.Horizontal
    assert opened.pages[4].clients.headerData(0, across) == "CLIENT"
    assert settings.language == "ru"


def test_the_theme_changes_at_once_and_is_remembered(opened, qtbot, settings):
    dark = colours().dark
    qtbot.mouseClick(opened.top.theme, Qt.MouseButton.LeftButton)
    assert colours().dark is not dark
    assert settings.theme is ThemeChoice.DARK


def test_a_page_that_is_not_shown_takes_the_colours_when_it_is(opened, qtbot):
    opened.change_theme()
    first, other = opened.pages[:2]
    assert DARK.surface in first.styleSheet()
    assert DARK.surface in opened.navigation.styleSheet()
    assert DARK.surface not in other.styleSheet()
    opened.show_page(1)
    assert DARK.surface in other.styleSheet()
    settle(opened, qtbot)


def test_a_long_job_shows_itself_and_can_be_cancelled(opened, qtbot):
    go_on = threading.Event()

    def work(progress):
        progress.stage("Reading rows")
        while not go_on.is_set():
            progress.report(40, 100)

    opened.runner.write("Loading sales.csv", work, lambda _result: None)
    qtbot.waitUntil(opened.jobs.cancel.isVisible)
    assert opened.jobs.stage.text() == "Loading sales.csv: Reading rows"
    assert opened.jobs.figures.text().startswith("40 of 100")
    assert (opened.jobs.bar.value(), opened.jobs.bar.maximum()) == (40, 100)
    with qtbot.waitSignal(opened.runner.finished):
        qtbot.mouseClick(opened.jobs.cancel, Qt.MouseButton.LeftButton)
    go_on.set()
    assert not opened.jobs.cancel.isVisible()


def test_a_job_shorter_than_a_blink_does_not_flicker(opened, qtbot):
    with qtbot.waitSignal(opened.runner.finished):
        opened.runner.write("Recording", lambda _progress: None, lambda _result: None)
    assert not opened.jobs.cancel.isVisible()
    assert not opened.jobs._pause.isActive()


def test_figures_of_a_job_say_what_is_known():
    assert _figures(Pace("", 0, 0, 0.0, None)) == ""
    assert _figures(Pace("", 2500, 10000, 500.4, 15)) == (
        "2,500 of 10,000 · 500 a second · about 15 s left"
    )


def test_a_known_error_of_a_job_is_told_in_one_sentence(opened, qtbot):
    def work(_progress):
        raise KnownError("The disk is full.")

    opened.runner.write("Loading", work, lambda _result: None)
    qtbot.waitUntil(lambda: opened.findChild(QMessageBox) is not None)
    box = opened.findChild(QMessageBox)
    assert box.text() == "The disk is full."
    box.close()


def test_closing_stops_what_runs_and_lets_go_of_the_base(window, bases, qtbot):
    window.show_workspace(workspace())
    started = threading.Event()

    def work(progress):
        started.set()
        while True:
            progress.report(0, 0)

    window.runner.write("Endless", work, lambda _result: None)
    started.wait(5)
    window.close()
    assert not window.runner.busy
    assert len(bases.closed) == 1


def test_nothing_is_cut_off_at_the_smallest_size(opened, qtbot):
    assert (opened.minimumWidth(), opened.minimumHeight()) == (1280, 720)
    opened.resize(1280, 720)
    for place, page in enumerate(opened.pages):
        opened.show_page(place)
        settle(opened, qtbot)
        assert page.minimumSizeHint().width() <= page.width(), place
        assert page.minimumSizeHint().height() <= page.height(), place
    assert (opened.width(), opened.height()) == (1280, 720)
