import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.fakes.review import FakeReview, group
from ui.compare.compare_view import CompareView
from ui.compare.model import CompareModel, Result, Sheet, shown_of
from ui.pages.review.presenter import ReviewPresenter


@pytest.fixture
def presenter(now):
    made = ReviewPresenter(FakeReview(), now)
    made.refresh()
    return made


def sheet(presenter, **changes):
    cards = presenter.group.cards
    shown = {
        "cards": cards,
        "rows": tuple(presenter.rows()),
        "results": {
            name: Result(golden.values, golden.card_id, golden.why)
            for name, golden in presenter.golden.items()
        },
        "ticked": frozenset(card.card_id for card in cards),
        "chosen": {},
    }
    return Sheet(**(shown | changes))


@pytest.fixture
def view(qtbot, presenter):
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_sheet(sheet(presenter))
    return made


def test_the_model_keeps_qts_rules(qtmodeltester, presenter):
    model = CompareModel()
    qtmodeltester.check(model)
    model.show_sheet(sheet(presenter))
    qtmodeltester.check(model)


def test_the_client_to_be_comes_first_then_the_cards(view):
    model = view.model
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(0, across) == "The client will be"
    assert model.headerData(2, across) == "Шапошникав Егор"
    titles = [model.headerData(row, down) for row in range(model.rowCount())]
    assert titles == ["Name", "Birth date", "Phone", "E-mail", "Address", "Cars", "Events"]
    assert model.index(0, 0).data() == "Шапошников Егор Ильич"
    assert model.index(0, 2).data() == "≈ Шапошникав Егор"
    assert model.index(1, 3).data() == "–"


def test_the_result_stays_and_the_cards_scroll_beside_it(view):
    assert not view.result.isColumnHidden(0)
    assert all(view.result.isColumnHidden(column) for column in (1, 2, 3))
    assert view.cards.isColumnHidden(0)
    rows = range(view.model.rowCount())
    assert all(view.result.rowHeight(row) == view.cards.rowHeight(row) for row in rows)
    view.cards.verticalScrollBar().setValue(37)
    assert view.result.verticalScrollBar().value() == view.cards.verticalScrollBar().value()


def test_a_click_on_a_value_asks_for_it(view, qtbot):
    index = view.model.index(4, 2)
    view.show()
    with qtbot.waitSignal(view.value_chosen) as chosen:
        qtbot.mouseClick(
            view.cards.viewport(),
            Qt.MouseButton.LeftButton,
            pos=view.cards.visualRect(index).center(),
        )
    assert chosen.args == ["address", 2]


def test_enter_takes_a_value_and_space_ticks_its_card(view, qtbot):
    view.cards.setCurrentIndex(view.model.index(0, 3))
    with qtbot.waitSignal(view.value_chosen) as chosen:
        qtbot.keyClick(view.cards, Qt.Key.Key_Return)
    assert chosen.args == ["name", 3]
    with qtbot.waitSignal(view.card_toggled) as toggled:
        qtbot.keyClick(view.cards, Qt.Key.Key_Space)
    assert toggled.args == [3]


def test_a_click_on_the_head_of_a_card_ticks_it(view, qtbot):
    view.show()
    head = view.cards.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(2) + 12, 20)
    with qtbot.waitSignal(view.card_toggled) as toggled:
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert toggled.args == [2]


def test_a_card_left_out_and_a_value_chosen_by_hand_are_shown_as_such(view, presenter):
    view.show_sheet(sheet(presenter, ticked=frozenset({1, 2}), chosen={"address": 2}))
    assert shown_of(view.model.index(0, 3)).left_out
    assert shown_of(view.model.index(4, 2)).by_hand
    assert not shown_of(view.model.index(4, 1)).by_hand


def test_a_quarantined_value_says_so(view):
    assert shown_of(view.model.index(3, 3)).note == "kept out: wrong value"


def test_a_tick_keeps_the_place_of_the_reader(view, presenter):
    view.cards.setCurrentIndex(view.model.index(5, 2))
    view.show_sheet(sheet(presenter, ticked=frozenset({1})))
    assert view.cards.currentIndex() == view.model.index(5, 2)


def test_twelve_cards_scroll_sideways_instead_of_shrinking(view, presenter, qtbot):
    cards = tuple(card for _ in range(4) for card in group().cards)
    presenter._show(group(cards=cards))
    view.show_sheet(sheet(presenter))
    view.show()
    assert min(view.cards.columnWidth(column) for column in range(1, 13)) >= 172
    assert view.cards.horizontalScrollBar().maximum() > 0
