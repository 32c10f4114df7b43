"""The real window on a real base, from a file to a decision taken back."""

import pytest
from PySide6.QtCore import Qt

from db.base import open_base
from resources import texts
from tests.workflow import dealer
from ui.adapters.bases import LocalBases
from ui.pages.journal.presenter import STATE
from ui.pages.sources.ports import SourceKind
from ui.window.main_window import MainWindow
from workflow.propose import propose

SOURCES, ENTRY, CHECK, REVIEW, CLIENTS, REPORTS, JOURNAL = range(7)
PATIENCE = 60_000


@pytest.fixture
def place(tmp_path):
    """A base with the sales file in it and candidates proposed."""
    path = tmp_path / "dealer.sverka"
    engine = open_base(str(path), create=True)
    dealer.load_text(engine, tmp_path, "sales", dealer.SALES)
    propose(engine, by="Ольга")
    engine.dispose()
    return path


@pytest.fixture
def service(tmp_path):
    return dealer.write(tmp_path / "service.csv", dealer.SERVICE_HEADER, dealer.SERVICE)


@pytest.fixture
def window(qtbot, settings, theme, place):
    made = MainWindow(LocalBases(), settings, theme)
    qtbot.addWidget(made)
    made.show()
    failures = []
    made.runner.failed.connect(failures.append)
    with qtbot.waitSignal(made.opened, timeout=PATIENCE):
        made.open_base(str(place))
    settle(made, qtbot)
    yield made
    made.close()
    assert failures == []


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.busy, timeout=PATIENCE)


def show(window, qtbot, place):
    window.show_page(place)
    settle(window, qtbot)
    return window.pages[place]


def load(window, qtbot, path):
    page = show(window, qtbot, SOURCES)
    page.take(path, SourceKind.SERVICE)
    settle(window, qtbot)
    qtbot.mouseClick(page.preview.load, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    return page


def test_every_page_shows_what_is_in_the_base(window, qtbot):
    assert show(window, qtbot, SOURCES).loads.rowCount() == 1
    assert show(window, qtbot, CHECK).presenter.rules
    assert show(window, qtbot, REVIEW).presenter.known
    assert show(window, qtbot, CLIENTS).clients.rowCount() == 4
    reports = show(window, qtbot, REPORTS)
    assert reports.presenter.entries and reports.presenter.report is not None
    assert show(window, qtbot, JOURNAL).entries.rowCount() == 2
    assert window.windowTitle() == "dealer — Sverka"


def test_a_file_is_loaded_and_the_other_pages_know_it(window, qtbot, service):
    page = load(window, qtbot, service)
    assert page.notice.isVisible()
    assert page.loads.rowCount() == 2
    assert show(window, qtbot, CLIENTS).clients.rowCount() > 4
    review = show(window, qtbot, REVIEW)
    review.presenter.propose()
    settle(window, qtbot)
    assert review.presenter.group is not None


def test_a_finding_let_in_is_taken_back_in_the_journal(window, qtbot):
    check = show(window, qtbot, CHECK)
    check.presenter.pick("CLI103")
    settle(window, qtbot)
    check.table.selectRow(0)
    settle(window, qtbot)
    assert "Тест" in check.detail.text()
    check.actions_bar.waive_asked.emit()
    settle(window, qtbot)
    assert "CLI103" not in {rule.code for rule in check.presenter.all_rules}
    assert show(window, qtbot, CLIENTS).clients.rowCount() == 5

    journal = show(window, qtbot, JOURNAL)
    journal.table.selectRow(0)
    assert journal.decision
    journal.ask()
    settle(window, qtbot)
    journal.question.buttons()[0].click()
    settle(window, qtbot)
    assert [journal.entries.row(number)[STATE] for number in range(2)] == ["stands", "undone"]
    show(window, qtbot, CHECK)
    assert "CLI103" in {rule.code for rule in check.presenter.all_rules}
    assert show(window, qtbot, CLIENTS).clients.rowCount() == 4


def test_another_language_reaches_what_the_base_says(window, qtbot, monkeypatch):
    journal = show(window, qtbot, JOURNAL)
    assert journal.entries.row(0)[3] == "Searched for the same clients"
    real = texts.gettext
    monkeypatch.setattr("ui.adapters.actions.gettext", lambda message: f"[{real(message)}]")
    window.speak("ru")
    settle(window, qtbot)
    assert journal.entries.row(0)[3].startswith("[")


def test_a_base_that_is_no_base_is_one_sentence(window, qtbot, tmp_path, monkeypatch):
    told = []
    window.runner.failed.disconnect()
    window.runner.failed.connect(told.append)
    path = tmp_path / "notes.sverka"
    path.write_text("these are notes, no base at all" * 100)
    window.open_base(str(path))
    settle(window, qtbot)
    qtbot.waitUntil(lambda: bool(told))
    assert "not a Sverka base" in str(told[0])
    assert window.workspace.name == "dealer"


def test_closing_the_window_lets_go_of_the_file(window, qtbot, place):
    window.close()
    place.rename(place.with_name("moved.sverka"))
    assert not place.with_name("dealer.sverka-wal").exists()
