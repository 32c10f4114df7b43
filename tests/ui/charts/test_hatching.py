import pytest

from ui.charts.hatching import hatched
from ui.charts.shapes import Box

BOX = Box(10, 20, 30, 40)


@pytest.mark.parametrize("way", [1, -1])
def test_lines_run_at_a_slant_and_stay_in_the_bar(way):
    lines = list(hatched(BOX, way, 5))
    assert len(lines) > 10
    for (x, y), (right, bottom) in lines:
        assert BOX.holds(x, y) and BOX.holds(right, bottom)
        assert right - x == pytest.approx(-way * (bottom - y))


def test_lines_go_on_from_bar_to_bar():
    one = {round((x + y) / 5, 6) for (x, y), _ in hatched(BOX, 1, 5)}
    other = {round((x + y) / 5, 6) for (x, y), _ in hatched(Box(40, 20, 30, 40), 1, 5)}
    assert all(number.is_integer() for number in one | other)


@pytest.mark.parametrize("box", [Box(0, 0, 0, 0), Box(3, 3, 0, 9)])
def test_a_bar_of_no_width_has_no_lines(box):
    assert list(hatched(box, 1, 5)) == []
