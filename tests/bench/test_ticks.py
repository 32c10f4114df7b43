import pytest

from bench.ticks import gaps


def test_the_worst_gap_is_told_with_and_without_the_stalls_of_the_machine():
    moments = [0.0, 0.01, 0.02, 0.1, 0.11, 0.17]
    told = gaps("load", moments, [(0.03, 0.09)], 150.0)
    assert told.longest == pytest.approx(80)
    assert told.worst == pytest.approx(60)
    assert told.over == 1
    assert told.seconds == pytest.approx(0.17)


def test_99_of_100_gaps_are_no_longer_than_the_figure_for_most():
    moments = [number / 1000 for number in range(200)] + [0.5]
    told = gaps("load", moments, [], 150.0)
    assert told.most == pytest.approx(1)
    assert told.worst == pytest.approx(301)
