import numpy as np
import pytest

from matching.core import book
from matching.core.book import bag_of, stretches


def some_bags(seed):
    """Thirty cards of up to six values in order, most of which others have too."""
    rng = np.random.default_rng(seed)
    values = [np.sort(rng.choice(20, rng.integers(7), replace=False)) for _ in range(30)]
    owners = np.repeat(np.arange(30), [len(own) for own in values])
    return bag_of(owners, np.concatenate(values).astype(np.int32), 30)


@pytest.mark.parametrize("entries", [1, 10, 1_000_000])
def test_shared_values_are_those_of_the_cross_that_are_equal(monkeypatch, entries):
    monkeypatch.setattr(book, "_ENTRIES", entries)
    bag = some_bags(entries)
    left, right = np.triu_indices(30, 1)
    pair, i, j = bag.cross(left, right)
    equal = bag.values[i] == bag.values[j]
    wanted = sorted(zip(pair[equal].tolist(), i[equal].tolist(), j[equal].tolist(), strict=True))
    found = zip(*(column.tolist() for column in bag.shared(left, right)), strict=True)
    assert wanted and sorted(found) == wanted


def test_no_pairs_share_nothing():
    nobody = np.zeros(0, dtype=np.int64)
    assert [len(column) for column in some_bags(1).shared(nobody, nobody)] == [0, 0, 0]


def test_stretches_cover_all_and_weigh_no_more_than_they_may():
    weights = np.array([3, 0, 4, 9, 1, 1, 0])
    assert [(part.start, part.stop) for part in stretches(weights, 7)] == [(0, 3), (3, 4), (4, 7)]
    assert not list(stretches(weights[:0], 7))
