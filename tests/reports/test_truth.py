from itertools import combinations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from reports.truth import Truth

PEOPLE = {1: 10, 2: 10, 3: 11, 4: 12}


def truth(people, apart=None):
    frame = pl.DataFrame(list(people.items()), schema={"card": pl.Int64, "person": pl.Int64},
                         orient="row")  # fmt: skip
    if apart is None:
        return Truth(frame)
    schema = {"low": pl.Int64, "high": pl.Int64}
    return Truth(frame, pl.DataFrame(sorted(apart), schema=schema, orient="row"))


def pairs(*ids):
    return pl.DataFrame(ids, schema={"left": pl.Int64, "right": pl.Int64}, orient="row")


def said(known, *ids):
    return known.labelled(pairs(*ids))["same"].to_list()


def test_where_all_is_known_two_persons_are_two_clients():
    assert said(truth(PEOPLE), (1, 2), (1, 3), (3, 4)) == [True, False, False]


def test_where_pairs_are_known_only_those_said_apart_are_two_clients():
    known = truth(PEOPLE, {(10, 11)})

    assert said(known, (1, 2), (2, 3), (3, 4)) == [True, False, None]


def test_of_a_card_that_the_truth_does_not_name_nothing_is_known():
    assert said(truth(PEOPLE), (1, 9)) == [None]
    assert said(truth(PEOPLE, {(10, 11)}), (1, 9)) == [None]


def test_pairs_come_in_the_order_of_their_ids_with_what_they_had():
    labelled = truth(PEOPLE).labelled(pairs((3, 4), (1, 2)).with_columns(state=pl.lit("open")))

    assert labelled.columns == ["left", "right", "state", "same"]
    assert labelled["left"].to_list() == [1, 3]


CARDS = st.dictionaries(
    st.integers(1, 12), st.tuples(st.integers(20, 23), st.integers(30, 33)), min_size=1
)
APART = st.sets(st.tuples(st.integers(30, 33), st.integers(30, 33)).filter(lambda p: p[0] < p[1]))


@given(CARDS, st.none() | APART)
def test_wrong_pairs_of_clients_are_those_that_counting_one_by_one_finds(cards, apart):
    known = truth({card: person for card, (_, person) in cards.items()}, apart)
    rows = [(card, client, person) for card, (client, person) in cards.items()]
    members = pl.DataFrame(rows, schema=["card", "client", "person"], orient="row")

    together = [
        (one, other) for one, other in combinations(sorted(cards), 2)
        if cards[one][0] == cards[other][0]
    ]  # fmt: skip

    assert known.wrong_within(members) == said(known, *together).count(False)
