"""The queue on both databases."""

import polars as pl
import pytest

from db import bulk, decisions, review_pages, tables
from db.engine import writing
from db.review_pages import Order

PAIRS = [  # left, right, probability, relation, admitted, group, state
    (1, 2, 0.99, "same", True, 1, "open"),
    (1, 3, 0.95, "same", True, 1, "same"),
    (2, 3, 0.9, "same", False, 1, "withdrawn"),
    (4, 5, 0.7, "same", True, 4, "open"),
    (5, 6, 0.6, "spouse", True, 4, "open"),
    (7, 8, 0.8, "same", True, 7, "unsure"),
    (9, 10, 0.8, "same", True, 9, "different"),
]
GROUPS = [(1, 2, 1, 0.99), (4, 3, 2, 0.7), (7, 2, 0, 0.8), (9, 2, 0, 0.8)]


@pytest.fixture
def connection(base_url, opened):
    with writing(opened(base_url)) as connection:
        names = ("left", "right", "probability", "relation", "admitted", "group_id", "state")
        pairs = pl.DataFrame(PAIRS, schema=names, orient="row")
        groups = pl.DataFrame(GROUPS, schema=["id", "cards", "open", "probability"], orient="row")
        bulk.write(
            connection, tables.source, pl.DataFrame({"id": [1], "name": ["sales"], "kind": "sales"})
        )
        cards = pl.DataFrame({"id": range(1, 11)}).with_columns(
            pl.lit(1).alias("source_id"),
            pl.col("id").cast(pl.String).alias("source_key"),
            pl.format("Card{}", "id").alias("last_name"),
        )
        bulk.write(connection, tables.card, cards)
        bulk.write(connection, tables.candidate, pairs.with_columns(pl.lit("").alias("evidence")))
        bulk.write(connection, tables.review_group, groups)
        yield connection


def test_groups_are_done_left_or_postponed(connection):
    counts = review_pages.counts(connection)

    assert (counts.done, counts.left, counts.postponed) == (1, 2, 1)


@pytest.mark.parametrize(
    ("order", "groups"),
    [(Order.LIKELY, [1, 4]), (Order.DOUBTFUL, [4, 1]), (Order.LARGE, [4, 1])],
)
def test_the_queue_stands_in_the_order_asked_for(connection, order, groups):
    found = review_pages.queue(connection, order, 10)

    assert [head.id for head in found] == groups
    assert [head.id for head in review_pages.queue(connection, order, 1)] == groups[:1]


@pytest.mark.parametrize("order", Order)
def test_groups_somebody_was_unsure_of_stand_in_a_queue_of_their_own(connection, order):
    (head,) = review_pages.queue(connection, order, 10, unsure=True)

    assert (head.id, head.probability) == (7, 0.8)
    assert [who.last_name for who in head.who] == ["Card7", "Card8"]


def test_a_group_names_the_cards_of_its_open_candidates(connection):
    first = review_pages.queue(connection, Order.LIKELY, 1)[0]

    assert [who.last_name for who in first.who] == ["Card1", "Card2"]


def test_candidates_of_cards_in_quarantine_are_not_shown(connection):
    found = review_pages.pairs(connection, [1, 4])

    assert {
        group: [(pair.left, pair.right) for pair in pairs] for group, pairs in found.items()
    } == {
        1: [(1, 2), (1, 3)],
        4: [(4, 5), (5, 6)],
    }


def test_an_approval_counts_what_it_would_decide_and_tells_the_least_certain(connection):
    found = review_pages.approval(connection, 0.5, 1)

    assert (found.groups, found.cards) == (2, 4)
    assert [(pair.left, pair.right) for pair in found.least] == [(4, 5)]
    assert review_pages.approval(connection, 0.9, 1).groups == 1


def test_the_groups_of_a_decision_are_counted_once(connection):
    decisions.record(connection, decision_id="d", by="me", kind="bulk", details={})
    words = pl.DataFrame(
        {"left": [4, 5], "right": [5, 6], "verdict": ["same", "same"], "relation": ["", ""]}
    )
    decisions.write_judgements(connection, "d", words)

    assert review_pages.judged_groups(connection, "d") == 1
    assert review_pages.judged_groups(connection, "none") == 0
