from math import nan

import pytest

from reports.content import ChartKind
from tests.ui.charts.made import BOX, METRICS, chart, words
from ui.charts.picture import empty, natural_height, picture
from ui.charts.shapes import Box

NOTHING = "There is nothing to draw for this choice."


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("values", [[], [None], [nan]])
def test_a_chart_without_a_number_says_so(kind, values):
    made = chart(kind, values, title="Retention")
    assert empty(made)
    assert words(picture(made, BOX, METRICS)) == ["Retention", NOTHING]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_without_series_says_so(kind):
    assert words(picture(chart(kind, labels=["a"]), BOX, METRICS)) == [NOTHING]


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("values", [[5], [0], [0, 0], [1e15, 1], [-1, -2]])
@pytest.mark.parametrize("width", [1, 240, 1600])
def test_any_numbers_are_drawn_at_any_width(kind, values, width):
    made = picture(chart(kind, values, title="Any"), Box(0, 0, width, 220), METRICS)
    assert len(made.spots) == len(values)


def test_a_long_title_takes_two_lines():
    made = chart("bars", [1], title="Коммерческие заказ-наряды по годам выпуска автомобилей")
    assert words(picture(made, Box(0, 0, 200, 300), METRICS))[:2] == [
        "Коммерческие заказ-наряды по годам",
        "выпуска автомобилей",
    ]


def test_a_funnel_is_as_high_as_its_stages_and_higher_where_it_is_narrow():
    three, six = chart("funnel", [3, 2, 1]), chart("funnel", [6, 5, 4, 3, 2, 1])
    assert natural_height(six, 600, METRICS) > natural_height(three, 600, METRICS)
    assert natural_height(three, 200, METRICS) > natural_height(three, 600, METRICS)


def test_an_empty_chart_is_low_and_turned_labels_get_their_room():
    assert natural_height(chart("bars", [None]), 600, METRICS) < 60
    short, long = (chart("bars", [1] * 9, labels=[text] * 9) for text in ("a", "Toyota Camry XV70"))
    assert natural_height(long, 300, METRICS) > natural_height(short, 300, METRICS)
