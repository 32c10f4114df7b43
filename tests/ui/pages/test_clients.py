from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.fakes.clients import FakeClients
from ui.pages.clients.page import ClientsPage
from ui.pages.clients.ports import Choice


@pytest.fixture
def port():
    return FakeClients(60)


@pytest.fixture
def page(qtbot, port, now, settings):
    made = ClientsPage(port, now, settings)
    qtbot.addWidget(made)
    made.resize(1100, 650)
    made.refresh()
    return made


def test_the_base_is_told_in_figures(page):
    assert page.figures.text() == (
        "60 clients · from 90 cards · 31,870 cars · 312 cards in quarantine"
    )


def test_the_first_result_is_shown_at_once(page):
    assert page.panel.title.text() == "Шапошников Егор Ильич"
    assert page._side.currentWidget() is page.panel


def test_typing_searches_after_a_pause_and_enter_at_once(page, qtbot):
    asked = []
    search = page.presenter._port.search
    page.presenter._port.search = lambda text: asked.append(text) or search(text)
    page.search.setText("rio")
    qtbot.waitUntil(lambda: asked == ["rio"])
    page.search.setText("vesta")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert asked == ["rio", "vesta"]


def test_escape_clears_the_search_and_down_goes_to_the_results(page, qtbot):
    page.search.setText("rio")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    with qtbot.waitSignal(page.search.left):
        qtbot.keyClick(page.search, Qt.Key.Key_Down)


def test_golden_values_say_where_they_come_from(page):
    lines = page.presenter.golden_lines()
    assert lines[0] == ("Name", "Шапошников Егор Ильич", "Sales К-00001 — the fullest")
    assert page.panel.golden.lines.rowCount() == 5


def test_cars_have_periods_events_days_and_cards_their_fields(page):
    role, title, numbers, span = page.presenter.car_lines()[0]
    assert (role, title, span) == ("buyer", "Lada Vesta, 2019", "2019-05-14 –")
    assert numbers == "XTAGFL110KY000001\nА123ВС69"
    assert page.presenter.event_lines()[0][0] == "2019-05-14"
    heads = [line[0] for line in page.presenter.card_lines() if line[0]]
    assert heads == ["Sales · К-00001", "Service · К-00002", "Service · К-00003"]
    assert page.panel.tabs.tabText(3) == "Cards 3"


def test_export_asks_where_and_says_how_much_was_written(page, port, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    page.ask_export(xlsx=True)
    assert port.exported == [(Path(tmp_path), True)]
    assert page.notice.text.text().endswith(f"6 files written to {tmp_path}.")


def test_no_directory_no_export(page, port, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    page.ask_export(xlsx=False)
    assert port.exported == []


def menu_line(page, text):
    """The line of the export menu that reads so."""
    return next(line for line in page.export.menu().actions() if line.text() == text)


def test_a_blind_sample_is_written_where_the_user_says(page, port, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("/here/s.xlsx", ""))
    menu_line(page, "Blind sample of pairs…").trigger()

    assert port.measured == [("sample", Path("/here/s.xlsx"))]
    said = page.notice.text.text()
    assert "200 pairs written to s.xlsx" in said and "personal data" in said


@pytest.mark.parametrize(
    "case",
    [
        ("Estimate from its answers…", "estimate", "Wrong merges: 2.00%"),
        ("Compare with the truth…", "evaluate", "best F1  0.97"),
    ],
)
def test_figures_are_shown_to_be_read_and_copied(page, port, monkeypatch, case):
    text, asked, shown = case
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/here/file.csv", ""))
    menu_line(page, text).trigger()

    assert port.measured == [(asked, Path("/here/file.csv"))]
    dialog = page.quality.dialog
    assert shown in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    dialog.close_button.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "text", ["Blind sample of pairs…", "Estimate from its answers…", "Compare with the truth…"]
)
def test_no_file_no_figures(page, port, monkeypatch, text):
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    menu_line(page, text).trigger()

    assert port.measured == []
    assert page.quality.dialog is None


def test_a_base_without_clients_says_how_they_come(qtbot, now, settings):
    page = ClientsPage(FakeClients(0), now, settings)
    qtbot.addWidget(page)
    page.refresh()
    assert page._stack.currentWidget() is page.nothing
    assert not page.export.isEnabled()


def line_of(page, name):
    """The place of a field among the golden values."""
    return [line.name for line in page.presenter.client.golden].index(name)


def test_only_a_line_with_several_values_offers_another(page):
    assert not page.panel.choose.isEnabled()
    page.panel.golden.selectRow(line_of(page, "name"))
    assert not page.panel.choose.isEnabled()
    page.panel.golden.selectRow(line_of(page, "address"))
    assert page.panel.choose.isEnabled()
    assert page.presenter.golden_lines()[line_of(page, "address")][2].endswith("\n1 more variant")


def test_another_value_is_chosen_with_the_keyboard_alone(page, port, qtbot):
    page.panel.golden.selectRow(line_of(page, "address"))
    qtbot.keyClick(page.panel.golden, Qt.Key.Key_F2)
    dialog = page.dialog
    assert dialog.isVisible()
    assert dialog.values.lines.lines[0] == (
        "Sales К-00001\nshown now",
        "Тверь, ул. Примерная, 7",
        "2019-05-14",
    )
    assert not dialog.take.isEnabled()

    qtbot.keyClick(dialog.values, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.base_changed):
        qtbot.keyClick(dialog.values, Qt.Key.Key_Return)

    assert port.chosen == [(2, "address")]
    assert page.notice.text.text().startswith("✓  Address: “Тверь, ул. Образцовая, 1” is shown now")
    assert page.panel.golden.currentIndex().row() == line_of(page, "address")
    assert not page.panel.choose.isEnabled()


def test_escape_chooses_nothing(page, port, qtbot):
    page.panel.golden.selectRow(line_of(page, "address"))
    page.panel.choose.click()
    qtbot.keyClick(page.dialog.values, Qt.Key.Key_Escape)
    assert port.chosen == []


def test_the_client_stays_when_its_new_name_puts_it_elsewhere(page):
    page.table.selectRow(3)
    client = page.presenter.client
    source = page.clients._source
    source.rows = source.rows[:2]
    page.presenter.choose(client.golden[0], Choice(2, "Шапошникав Егор", "Service К-00002"))

    assert page.presenter.client.client_id == client.client_id == 4
    assert page.panel.title.text() == client.title
    assert not page.table.currentIndex().isValid()

    page.table.selectRow(1)
    assert page.presenter.client.client_id == 2


def test_a_client_asked_for_is_shown_whoever_is_listed(page):
    page.table.selectRow(3)
    page.show_client(40)
    page.refresh()
    assert page.presenter.client.client_id == 40
    assert not page.table.currentIndex().isValid()
    page.table.selectRow(2)
    assert page.presenter.client.client_id == 3
