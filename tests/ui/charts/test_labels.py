import pytest

from tests.ui.charts.made import METRICS, blank, chart
from ui.charts import labels
from ui.charts.shapes import Box

MODELS = ["Volkswagen Polo Sedan", "Renault Logan Stepway", "Lada Vesta"]


def way(kind, names, width):
    return labels.way(chart(kind, [1] * len(names), labels=names), width / len(names), METRICS)


def test_short_labels_lie_flat():
    assert way("bars", ["2024", "2025"], 200) == labels.Way(high=15)


def test_longer_ones_take_two_lines():
    found = way("bars", MODELS, 330)
    assert (found.lines, found.turned, found.every) == (2, False, 1)


def test_still_longer_ones_turn():
    found = way("bars", MODELS, 150)
    assert found.turned and found.every == 1


def test_months_on_a_line_are_told_every_so_often():
    months = [f"2024-{month:02}" for month in range(1, 61)]
    found = way("lines", months, 600)
    assert (found.turned, found.lines, found.every) == (False, 1, 5)


def test_more_bars_than_there_are_lines_of_text_name_every_so_manieth():
    found = way("stacked", ["Январь 2024"] * 60, 300)
    assert found.turned and found.every == 3


@pytest.mark.parametrize("width", [60.0, 150.0, 390.0, 900.0])
def test_no_label_leaves_its_box(width):
    box, plot = Box(0, 0, width + 30, 200), Box(30, 0, width, 100)
    made, drawn = chart("bars", [1] * 3, labels=MODELS), blank()
    labels.place(made, labels.way(made, width / 3, METRICS), box, plot, drawn)
    for text in drawn.texts:
        long = METRICS.width(text.words)
        start = text.box.middle - long * 0.7071 if text.turned else text.box.x
        assert start >= -0.01
        assert text.turned or text.box.right <= box.right + 0.01
