"""What holds a group together."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from matching.core.ties import Edge, ties

pair = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])
groups = st.dictionaries(pair, st.sampled_from([0.5, 0.6, 0.8, 0.99]), min_size=1, max_size=20)


def parts(edges: list[Edge]) -> set[frozenset[int]]:
    """The cards that hang together."""
    found = {frozenset(edge[:2]) for edge in edges}
    while True:
        for one, other in combinations(found, 2):
            if one & other:
                found = found - {one, other} | {one | other}
                break
        else:
            return found


def test_a_ring_hangs_on_the_second_weakest_of_its_edges_and_has_no_bridge() -> None:
    found = ties([(1, 2, 0.9), (2, 3, 0.8), (1, 3, 0.6)])
    assert found.weakest == (2, 3, 0.8)
    assert found.bridges == ()


def test_the_edge_between_two_rings_is_a_bridge() -> None:
    ring = [(1, 2, 0.9), (2, 3, 0.9), (1, 3, 0.9)]
    other = [(4, 5, 0.9), (5, 6, 0.9), (4, 6, 0.9)]
    found = ties([*ring, (3, 4, 0.55), *other])
    assert found.weakest == (3, 4, 0.55)
    assert found.bridges == ((3, 4, 0.55),)


def test_in_a_chain_every_edge_is_a_bridge_and_the_weakest_comes_first() -> None:
    assert ties([(1, 2, 0.9), (2, 3, 0.7)]).bridges == ((2, 3, 0.7), (1, 2, 0.9))


@given(groups)
def test_without_a_bridge_the_group_falls_apart_and_without_another_edge_it_does_not(
    found: dict[tuple[int, int], float],
) -> None:
    edges = [(*pair, likely) for pair, likely in found.items()]
    bridges = ties(edges).bridges
    for edge in edges:
        rest = parts([one for one in edges if one != edge])
        left = [part for part in rest if part & set(edge[:2])]
        whole = len(left) == 1 and set(edge[:2]) <= left[0]
        assert whole is (edge not in bridges)


@given(groups)
def test_above_the_weakest_tie_the_group_falls_apart(
    found: dict[tuple[int, int], float],
) -> None:
    edges = [(*pair, likely) for pair, likely in found.items()]
    weakest = ties(edges).weakest
    whole, kept = parts(edges), [edge for edge in edges if edge[2] >= weakest[2]]
    assert parts(kept) == whole
    above = parts([edge for edge in edges if edge[2] > weakest[2]])
    assert above != whole
