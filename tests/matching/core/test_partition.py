"""The probability of a pair over all ways to part its group."""

from collections.abc import Iterator
from itertools import combinations
from math import exp, inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.core.partition import MOST, together

Blocks = list[list[int]]


def ways(members: list[int]) -> Iterator[Blocks]:
    """Every way to part the members."""
    if not members:
        yield []
        return
    first, rest = members[0], members[1:]
    for blocks in ways(rest):
        yield [[first], *blocks]
        for place, block in enumerate(blocks):
            yield [*blocks[:place], [first, *block], *blocks[place + 1 :]]


def weight(block: list[int], odds: dict[tuple[int, int], float]) -> float:
    """The log weight of a block: every doubt, and support along the likeliest tree."""
    pairs = sorted(combinations(sorted(block), 2), key=lambda pair: -odds[pair])
    total = sum(min(odds[pair], 0) for pair in pairs)
    parts = [{member} for member in block]
    for a, b in pairs:
        one, other = (next(part for part in parts if end in part) for end in (a, b))
        if one is not other:
            total += max(odds[a, b], 0)
            parts = [part for part in parts if part not in (one, other)] + [one | other]
    return total


def counted(odds: dict[tuple[int, int], float], size: int) -> list[float]:
    """The probability of each pair by looking at every way."""
    found = {
        tuple(map(tuple, blocks)): exp(sum(weight(block, odds) for block in blocks))
        for blocks in ways(list(range(size)))
    }
    whole = sum(found.values())
    return [
        sum(w for blocks, w in found.items() if any({a, b} <= set(block) for block in blocks))
        / whole
        for a, b in combinations(range(size), 2)
    ]


@pytest.mark.parametrize("size", [2, 3, 4, 5])
@given(data=st.data())
def test_it_is_what_counting_every_way_gives(size: int, data: st.DataObject) -> None:
    pairs = list(combinations(range(size), 2))
    drawn = data.draw(st.lists(st.floats(-2, 8), min_size=len(pairs), max_size=len(pairs)))
    found = together(np.array([drawn]), size)[0]
    assert found == pytest.approx(counted(dict(zip(pairs, drawn, strict=True)), size))


@given(st.floats(-20, 20))
def test_two_alone_are_as_likely_as_their_odds(odds: float) -> None:
    assert together(np.array([[odds]]), 2)[0, 0] == pytest.approx(1 / (1 + exp(-odds)))


def test_of_two_that_contradict_each_other_a_third_is_but_one() -> None:
    found = together(np.array([[-inf, 7.0, 7.0]]), 3)[0]
    assert found == pytest.approx([0, 0.5, 0.5], abs=1e-3)


def test_one_of_two_goes_with_the_third_and_the_doubt_of_the_pair_between_is_small() -> None:
    between, one, other = together(np.array([[-0.5, 9.0, 9.0]]), 3)[0]
    assert between > 0.99
    assert min(one, other) > between


def test_what_three_share_counts_twice_and_not_thrice() -> None:
    """With support on every pair two edges of the three hold the group."""
    found = together(np.array([[1.0, 1.0, 1.0]]), 3)[0]
    whole, pair = exp(2), exp(1)
    assert found == pytest.approx([(whole + pair) / (whole + 3 * pair + 1)] * 3)


def test_groups_of_one_size_are_judged_side_by_side() -> None:
    one, other = [3.0, -1.0, 2.0], [-inf, 5.0, 0.5]
    both = together(np.array([one, other]), 3)
    assert both[0].tolist() == together(np.array([one]), 3)[0].tolist()
    assert both[1].tolist() == together(np.array([other]), 3)[0].tolist()


def test_the_largest_group_is_bearable() -> None:
    pairs = MOST * (MOST - 1) // 2
    found = together(np.full((50, pairs), 9.0), MOST)
    assert found.shape == (50, pairs)
    assert (found > 0.99).all()
