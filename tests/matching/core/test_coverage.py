"""What blocking brings together, and how much it must miss."""

import numpy as np
import pytest

from matching.core.coverage import coverage
from matching.core.results import Catch, Coverage
from matching.core.slot import Slot


def slot(name: str, *pairs: tuple[int, int]) -> Slot:
    """A slot in which each of these pairs has a token of its own."""
    owners = np.array([card for pair in pairs for card in pair], dtype=np.int64)
    return Slot(name, np.repeat(np.arange(len(pairs)), 2).astype(np.uint32), owners)


def covered(*slots: Slot, pairs: list[tuple[int, int]]) -> Coverage:
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    return coverage(slots, left, right, 100, {"phone": "phone", "phone back": "phone"})


def test_keys_of_one_kind_of_evidence_catch_a_pair_once() -> None:
    found = covered(
        slot("phone", (0, 1), (2, 3)),
        slot("phone back", (0, 1)),
        slot("name", (2, 3), (4, 5)),
        pairs=[(0, 1), (2, 3), (4, 5)],
    )
    assert (found.sampled, found.once, found.twice) == (3, 2, 1)
    assert found.catches == (
        Catch("phone", 2, 0), Catch("phone back", 1, 0), Catch("name", 2, 1),
    )  # fmt: skip


def test_the_parts_of_a_frequent_value_count_for_their_key() -> None:
    found = covered(slot("name", (0, 1)), slot("name/1", (2, 3)), pairs=[(0, 1), (2, 3)])
    assert found.catches == (Catch("name", 2, 2),)


def test_pairs_that_share_nothing_or_are_not_asked_for_are_not_caught() -> None:
    found = covered(slot("phone", (0, 1), (6, 7)), pairs=[(0, 2)])
    assert found.catches == ()


@pytest.mark.parametrize(("once", "twice", "recall"), [(0, 50, 1.0), (20, 94, 100 / 101.5)])
def test_the_more_is_caught_once_only_the_more_is_missed(
    once: int, twice: int, recall: float
) -> None:
    assert Coverage(100, 4, once, twice, ()).recall == pytest.approx(recall)


def test_of_captures_by_chance_the_estimate_is_near_the_truth() -> None:
    """Four independent kinds of evidence that catch a half each miss one pair in sixteen."""
    draw = np.random.default_rng(5)
    pairs = [(2 * n, 2 * n + 1) for n in range(4000)]
    caught = draw.random((4, len(pairs))) < 0.5
    slots = [
        slot(f"key {k}", *(pair for pair, hit in zip(pairs, hits, strict=True) if hit))
        for k, hits in enumerate(caught)
    ]
    seen = [pair for pair, hit in zip(pairs, caught.any(axis=0), strict=True) if hit]
    left, right = (np.array(side, dtype=np.int64) for side in zip(*seen, strict=True))
    found = coverage(slots, left, right, 8000, {})
    assert found.recall == pytest.approx(15 / 16, abs=0.02)


def test_samples_of_two_kinds_of_cards_add_up() -> None:
    one, other = (
        Coverage(10, 3, 1, 2, (Catch("a", 3, 1),)),
        Coverage(20, 2, 3, 4, (Catch("b", 5, 0),)),
    )
    assert one.joined(other) == Coverage(30, 3, 4, 6, (Catch("a", 3, 1), Catch("b", 5, 0)))


def test_without_likely_pairs_nothing_is_known() -> None:
    assert Coverage(0, 0, 0, 0, ()).recall == 1
