from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.intervals import Interval, stratified, wilson

ENDLESS = 10**12


@st.composite
def asked(draw):
    """How many said yes, how many were asked, of how many."""
    population = draw(st.integers(1, 2_000))
    count = draw(st.integers(0, population))
    return draw(st.integers(0, count)), count, population


def test_the_bounds_of_an_endless_population_are_wilsons():
    # 8 of 10: Wilson's 95 % interval is 0.4902 to 0.9433
    found = wilson(8, 10, ENDLESS)

    assert found.middle == 0.8
    assert (found.low, found.high) == (pytest.approx(0.4902, 1e-3), pytest.approx(0.9433, 1e-3))


def test_none_of_fifty_may_still_be_seven_in_a_hundred():
    found = wilson(0, 50, ENDLESS)

    assert found.low == found.middle == 0.0
    assert found.high == pytest.approx(3.8415 / (50 + 3.8415), rel=1e-4)


def test_everybody_asked_leaves_no_doubt():
    assert wilson(3, 12, 12) == Interval(0.25, 0.25, 0.25)


def test_nobody_asked_leaves_everything_open():
    assert wilson(0, 0, 12) == Interval(0.0, 0.5, 1.0)


def test_what_was_asked_is_sure():
    # 9 of 10 asked: one yes and eight no, so that the share is 1/10 or 2/10
    assert wilson(1, 9, 10) == Interval(0.1, pytest.approx(1 / 9), 0.2)


@given(asked())
def test_the_bounds_hold_the_share_and_are_shares_themselves(case):
    found = wilson(*case)

    assert 0 <= found.low <= found.middle <= found.high <= 1


@given(asked(), st.integers(2, 5))
def test_more_answers_of_the_same_kind_never_widen_the_bounds(case, times):
    yes, count, population = case
    few, many = (wilson(yes * by, count * by, population * times) for by in (1, times))

    whole = 1 / population  # bounds are widened to whole members
    assert many.high - many.low <= few.high - few.low + 2 * whole


@given(asked())
def test_yes_and_no_mirror_each_other(case):
    yes, count, population = case
    said, denied = wilson(yes, count, population), wilson(count - yes, count, population)

    assert said.low == pytest.approx(1 - denied.high, abs=1e-9)
    assert said.high == pytest.approx(1 - denied.low, abs=1e-9)


def held(population, having, count):
    """How often the bounds hold the share of those who would say yes."""
    share, ways = having / population, comb(population, count)
    return sum(
        comb(having, yes) * comb(population - having, count - yes) / ways
        for yes in range(min(count, having) + 1)
        if (found := wilson(yes, count, population)).low - 1e-9 <= share <= found.high + 1e-9
    )


@pytest.mark.parametrize(("population", "count"), [(40, 15), (40, 36), (300, 30), (300, 100)])
def test_the_bounds_hold_the_truth_nineteen_times_of_twenty(population, count):
    every = [held(population, having, count) for having in range(population + 1)]

    assert sum(every) / len(every) > 0.95
    assert min(every) > 0.9


def test_strata_weigh_what_they_hold():
    # 100 pairs of which a tenth, and 300 of which a half: (10 + 150) / 400
    parts = [(100, Interval(0.1, 0.1, 0.1)), (300, Interval(0.5, 0.5, 0.5))]

    assert stratified(parts) == Interval(0.4, 0.4, 0.4)


def test_distances_to_the_bounds_add_up_as_deviations_do():
    # 0.3 and 0.4 at half the weight each: the square root of 0.15² + 0.2² is 0.25
    parts = [(500, Interval(0.2, 0.5, 0.9)), (500, Interval(0.1, 0.5, 0.8))]

    found = stratified(parts)

    assert found.middle == 0.5
    assert found.low == pytest.approx(0.25)
    assert found.high == pytest.approx(0.75)


@given(asked())
def test_one_stratum_is_its_own_interval(case):
    own = wilson(*case)
    found = stratified([(case[2], own)])

    assert found.middle == pytest.approx(own.middle)
    assert found.low == pytest.approx(own.low, abs=1e-9)
    assert found.high == pytest.approx(own.high, abs=1e-9)


@given(st.lists(asked(), min_size=1, max_size=4))
def test_the_bounds_of_strata_hold_their_share_and_are_no_wider_than_all_at_worst(cases):
    parts = [(population, wilson(yes, count, population)) for yes, count, population in cases]

    found = stratified(parts)

    total = sum(size for size, _ in parts)
    worst = sum(size * one.low for size, one in parts) / total
    assert 0 <= found.low <= found.middle <= found.high <= 1
    assert found.low >= worst - 1 / total - 1e-9
