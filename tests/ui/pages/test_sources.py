from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from db.errors import KnownError
from rules.source_kinds import LOGS
from tests.ui.fakes.sources import SALES_FILE, FakeSources
from ui.look.colours import Tone
from ui.pages.sources.drop_area import dropped
from ui.pages.sources.mapping_view import PreviewModel
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.ports import How, LayoutChoice, SourceKind
from ui.pages.sources.presenter import SourcesPresenter


@pytest.fixture
def port():
    return FakeSources()


@pytest.fixture
def presenter(port, now):
    made = SourcesPresenter(port, now)
    made.start()
    return made


@pytest.fixture
def page(qtbot, port, now, settings):
    made = SourcesPage(port, now, settings)
    qtbot.addWidget(made)
    made.resize(1100, 650)
    made.refresh()
    return made


def test_a_file_in_hand_is_loaded_as_it_was_mapped(presenter, port):
    presenter.take(SALES_FILE, SourceKind.SALES)
    presenter.map(5, "plate")
    presenter.map(0, "")
    presenter.load()
    (plan,) = port.loaded
    assert plan.fields == ("", "phone", "make_model", "vin", "ro_no", "plate")
    assert (plan.path, plan.kind) == (SALES_FILE, SourceKind.SALES)
    assert presenter.preview is None


def test_a_field_given_by_hand_says_so(presenter):
    presenter.take(SALES_FILE, SourceKind.SALES)
    presenter.map(3, "plate")
    assert (presenter.columns[3].how, presenter.columns[3].note) == (How.USER, "")


def test_what_was_found_adds_up_in_one_line(presenter):
    presenter.take(SALES_FILE, SourceKind.SALES)
    assert presenter.figures() == (
        "98,229 records = 98,214 rows + 4 lines of header + 9 empty + 2 totals"
    )


def test_a_file_without_any_field_is_not_loaded_blindly(presenter):
    presenter.take(SALES_FILE, SourceKind.SALES)
    for column in range(6):
        presenter.map(column, "")
    assert presenter.problem().startswith("No column has a field yet")


def test_a_file_that_cannot_be_read_is_one_sentence_and_leaves_the_page_as_it_was(presenter, now):
    told = []
    presenter.told = lambda tone, text: told.append((tone, text))
    presenter.take(Path("/exports/photo.jpg"), SourceKind.SALES)
    assert told == [(Tone.BLOCK, "photo.jpg is a picture, not a table.")]
    assert presenter.preview is None
    assert not presenter.reading


def test_a_load_that_fails_keeps_the_file_in_hand(presenter, port):
    def fail(_plan, _progress):
        raise KnownError("The disk is full.")

    port.load = fail
    told = []
    presenter.told = lambda tone, text: told.append((tone, text))
    presenter.take(SALES_FILE, SourceKind.SALES)
    presenter.load()
    assert told == [(Tone.BLOCK, "The disk is full.")]
    assert presenter.preview is not None
    assert not presenter.loading


def test_another_layout_or_department_looks_at_the_file_again(presenter, port):
    asked = []
    preview = port.preview
    port.preview = lambda path, kind, layout: (
        asked.append((kind, layout)) or preview(path, kind, layout)
    )
    presenter.take(SALES_FILE, SourceKind.SALES)
    presenter.change_layout(LayoutChoice("utf-8", ",", ""))
    presenter.change_kind(SourceKind.SERVICE)
    presenter.change_kind(SourceKind.SERVICE)
    assert asked == [
        (SourceKind.SALES, None),
        (SourceKind.SALES, LayoutChoice("utf-8", ",", "")),
        (SourceKind.SERVICE, LayoutChoice("utf-8", ",", "")),
    ]


def test_the_preview_model_keeps_qts_rules(qtmodeltester, presenter):
    presenter.take(SALES_FILE, SourceKind.SALES)
    model = PreviewModel()
    model.show_columns(presenter.columns, presenter.preview.rows, presenter.fields)
    qtmodeltester.check(model)
    assert model.index(0, 1).data() == "Phone"
    assert model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole).startswith("The title says")
    assert model.index(2, 0).data() == "Шапкин Олег Игоревич"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_page_shows_the_mapping_and_takes_another_one(page):
    page.take(SALES_FILE, SourceKind.SALES)
    assert page._stack.currentWidget() is page.preview
    mapping = page.preview.mapping
    mapping.strip.edit(mapping.model.index(0, 5))
    mapping._fields.field_chosen.emit(5, "plate")
    assert mapping.model.index(0, 5).data() == "Plate"
    assert mapping.model.index(1, 5).data() == "chosen by you"


def test_loading_from_the_page_tells_the_others_and_goes_back(page, qtbot):
    page.take(SALES_FILE, SourceKind.SALES)
    with qtbot.waitSignal(page.base_changed):
        qtbot.mouseClick(page.preview.load, Qt.MouseButton.LeftButton)
    assert "10 rows loaded, 9 cards: 7 new" in page.notice.text.text()
    assert page._stack.currentWidget() is not page.preview


def test_a_dropped_file_is_taken_for_the_department_it_was_dropped_on(page):
    page.areas[SourceKind.SERVICE].file_given.emit(SALES_FILE, SourceKind.SERVICE)
    assert page.presenter.kind is SourceKind.SERVICE


def test_every_kind_of_file_has_a_place_and_a_name(page):
    assert list(page.areas) == list(SourceKind)
    names = [page.preview.kind.itemText(row) for row in range(page.preview.kind.count())]
    assert names == ["Sales", "Service", "Bookings", "Claims", "Surveys"]


def test_the_places_of_logs_are_smaller_than_those_of_departments(page):
    page.show()
    heights = {kind: area.height() for kind, area in page.areas.items()}
    assert max(heights[kind] for kind in LOGS) < min(
        heights[kind] for kind in (SourceKind.SALES, SourceKind.SERVICE)
    )


def test_only_one_local_file_can_be_dropped():
    data = QMimeData()
    assert dropped(data) is None
    data.setUrls([QUrl.fromLocalFile("/exports/a.csv")])
    assert dropped(data) == Path("/exports/a.csv")
    data.setUrls([QUrl.fromLocalFile("/exports/a.csv"), QUrl.fromLocalFile("/exports/b.csv")])
    assert dropped(data) is None
    data.setUrls([QUrl("https://example.org/a.csv")])
    assert dropped(data) is None


def test_past_loads_are_listed(page):
    assert page.loads.index(0, 1).data() == "service_2026_11.csv"
    assert page.loads.index(1, 4).data() == "42,310"
