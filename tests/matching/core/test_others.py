"""What other records say of a pair, and that it can be told again from what is kept."""

from math import exp

import numpy as np
import polars as pl
import pytest

from matching.core.others import GROUP, RIVAL, THIRD, among_others, bits, told
from matching.core.progress import Stage
from matching.core.review import Scored
from tests.matching.factory import silent

Pairs = dict[tuple[int, int], float]


def scored(pairs: Pairs) -> Scored:
    left, right = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return Scored(
        left,
        right,
        np.array([pairs[pair] for pair in sorted(pairs)]),
        np.full(len(pairs), "shared_contact", dtype="<U16"),
        pl.Series("evidence", ["last=equal"] * len(pairs)),
    )


def together(pairs: Scored, *, against: str = "") -> Scored:
    """The pairs as they are among others; "1-2 2-3" are those that contradict."""

    def among(names: str):
        apart = {tuple(map(int, name.split("-"))) for name in names.split()}
        return lambda left, right: np.array(
            [pair in apart for pair in zip(left.tolist(), right.tolist(), strict=True)], dtype=bool
        )

    rank = np.arange(10)
    return among_others(pairs, among(against), "same", rank, Stage(silent))


def probabilities(found: Scored) -> Pairs:
    pairs = zip(found.left.tolist(), found.right.tolist(), strict=True)
    return dict(zip(pairs, found.probability.tolist(), strict=True))


def test_a_record_that_fits_two_others_is_neither_for_sure() -> None:
    found = together(scored({(0, 2): 0.999, (1, 2): 0.999}), against="0-1")
    assert probabilities(found) == pytest.approx({(0, 2): 0.49975, (1, 2): 0.49975})
    assert {told(one) for one in found.evidence} == {RIVAL}


def test_a_pair_that_its_group_moves_a_little_or_without_a_rival_is_no_rival() -> None:
    """Two that say nothing to each other make a third a little less likely, and no more."""
    found = together(scored({(0, 2): 0.99, (1, 2): 0.99}))
    assert [told(one) for one in found.evidence] == [THIRD, GROUP, GROUP]
    close = together(scored({(0, 1): 0.9999, (0, 2): 0.9999, (1, 2): 0.99}))
    assert set(map(told, close.evidence)) == {GROUP}


def test_the_likelier_of_two_rivals_keeps_what_is_left() -> None:
    found = probabilities(together(scored({(0, 2): 0.999, (1, 2): 0.5}), against="0-1"))
    assert found[0, 2] == pytest.approx(999 / (999 + 1 + 1))
    assert found[1, 2] == pytest.approx(1 / (1 + 1 + 999))


def test_two_alone_are_as_likely_as_they_are() -> None:
    found = together(scored({(0, 2): 0.9, (3, 4): 0.6}))
    assert probabilities(found) == pytest.approx({(0, 2): 0.9, (3, 4): 0.6})
    assert found.evidence.to_list() == ["last=equal"] * 2


def test_where_two_say_nothing_to_each_other_it_speaks_a_little_against_a_third() -> None:
    """Weights: nobody 1, one pair 9, the other 9, all three 81 with a doubt of two nats."""
    found = probabilities(together(scored({(0, 2): 0.9, (1, 2): 0.9})))
    doubt = exp(-2)
    whole = 1 + 9 + 9 + doubt + 81 * doubt
    assert found[0, 2] == pytest.approx((9 + 81 * doubt) / whole)
    assert found[0, 1] == pytest.approx((doubt + 81 * doubt) / whole)


def test_a_third_record_brings_two_together() -> None:
    found = together(scored({(0, 1): 0.999, (1, 2): 0.999}))
    assert probabilities(found)[0, 2] > 0.98
    assert found.relation.tolist()[1] == "same"
    assert told(found.evidence[1]) == THIRD


def test_a_third_record_raises_a_pair_that_is_scored_itself() -> None:
    found = together(scored({(0, 1): 0.999, (1, 2): 0.999, (0, 2): 0.6}))
    assert probabilities(found)[0, 2] > 0.99
    assert found.evidence[1] == "last=equal;others=third;alone=0.6"


def test_no_third_record_joins_what_contradicts() -> None:
    found = together(scored({(0, 1): 0.999, (1, 2): 0.999}), against="0-2")
    assert (0, 2) not in probabilities(found)


def test_unlikely_pairs_bring_nothing_together() -> None:
    assert (0, 2) not in probabilities(together(scored({(0, 1): 0.3, (1, 2): 0.3})))


def test_what_is_no_group_that_can_be_looked_through_stands_by_itself() -> None:
    pairs = scored({(0, other): 0.999 for other in range(1, 10)})
    assert together(pairs).probability.tolist() == pairs.probability.tolist()


def test_what_others_said_is_taken_back_before_they_are_asked_again() -> None:
    pairs = scored({(0, 1): 0.999, (1, 2): 0.9, (1, 3): 0.8, (0, 3): 0.5, (4, 5): 0.7})
    first = together(pairs, against="2-3")
    again = together(first, against="2-3")
    assert probabilities(again) == probabilities(first)
    assert again.evidence.to_list() == first.evidence.to_list()
    assert again.relation.tolist() == first.relation.tolist()
    assert probabilities(together(first, against="0-2 2-3")) == probabilities(
        together(pairs, against="0-2 2-3")
    )


def test_bits_are_doublings_of_the_odds() -> None:
    assert bits(0.5) == 0
    assert bits(0.8) == pytest.approx(2)


def test_a_relation_that_others_gave_is_taken_back_with_them() -> None:
    """Two pairs raise a third; then the cards they hang on are another's."""
    raised = together(scored({(0, 1): 0.999, (1, 2): 0.999, (0, 2): 0.36}))
    assert raised.relation.tolist() == ["shared_contact", "same", "shared_contact"]
    assert raised.evidence[1] == "last=equal;others=third;alone=0.36;was=shared_contact"

    left, right = raised.left[[1]], raised.right[[1]]
    alone = Scored(left, right, raised.probability[[1]], raised.relation[[1]], raised.evidence[1:2])
    again = together(alone)
    assert again.relation.tolist() == ["shared_contact"]
    assert again.probability.tolist() == [0.36]
    assert again.evidence.to_list() == ["last=equal"]
