import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from reports.content import ChartKind
from tests.ui.charts.made import chart
from ui.charts.view import ChartView


def shown(qtbot, made):
    view = ChartView(made)
    qtbot.addWidget(view)
    view.resize(700, view.height())
    view.show()
    return view


@pytest.fixture
def funnel(qtbot):
    made = chart(
        "funnel",
        [100, 60, 20],
        labels=["Sold", "Came", "Stayed"],
        behind=["s", "c", ""],
        title="Buyers",
    )
    return shown(qtbot, made)


def middle(view, label, series=0):
    (area,) = (
        spot.area for spot in view.shown.spots if (spot.label, spot.series) == (label, series)
    )
    return QPoint(round(area.middle), round(area.y + area.height / 2))


def test_it_is_as_high_as_its_width_asks_for(qtbot):
    view = shown(qtbot, chart("funnel", [3, 2, 1]))
    wide = view.height()
    view.resize(260, view.height())
    assert view.height() > wide


def test_a_screen_reader_hears_what_it_is_and_each_point(funnel, qtbot):
    assert funnel.accessibleName() == "Buyers"
    assert funnel.accessibleDescription().startswith("3 values")
    qtbot.keyClick(funnel, Qt.Key.Key_Right)
    assert funnel.accessibleDescription() == "Sold: 100"


def test_arrows_go_from_stage_to_stage(funnel, qtbot):
    for key, place in (
        (Qt.Key.Key_Down, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Up, 1), (Qt.Key.Key_Left, 0),
    ):  # fmt: skip
        qtbot.keyClick(funnel, key)
        assert funnel.current == (place, 0)


def test_arrows_go_along_the_labels_and_across_the_series(qtbot):
    view = shown(qtbot, chart("bars", [1, None, 3], [4, 5, 6]))
    for key, place in (
        (Qt.Key.Key_Right, (0, 0)), (Qt.Key.Key_Right, (2, 0)), (Qt.Key.Key_Down, (2, 1)),
        (Qt.Key.Key_Left, (1, 1)), (Qt.Key.Key_Up, (0, 0)),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert view.current == place


def test_enter_and_a_double_click_ask_for_what_is_behind(funnel, qtbot):
    funnel.point_at((1, 0))
    with qtbot.waitSignal(funnel.behind_asked) as asked:
        qtbot.keyClick(funnel, Qt.Key.Key_Return)
    assert asked.args == ["c"]
    with qtbot.waitSignal(funnel.behind_asked) as asked:
        qtbot.mouseDClick(funnel, Qt.MouseButton.LeftButton, pos=middle(funnel, 0))
    assert asked.args == ["s"]


def test_a_stage_with_nothing_behind_asks_for_nothing(funnel, qtbot):
    funnel.point_at((2, 0))
    with qtbot.assertNotEmitted(funnel.behind_asked):
        qtbot.keyClick(funnel, Qt.Key.Key_Return)
        qtbot.mouseDClick(funnel, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_point_under_the_pointer_tells_its_values(funnel, qtbot):
    before = funnel.grab().toImage()
    qtbot.mouseMove(funnel, middle(funnel, 1))
    assert funnel.hovered == (1, 0)
    assert funnel.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert funnel.grab().toImage() != before
    qtbot.mouseMove(funnel, middle(funnel, 2))
    assert funnel.cursor().shape() is Qt.CursorShape.ArrowCursor
    qtbot.mouseMove(funnel, QPoint(1, 1))
    assert funnel.hovered is None
    assert funnel.grab().toImage() == before


def test_the_values_are_copied_as_a_table(funnel, qtbot):
    qtbot.keyClick(funnel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[1] == "Sold\t100"


@pytest.mark.parametrize("kind", ChartKind)
def test_an_empty_chart_takes_keys_without_a_fault(qtbot, kind):
    view = shown(qtbot, chart(kind, [None]))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert view.current is None
    assert not view.grab().isNull()


@pytest.mark.parametrize("kind", ChartKind)
def test_the_point_in_hand_is_drawn(qtbot, kind):
    view = shown(qtbot, chart(kind, [3, 2, 1]))
    view.setFocus()
    view.point_at((1, 0))
    assert not view.grab().isNull()
