import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pairs_of_base import BasePairs
from reports.strata import Stratum, allocated, draw, strata

PAIR = {"left": pl.Int64, "right": pl.Int64}


def base(clients, candidates):
    members = pl.DataFrame({"card": list(clients), "client": list(clients.values())})
    pairs = pl.DataFrame(candidates, schema=PAIR | {"probability": pl.Float64}, orient="row")
    return BasePairs(pl.DataFrame(), pairs, members, pl.DataFrame())


def test_pairs_stand_in_the_stratum_of_what_the_base_holds_them_for():
    clients = {1: 1, 2: 1, 3: 1, 4: 4, 5: 5, 6: 6}
    candidates = [(1, 2, 0.999), (2, 3, 0.7), (3, 4, 0.95), (4, 5, 0.6), (5, 9, 0.99)]

    found = strata(base(clients, candidates))

    assert {name: pairs.rows() for name, pairs in found.items()} == {
        Stratum.JOINED_SURE: [(1, 2)],
        Stratum.JOINED: [(1, 3), (2, 3)],
        Stratum.APART_LIKELY: [(3, 4)],
        Stratum.APART: [(4, 5)],
    }


SIZES = st.fixed_dictionaries({name: st.integers(0, 3_000) for name in Stratum})


@given(SIZES, st.integers(20, 500))
def test_a_sample_is_as_large_as_asked_and_sees_every_stratum(sizes, total):
    given_to = allocated(total, sizes)

    assert sum(given_to.values()) == min(total, sum(sizes.values()))
    assert all(0 <= given_to[name] <= size for name, size in sizes.items())
    assert all(given_to[name] > 0 for name, size in sizes.items() if size)


def test_small_strata_get_more_than_their_share_and_large_ones_most():
    sizes = {Stratum.JOINED_SURE: 10_000, Stratum.JOINED: 100}

    given_to = allocated(110, sizes)

    assert given_to[Stratum.JOINED] == pytest.approx(5 + 110 * 10 / 110, abs=2)


@pytest.fixture
def many():
    clients = {card: (card - 1) // 2 for card in range(1, 201)}
    candidates = [(card, card + 1, 0.6) for card in range(2, 200, 2)]
    return strata(base(clients, candidates))


def test_the_same_seed_draws_the_same_pairs_and_another_others(many):
    one, again, other = (draw(many, total=50, seed=seed) for seed in (1, 1, 2))

    assert one == again
    assert one != other


def test_a_drawn_pair_is_of_its_stratum_drawn_once_and_in_random_order_and_sides(many):
    drawn = draw(many, total=60, seed=1)

    pairs = [(min(left, right), max(left, right)) for left, right, _ in drawn.pairs]
    assert len(set(pairs)) == len(pairs) == 60
    for pair, (*_, stratum) in zip(pairs, drawn.pairs, strict=True):
        assert pair in many[stratum].rows()
    assert pairs != sorted(pairs)
    names = [stratum for *_, stratum in drawn.pairs]
    assert names != sorted(names)
    assert 10 < sum(left < right for left, right, _ in drawn.pairs) < 50
    assert drawn.sizes[Stratum.JOINED] == 100
