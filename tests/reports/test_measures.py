"""Figures over units, with the least and the most that they could be."""

from itertools import combinations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.content import Bounds
from reports.measures import by, clients, distinct, flagged, mean, ordered, ratio, share, totals

EVERY = pl.lit(value=True)
AMOUNTS = st.lists(st.integers(1, 9).map(float), max_size=4)


def test_a_flag_is_counted_by_its_three_columns():
    units = pl.DataFrame({"x<": [True, False], "x": [True, False], "x>": [True, True]})

    assert totals(units, [flagged("x")]) == {"x": Bounds(1, 1, 2)}
    assert totals(units, [flagged("x", less=3, more=2)]) == {"x": Bounds(0, 1, 4)}
    assert totals(units, [flagged("x", more=9, most=2)]) == {"x": Bounds(1, 1, 2)}


def test_cars_are_counted_once_and_loose_ones_apart():
    units = pl.DataFrame({"car": [1, 1, 2, None], "loose": [False, False, True, True]})
    cars = distinct("cars", "car", EVERY, loose=pl.col("loose"))

    assert totals(units, [cars]) == {"cars": Bounds(1, 2, 3)}


def test_clients_are_those_who_have_a_name():
    units = pl.DataFrame(
        {
            "card_id": [1, 2, 3, 4],
            "decided": [1, 2, -3, -4],
            "likely": [1, 2, -3, -4],
            "possible": [1, 1, -3, -4],
            "kept_out": [False, False, True, False],
        }
    )

    assert totals(units, [clients("who", EVERY)]) == {"who": Bounds(1, 2, 3)}


def test_figures_are_told_by_each_value_in_order():
    units = pl.DataFrame({"m": ["b", "a", None], "x<": True, "x": True, "x>": True})

    found = by(units, pl.col("m"), [flagged("x")])

    assert [(text, figures["x"].best) for text, figures in found] == [("", 1), ("a", 1), ("b", 1)]
    assert totals(units, []) == {}
    assert by(units, pl.col("m"), []) == []


def test_a_share_of_nothing_is_not_told():
    nothing = Bounds(0, 0, 0)

    assert share(nothing, nothing) is None
    assert ratio(Bounds(1, 1, 1), nothing) is None
    assert ratio(Bounds(1, 1, 1), Bounds(0, 1, 2)) is None
    assert mean(pl.Series([], dtype=pl.Float64), pl.Series([1.0]), 0) is None


@given(st.tuples(*(st.integers(0, 6),) * 3), st.tuples(*(st.integers(0, 6),) * 3))
def test_a_share_holds_that_of_every_part_in_every_whole(part, whole):
    part, whole = Bounds(*sorted(part)), Bounds(*sorted(whole))
    found = share(part, whole)

    for one in range(part.low, part.high + 1):
        for other in range(max(one, whole.low, 1), whole.high + 1):
            assert found is None or found.low - 1e-9 <= one / other <= found.high + 1e-9


@given(AMOUNTS.filter(bool), AMOUNTS, st.integers(0, 3))
def test_a_mean_holds_that_of_whatever_belongs_to_it(certain, optional, removable):
    found = mean(pl.Series(certain), pl.Series(optional, dtype=pl.Float64), removable)

    for gone in range(min(removable, len(certain) - 1) + 1):
        for kept in combinations(certain, len(certain) - gone):
            for count in range(len(optional) + 1):
                for added in combinations(optional, count):
                    amounts = (*kept, *added)
                    value = sum(amounts) / len(amounts)
                    assert found.low - 1e-9 <= value <= found.high + 1e-9


@pytest.mark.parametrize(
    ("told", "held"),
    [((3, 2, 1), Bounds(2, 2, 2)), ((0, 2, 5), Bounds(0, 2, 5)), ((1, 2, 0), Bounds(1, 2, 2))],
)
def test_bounds_hold_the_best(told, held):
    assert ordered(*told) == held
