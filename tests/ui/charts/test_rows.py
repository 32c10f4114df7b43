import pytest

from reports.content import Bounds
from tests.ui.charts.made import METRICS, blank, chart, inside, words
from ui.charts.picture import natural_height, picture
from ui.charts.rows import height, lies, lying
from ui.charts.shapes import Box

NAMES = [
    "Заказ-наряды, автомобиль которых известен по VIN",
    "Заказ-наряды, год выпуска автомобиля которых известен",
    "Записи, автомобиль или заказ-наряд которых известны",
]
BOX = Box(0, 0, 500, 75)


def long(*series):
    return chart("bars", *series, labels=NAMES)


def drawn(made, box=BOX):
    shown = blank()
    lying(made, box, shown)
    return shown


def test_bars_lie_where_their_labels_would_be_cut():
    assert lies(long([1, 2, 3]), 300, METRICS)
    assert not lies(long([1, 2, 3]), 5000, METRICS)
    assert not lies(long([1, -2, 3]), 300, METRICS)
    assert not lies(chart("bars", [1, 2, 3]), 500, METRICS)
    assert not lies(chart("stacked", [1, 2, 3], labels=NAMES), 300, METRICS)
    assert not lies(chart("bars"), 500, METRICS)


def test_labels_stand_whole_in_two_lines_with_the_values_beside_the_bars():
    said = " ".join(words(drawn(long([10, 20, 40]))))
    for name in NAMES:
        assert name in said
    assert not any("…" in text for text in words(drawn(long([10, 20, 40]))))
    widths = [spot.area.width for spot in drawn(long([10, 20, 40])).spots]
    assert widths[2] == pytest.approx(2 * widths[1]) == pytest.approx(4 * widths[0])


def test_bounds_are_whiskers_and_a_faint_part():
    shown = drawn(long([Bounds(1, 2, 4), 3, None]))
    assert len(shown.whiskers) == 3
    assert [fill.faint for fill in shown.fills] == [True, False, False]
    assert [spot.label for spot in shown.spots] == [0, 1]


@pytest.mark.parametrize("width", [240, 500, 900])
def test_nothing_leaves_the_box(width):
    made = long([Bounds(1, 2, 1e9), 3, 0], [5, None, 7e8])
    box = Box(0, 0, width, 40 + height(made, METRICS))
    assert inside(drawn(made, box), box)


def test_a_chart_that_lies_is_drawn_so_and_as_high_as_its_rows():
    made = long([1, 2, 3])
    assert natural_height(made, 300, METRICS) == height(made, METRICS) + 6
    shown = picture(made, Box(0, 0, 300, 75), METRICS)
    assert not any(text.turned for text in shown.texts)
