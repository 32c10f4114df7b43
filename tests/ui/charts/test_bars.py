import pytest

from reports.content import Bounds
from tests.ui.charts.made import BOX, blank, chart, inside, words
from ui.charts.bars import grouped, stacked
from ui.charts.shapes import Box


def drawn(draw, made, box=BOX):
    picture = blank()
    draw(made, box, picture)
    return picture


def spots(picture):
    return {(spot.label, spot.series): spot.area for spot in picture.spots}


def test_bars_of_a_label_stand_side_by_side_as_high_as_their_values():
    found = spots(drawn(grouped, chart("bars", [100, 50], [25, None])))
    assert set(found) == {(0, 0), (1, 0), (0, 1)}
    assert found[0, 0].height == pytest.approx(2 * found[1, 0].height)
    assert found[0, 0].height == pytest.approx(4 * found[0, 1].height)
    assert found[0, 0].right == pytest.approx(found[0, 1].x)


def test_bounds_show_as_whiskers_and_as_a_faint_part():
    picture = drawn(grouped, chart("bars", [Bounds(5, 8, 10), 8]))
    assert len(picture.whiskers) == 3
    assert [fill.faint for fill in picture.fills] == [True, False, False]


def test_an_empty_bar_can_still_be_pointed_at():
    assert spots(drawn(grouped, chart("bars", [0, 10])))[0, 0].height > 0


def test_what_is_below_zero_hangs_from_the_axis():
    found = spots(drawn(grouped, chart("bars", [10, -5])))
    assert found[1, 0].y == pytest.approx(found[0, 0].bottom)


def test_parts_are_stacked_and_their_sum_is_written_above():
    picture = drawn(stacked, chart("stacked", [10, 3], [20, None], [5, -2]))
    found = spots(picture)
    assert found[0, 1].bottom == pytest.approx(found[0, 0].y)
    assert found[0, 2].bottom == pytest.approx(found[0, 1].y)
    assert found[1, 2].y == pytest.approx(found[1, 0].bottom)
    assert words(picture)[-2:] == ["35", "1"]


def test_whiskers_of_a_stack_tell_of_the_whole():
    picture = drawn(stacked, chart("stacked", [Bounds(8, 10, 12)], [Bounds(4, 5, 9)]))
    assert len(picture.whiskers) == 3


def test_no_value_is_written_where_a_long_whisker_would_part_one_from_its_bar():
    assert "57" in words(drawn(grouped, chart("bars", [Bounds(1, 2, 3), 57])))
    assert "57" not in words(drawn(grouped, chart("bars", [Bounds(1, 2, 90), 57])))


def test_values_are_written_only_where_each_has_room():
    few, many = chart("bars", [1234, 5678]), chart("bars", [1234] * 60)
    assert "1,234" in words(drawn(grouped, few))
    assert "1,234" not in words(drawn(grouped, many))


@pytest.mark.parametrize("width", [300, 1600])
@pytest.mark.parametrize("draw", [grouped, stacked])
def test_sixty_labels_of_thirty_series_stay_in_their_box(draw, width):
    kind = "bars" if draw is grouped else "stacked"
    made = chart(kind, *[[number % 7 for number in range(60)]] * 34)
    box = Box(0, 0, width, 300)
    picture = drawn(draw, made, box)
    assert inside(picture, box)
    assert max(spot.series for spot in picture.spots) == 29
