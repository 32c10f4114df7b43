import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.content import Unit
from reports.svg.scale import scale


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([1234], Unit.COUNT, [0, 250, 500, 750, 1000, 1250]),
        ([3], Unit.COUNT, [0, 1, 2, 3]),
        ([0.8], Unit.SHARE, [0, 0.2, 0.4, 0.6, 0.8]),
        ([-5, 10], Unit.RATIO, [-5, 0, 5, 10]),
        ([], Unit.COUNT, [0, 1]),
        ([0, 0], Unit.MONEY, [0, 1]),
    ],
)
def test_an_axis_has_round_steps_from_nought(values, unit, ticks):
    assert scale(values, unit).ticks == ticks


@given(st.lists(st.floats(-1e12, 1e12).filter(lambda one: one == 0 or abs(one) > 1e-6)))
def test_every_value_stands_on_the_axis_and_ticks_are_few(values):
    axis = scale(values, Unit.RATIO).drawn(100, 0)
    assert all(-1e-6 <= axis.at(value) <= 100 + 1e-6 for value in values)
    assert 2 <= len(axis.ticks) <= 13


def test_a_drawn_axis_runs_between_its_ends():
    axis = scale([10], Unit.COUNT).drawn(230, 20)
    assert (axis.zero, axis.at(10)) == (230, 20)
