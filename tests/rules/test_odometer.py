from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.odometer import MOST_A_DAY, Misfit, Reading, misfits

START = date(2015, 6, 1)


def yearly(*kms: int) -> list[Reading]:
    return [Reading(START + timedelta(365 * at), km) for at, km in enumerate(kms)]


def readings() -> st.SearchStrategy[list[Reading]]:
    one = st.tuples(st.integers(0, 2000), st.integers(0, 400_000))
    return st.lists(one, max_size=8).map(
        lambda found: [Reading(START + timedelta(day), km) for day, km in sorted(found)]
    )


def kept(found: list[Reading]) -> list[Reading]:
    out = {one.at for one in misfits(found)}
    return [reading for at, reading in enumerate(found) if at not in out]


@pytest.mark.parametrize(
    ("kms", "at", "suggestion"),
    [
        ((15_000, 310_000, 45_000), 1, 31_000),
        ((15_000, 3_100, 45_000), 1, 31_000),
        ((115_000, 30_500, 145_000), 1, 130_500),
        ((15_000, 51_000, 45_000), 1, 15_000),
        ((15_000, 3_000, 45_000, 60_000), 1, 30_000),
        ((15_000, 31_000, 4_500), 2, 45_000),
        ((15_000, 99_990, 45_000), 1, None),
    ],
)
def test_a_slip_of_the_hand_is_put_right_by_its_neighbours(kms, at, suggestion):
    (found,) = misfits(yearly(*kms))

    assert (found.at, found.suggestion) == (at, suggestion)


def test_a_misfit_tells_what_stands_around_it():
    assert misfits(yearly(15_000, 99_990, 45_000)) == [Misfit(1, 15_000, 45_000, None)]


def test_a_life_without_faults_has_no_misfits():
    assert misfits(yearly(15_000, 15_000, 46_000, 61_000)) == []
    assert misfits([]) == []


def test_a_jump_that_no_car_can_drive_is_a_misfit():
    assert [one.at for one in misfits(yearly(15_000, 480_000))] == [1]
    assert [one.at for one in misfits(yearly(15_000, 480_000, 495_000))] == [0]


@given(readings())
def test_what_is_left_never_falls_nor_jumps(found):
    for earlier, later in pairwise(kept(found)):
        assert earlier.km <= later.km
        assert later.km - earlier.km <= MOST_A_DAY * max(1, (later.day - earlier.day).days)


@given(readings())
def test_what_fits_is_left_alone(found):
    assert misfits(kept(found)) == []


@given(st.lists(st.integers(0, 300_000), max_size=7))
def test_no_reading_is_taken_out_without_need(kms):
    far_apart = [Reading(START + timedelta(400 * at), km) for at, km in enumerate(kms)]
    longest = max(
        size
        for size in range(len(kms) + 1)
        if any(list(one) == sorted(one) for one in combinations(kms, size))
    )

    assert len(kept(far_apart)) == longest


@given(readings())
def test_a_suggestion_fits_between_the_neighbours(found):
    for one in misfits(found):
        if one.suggestion is not None:
            assert one.before is None or one.before <= one.suggestion
            assert one.after is None or one.suggestion <= one.after
