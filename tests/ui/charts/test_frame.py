import pytest

from reports.content import Unit
from tests.ui.charts.made import BOX, blank, chart, inside, words
from ui.charts.frame import framed
from ui.charts.shapes import Box, Stroke


def test_the_axis_is_written_beside_the_plot_and_zero_is_its_line():
    drawn = blank()
    frame = framed(chart("bars", [87]), BOX, drawn)
    assert words(drawn)[:5] == ["0", "20", "40", "60", "80"]
    assert [line.stroke for line in drawn.lines].count(Stroke.AXIS) == 1
    assert frame.y(0) == frame.plot.bottom and frame.y(100) == frame.plot.y
    assert all(text.box.right < frame.plot.x for text in drawn.texts[:5])


def test_every_label_has_the_same_width():
    frame = framed(chart("bars", [1, 2, 3, 4]), BOX, blank())
    assert frame.slot == pytest.approx(frame.plot.width / 4)
    assert frame.x(3) - frame.x(2) == pytest.approx(frame.slot)


def test_turned_labels_find_room_at_the_left():
    drawn = blank()
    months = [f"2024-{month:02}" for month in range(1, 25)]
    framed(chart("bars", [1] * 24, labels=months), BOX, drawn)
    turned = [text.words for text in drawn.texts if text.turned]
    assert turned == months


@pytest.mark.parametrize("size", [(300, 180), (600, 260), (1600, 400), (120, 40)])
def test_nothing_leaves_the_box(size):
    box, drawn = Box(10, 10, *size), blank()
    framed(chart("bars", [1.5e13], [-3e12], unit=Unit.MONEY, labels=["Огромное"]), box, drawn)
    assert inside(drawn, Box(10, 10, size[0], max(size[1], 110)))
