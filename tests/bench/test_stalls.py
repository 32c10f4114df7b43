import pytest

from bench.stalls import joined, without


def test_stalls_of_two_processors_that_overlap_are_one():
    assert joined([(5.0, 6.0), (1.0, 2.0), (1.5, 3.0)]) == [(1.0, 3.0), (5.0, 6.0)]


@pytest.mark.parametrize(
    ("gap", "left"),
    [
        ((0.0, 1.0), 1.0),
        ((0.0, 1.5), 1.0),
        ((1.2, 1.4), 0.0),
        ((0.5, 6.5), 3.0),
        ((7.0, 8.0), 1.0),
    ],
)
def test_a_gap_counts_without_the_time_in_which_the_machine_stood_still(gap, left):
    assert without(gap, [(1.0, 3.0), (5.0, 6.0)]) == pytest.approx(left)
