import polars as pl
import pytest

from workflow.queue import _counted

COLUMNS = ["left", "right", "probability", "group_id", "state"]


def counted(*pairs):
    """id, cards, open, probability of the groups of these candidates."""
    return _counted(pl.DataFrame(pairs, schema=COLUMNS, orient="row")).rows()


@pytest.mark.parametrize(
    ("pairs", "group"),
    [
        ([(1, 2, 0.9, 1, "open"), (2, 3, 0.8, 1, "open")], (1, 3, 2, 0.9)),
        ([(1, 2, 0.99, 1, "different"), (2, 3, 0.8, 1, "open")], (1, 2, 1, 0.8)),
        ([(1, 2, 0.9, 1, "unsure"), (2, 3, 0.95, 1, "different")], (1, 2, 0, 0.9)),
        ([(1, 2, 0.9, 1, "unsure"), (2, 3, 0.8, 1, "open")], (1, 2, 1, 0.8)),
        ([(1, 2, 0.9, 1, "different"), (2, 3, 0.8, 1, "different")], (1, 3, 0, 0.9)),
    ],
)
def test_a_group_counts_what_is_asked_about(pairs, group):
    assert counted(*pairs) == [group]


def test_cards_that_are_one_client_with_those_asked_about_count_however_far_away():
    chain = [(3, 4, 0.9, 1, "same"), (2, 3, 0.9, 1, "same"), (4, 5, 0.9, 1, "same")]

    assert counted((1, 2, 0.7, 1, "open"), *chain) == [(1, 5, 1, 0.7)]


def test_a_client_of_the_group_that_nothing_is_asked_about_does_not_count():
    pairs = [(1, 2, 0.7, 1, "open"), (2, 3, 0.6, 1, "different"), (3, 4, 0.9, 1, "same")]

    assert counted(*pairs) == [(1, 2, 1, 0.7)]


def test_groups_are_counted_apart():
    pairs = [(1, 2, 0.7, 1, "open"), (5, 6, 0.8, 5, "open"), (6, 7, 0.9, 5, "same")]

    assert counted(*pairs) == [(1, 2, 1, 0.7), (5, 3, 1, 0.8)]
