import pytest
from PySide6.QtCore import Qt

from tests.ui.fakes.background import Later, ListSource
from ui.look.colours import Tone
from ui.paging import Column, Sort, Tag
from ui.parts.paged_model import KEY_ROLE, PAGE, TAG_ROLE, PagedModel

COLUMNS = (
    Column("name", "Name"),
    Column("count", "Cards", right=True),
    Column("state", "State", show=lambda value: Tag(Tone.GOOD, "✓", str(value)), sortable=False),
)


def rows(count):
    return [(number, f"Client {number}", number % 7, "fine") for number in range(count)]


def source(count):
    return ListSource(rows(count), ("name", "count", "state"))


@pytest.fixture
def later():
    return Later()


def finish(later):
    while later.waiting:
        later.go_on()


@pytest.mark.parametrize("count", [0, 1, PAGE - 1, PAGE, PAGE + 1, 7 * PAGE + 3])
def test_the_model_keeps_qts_rules(qtmodeltester, now, count):
    model = PagedModel(COLUMNS, now)
    model.set_source(source(count))
    qtmodeltester.check(model)
    assert model.rowCount() == count


def test_nothing_is_read_on_the_window_and_a_row_on_its_way_is_an_ellipsis(later):
    model, data = PagedModel(COLUMNS, later), source(500)
    model.set_source(data)
    assert (model.rowCount(), model.known, data.fetched) == (0, False, [])
    later.go_on()
    assert (model.rowCount(), model.known) == (500, True)
    assert model.index(0, 0).data() == "Client 0"
    assert model.index(400, 0).data() == "…"
    finish(later)
    assert model.index(400, 0).data() == "Client 400"


def test_a_page_is_read_once_however_often_its_cells_are_asked_for(later):
    model, data = PagedModel(COLUMNS, later), source(500)
    model.set_source(data)
    later.go_on()
    for _ in range(3):
        for row in range(PAGE, PAGE + 20):
            model.index(row, 0).data()
            model.index(row, 1).data()
    finish(later)
    assert [offset for offset, _, _ in data.fetched] == [0, PAGE]


def test_pages_scrolled_past_are_not_read(later):
    model, data = PagedModel(COLUMNS, later), source(100 * PAGE)
    model.set_source(data)
    later.go_on()
    for page in range(1, 60):
        model.index(page * PAGE, 0).data()
    finish(later)
    read = [offset // PAGE for offset, _, _ in data.fetched]
    assert read[:3] == [0, 1, 59]
    assert len(read) <= 6


def test_only_some_pages_are_kept_in_memory(now):
    model = PagedModel(COLUMNS, now)
    model.set_source(source(100 * PAGE))
    for page in range(100):
        model.index(page * PAGE, 0).data()
    assert len(model._pages) <= 30
    assert model.index(99 * PAGE, 0).data() == f"Client {99 * PAGE}"


def test_sorting_is_the_sources_work(now):
    model, data = PagedModel(COLUMNS, now), source(300)
    model.set_source(data)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert data.fetched[-1][2] == Sort("count", descending=True)
    assert model.index(0, 1).data() == "6"
    model.sort(2)
    assert data.fetched[-1][2] is None
    model.sort(-1)
    assert model.index(0, 0).data() == "Client 0"


def test_an_answer_to_an_old_question_is_dropped(later):
    model = PagedModel(COLUMNS, later)
    model.set_source(source(500))
    model.set_source(source(3))
    finish(later)
    assert model.rowCount() == 3


def test_old_rows_stay_until_the_new_ones_are_there(later):
    model, data = PagedModel(COLUMNS, later), source(5)
    model.set_source(data)
    finish(later)
    data.rows = data.rows[1:]
    model.invalidate()
    assert model.index(0, 0).data() == "Client 0"
    finish(later)
    assert (model.rowCount(), model.index(0, 0).data()) == (4, "Client 1")


def test_a_list_that_shrinks_below_the_page_in_view_shows_its_end(now):
    model, data = PagedModel(COLUMNS, now), source(5 * PAGE)
    model.set_source(data)
    model.index(5 * PAGE - 1, 0).data()
    data.rows = data.rows[:10]
    model.invalidate()
    assert model.index(9, 0).data() == "Client 9"


def test_roles_and_titles(now):
    model = PagedModel(COLUMNS, now)
    model.set_source(source(3))
    assert model.index(2, 0).data(KEY_ROLE) == 2
    assert model.index(0, 2).data(TAG_ROLE) == Tag(Tone.GOOD, "✓", "fine")
    assert model.index(0, 0).data(TAG_ROLE) is None
    assert model.index(0, 2).data() == "fine"
    across = Qt.Orientation.Horizontal
    assert [model.headerData(place, across) for place in range(3)] == ["Name", "Cards", "State"]
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.places([2, 0, 9]) == [0, 2]
