from math import inf, nan

import pytest

from reports.content import Bounds, Unit
from tests.ui.charts.made import chart
from ui.charts.scale import bounds, counts, reach, scale


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 87], [0, 20, 40, 60, 80, 100]),
        ([340], [0, 100, 200, 300, 400]),
        ([0.62], [0, 0.2, 0.4, 0.6, 0.8]),
        ([-3e12, 1.5e13], [-5e12, 0, 5e12, 1e13, 1.5e13]),
        ([-4], [-4, -3, -2, -1, 0]),
    ],
)
def test_an_axis_has_round_steps_and_holds_zero(values, ticks):
    assert scale(values, steps=5).ticks() == pytest.approx(ticks)


@pytest.mark.parametrize("values", [[], [0], [0, 0, 0]])
def test_nothing_but_zeros_still_makes_a_scale(values):
    made = scale(values, steps=4, whole=True)
    assert (made.low, made.high) == (0, 1)
    assert made.share(0) == 0


def test_what_is_counted_has_whole_steps():
    assert scale([2], steps=6, whole=True).ticks() == [0, 1, 2]
    assert scale([11], steps=5, whole=True).ticks() == [0, 5, 10, 15]
    assert scale([2], steps=6).ticks()[1] == 0.5
    assert counts(Unit.COUNT) and not counts(Unit.SHARE)


def test_a_value_beyond_the_scale_stands_at_its_end():
    made = scale([10], steps=5)
    assert (made.share(-1), made.share(5), made.share(99)) == (0, 0.5, 1)


@pytest.mark.parametrize("value", [None, nan, inf, Bounds(0, nan, 1)])
def test_what_is_no_number_is_nothing(value):
    assert bounds(value) is None


def test_a_plain_number_has_no_room_to_move():
    assert bounds(7) == Bounds(7, 7, 7)


def test_an_axis_holds_the_bounds_and_the_sums_of_what_is_stacked():
    values = [Bounds(1, 2, 9), None], [4, -3]
    assert max(reach(chart("bars", *values))) == 9
    stacked = list(reach(chart("stacked", *values)))
    assert (max(stacked), min(stacked)) == (13, -3)


def test_a_series_shorter_than_the_labels_is_no_fault():
    assert max(reach(chart("stacked", [1], labels=["a", "b"]))) == 1
