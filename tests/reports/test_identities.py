"""Who each card is by what is decided, likely and possible."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from reports import facts as schemas
from reports.identities import identified, severally_known
from tests.reports.hand_made import frame


def known(clients, *pairs):
    """The cards 1, 2, 3 … of these clients with candidates (left, right, probability)."""
    cards = pl.DataFrame(
        {"card_id": range(1, len(clients) + 1), "client_id": list(clients)},
        schema={"card_id": pl.Int32, "client_id": pl.Int32},
    )
    rows = [
        {"left": left, "right": right, "probability": probability, "admitted": admitted}
        for left, right, probability, admitted in pairs
    ]
    return identified(cards, frame(schemas.CANDIDATES, rows))


def test_without_candidates_all_three_are_the_client():
    assert known([1, 1, 3]).select("decided", "likely", "possible").rows() == [
        (1, 1, 1), (1, 1, 1), (3, 3, 3),
    ]  # fmt: skip


def test_a_card_without_a_client_stands_alone():
    assert known([1, None]).select("decided", "likely", "possible").rows()[1] == (-2, -2, -2)


def test_likely_takes_the_admitted_from_a_half_on_and_possible_all():
    found = known([1, 2, 3, 4], (1, 2, 0.5, True), (2, 3, 0.49, True), (3, 4, 0.9, False))

    assert found["likely"].to_list() == [1, 1, 3, 4]
    assert found["possible"].to_list() == [1, 1, 1, 1]


def test_cards_of_one_client_join_what_each_of_them_may_be():
    found = known([1, 2, 2, 4], (1, 2, 0.9, True), (3, 4, 0.9, True))

    assert found["likely"].to_list() == [1, 1, 1, 1]


def test_who_is_severally_known_is_named_by_the_least_identity():
    cards = known([1, 2, 3, None], (1, 2, 0.2, True))

    assert severally_known(cards).explode().to_list() == [1]


@given(
    st.lists(st.integers(1, 6), min_size=6, max_size=6),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)).filter(lambda p: p[0] < p[1])),
)
def test_possible_is_the_least_of_all_that_hang_together(clients, pairs):
    parts = {client: {client} for client in clients}
    for left, right in pairs:
        one, other = parts[clients[left - 1]], parts[clients[right - 1]]
        if one is not other:
            one |= other
            parts |= dict.fromkeys(other, one)

    found = known(clients, *((*pair, 0.1, True) for pair in pairs))

    assert found["possible"].to_list() == [min(parts[client]) for client in clients]
    assert found["likely"].to_list() == clients
