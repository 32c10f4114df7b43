"""Grouping: vetoes hold between any two cards of a cluster, groups stay small."""

from collections import defaultdict
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.core.grouping import (
    LARGEST,
    Clusters,
    admitted,
    downwards,
    review_groups,
    too_wide,
)

CARDS = 14
pair = st.tuples(st.integers(0, CARDS - 1), st.integers(0, CARDS - 1)).filter(lambda p: p[0] < p[1])
edges = st.dictionaries(pair, st.sampled_from([0.5, 0.7, 0.9, 0.99]), min_size=1, max_size=40)


def arrays(found: dict[tuple[int, int], float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    keys = sorted(found)
    left = np.array([a for a, _ in keys], dtype=np.int64)
    right = np.array([b for _, b in keys], dtype=np.int64)
    return left, right, np.array([found[key] for key in keys])


def parts(pairs: list[tuple[int, int]]) -> list[set[int]]:
    clusters = Clusters(CARDS, ())
    for a, b in pairs:
        clusters.join(a, b)
    found = defaultdict(set)
    for card in range(CARDS):
        found[clusters.find(card)].add(card)
    return list(found.values())


@given(edges, st.sets(pair, max_size=12))
def test_no_cluster_at_any_probability_holds_a_vetoed_pair(
    found: dict[tuple[int, int], float], vetoed: set[tuple[int, int]]
) -> None:
    left, right, probability = arrays(found)
    order = downwards(left, right, probability)
    barred = np.zeros(len(left), dtype=np.bool_)
    taken = admitted(left, right, order, Clusters(CARDS, vetoed), barred)
    for at in (0.5, 0.7, 0.9, 0.99):
        chosen = [
            (int(a), int(b))
            for a, b, p, t in zip(left, right, probability, taken, strict=True)
            if t and p >= at
        ]
        for part in parts(chosen):
            assert not vetoed & set(combinations(sorted(part), 2))


@given(edges)
def test_without_vetoes_every_pair_is_admitted(found: dict[tuple[int, int], float]) -> None:
    left, right, probability = arrays(found)
    order = downwards(left, right, probability)
    barred = np.zeros(len(left), dtype=np.bool_)
    assert admitted(left, right, order, Clusters(CARDS, ()), barred).all()


def test_the_likelier_of_two_rivals_wins() -> None:
    left, right, probability = arrays({(0, 1): 0.8, (1, 2): 0.9})
    order = downwards(left, right, probability)
    taken = admitted(left, right, order, Clusters(3, [(0, 2)]), np.array([False, False]))
    assert taken.tolist() == [False, True]


def test_barred_pairs_are_passed_over() -> None:
    left, right, probability = arrays({(0, 1): 0.8, (1, 2): 0.9})
    order = downwards(left, right, probability)
    taken = admitted(left, right, order, Clusters(3, ()), np.array([False, True]))
    assert taken.tolist() == [True, False]


@given(edges, st.integers(0, 1000))
def test_every_pair_has_one_group_of_few_cards(
    found: dict[tuple[int, int], float], shift: int
) -> None:
    left, right, probability = arrays(found)
    ids = np.arange(CARDS) * 3 + shift + 1
    groups = review_groups(
        ids, left, right, downwards(left, right, probability), probability >= 0.6
    )
    for group in set(groups.tolist()):
        inside = groups == group
        cards = set(left[inside].tolist()) | set(right[inside].tolist())
        assert len(cards) <= LARGEST
        assert group == ids[min(cards)] or group > ids.max()
        assert len([part for part in parts_of(left[inside], right[inside]) if len(part) > 1]) == 1


def parts_of(left: np.ndarray, right: np.ndarray) -> list[set[int]]:
    return parts(list(zip(left.tolist(), right.tolist(), strict=True)))


def grouped(
    ids: np.ndarray, left: np.ndarray, right: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """The groups where pairs from 0.6 on are strong."""
    return review_groups(ids, left, right, downwards(left, right, probability), probability >= 0.6)


def test_a_weak_pair_between_two_strong_groups_is_a_group_of_its_own() -> None:
    left, right, probability = arrays({(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9, (0, 4): 0.5})
    named = dict(
        zip(zip(left.tolist(), right.tolist(), strict=True),
            grouped(np.arange(5), left, right, probability).tolist(), strict=True)
    )  # fmt: skip
    assert named[0, 1] == 0 and named[2, 3] == 2
    assert named[1, 2] == 1
    assert named[0, 4] not in {0, 1, 2}


def test_a_weak_pair_inside_a_strong_group_stays_in_it() -> None:
    left, right, probability = arrays({(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.9})
    assert set(grouped(np.arange(3), left, right, probability).tolist()) == {0}


def test_weak_pairs_alone_are_one_group() -> None:
    left, right, probability = arrays({(0, 1): 0.5, (1, 2): 0.5})
    assert set(grouped(np.arange(3), left, right, probability).tolist()) == {0}


def test_a_small_component_is_one_group_called_after_its_smallest_card() -> None:
    left, right, probability = arrays({(1, 2): 0.9, (2, 4): 0.6, (5, 6): 0.7})
    ids = np.array([10, 20, 30, 40, 50, 60, 70])
    groups = grouped(ids, left, right, probability)
    assert groups.tolist() == [20, 20, 60]


def test_a_chain_too_long_is_cut_where_it_is_least_likely() -> None:
    chain = {(i, i + 1): 0.9 for i in range(CARDS - 1)} | {(6, 7): 0.6}
    left, right, probability = arrays(chain)
    groups = grouped(np.arange(CARDS), left, right, probability)
    named = dict(zip(left.tolist(), groups.tolist(), strict=True))
    assert {named[i] for i in range(6)} == {0}
    assert {named[i] for i in range(7, 13)} == {7}
    assert named[6] not in {0, 7}


def test_a_complete_graph_is_covered_by_small_groups() -> None:
    size = 40
    left, right = (np.array(side) for side in zip(*combinations(range(size), 2), strict=True))
    probability = np.full(len(left), 0.9)
    groups = grouped(np.arange(size), left, right, probability)
    for group in set(groups.tolist()):
        inside = groups == group
        assert len(set(left[inside].tolist()) | set(right[inside].tolist())) <= LARGEST


@given(edges, st.integers(2, 6))
def test_no_component_is_wider_than_it_may_be(
    found: dict[tuple[int, int], float], most: int
) -> None:
    left, right, probability = arrays(found)
    out = too_wide(left, right, probability, CARDS, most)
    kept = list(zip(left[~out].tolist(), right[~out].tolist(), strict=True))
    assert max(map(len, parts(kept))) <= most
    whole = parts(list(found))
    small = {card for part in whole if len(part) <= most for card in part}
    assert not out[np.isin(left, list(small))].any()
