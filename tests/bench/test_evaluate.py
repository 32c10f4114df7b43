import polars as pl
import pytest

from bench import evaluate
from bench.evaluate import Score


def truth(**people):
    rows = [("sales", source_id, person) for source_id, person in people.items()]
    return pl.DataFrame(rows, schema=["source", "source_id", "person_id"], orient="row")


def candidates(*pairs):
    rows = [("sales", left, "sales", right, str(probability)) for left, right, probability in pairs]
    names = ["left_source", "left_id", "right_source", "right_id", "probability"]
    return pl.DataFrame(rows, schema=names, orient="row")


def links(**clients):
    rows = [("sales", source_id, client) for source_id, client in clients.items()]
    return pl.DataFrame(rows, schema=["source", "source_id", "client_id"], orient="row")


KNOWN = evaluate.persons(truth(a="P1", b="P1", c="P1", d="P2", e="", f=""))


def test_cards_of_one_person_make_its_pairs():
    assert evaluate.pairs_within(KNOWN, "person") == 3


def test_two_junk_cards_are_two_clients():
    pairs = evaluate.labelled(candidates(("e", "f", 1)), KNOWN)
    assert pairs["same"].to_list() == [False]


def test_a_candidate_of_an_unknown_card_is_wrong():
    pairs = evaluate.labelled(candidates(("a", "zzz", 1)), KNOWN)
    assert pairs["same"].to_list() == [False]


def test_clients_are_scored_by_their_pairs():
    members = evaluate.membership(links(a="K1", b="K1", c="K2", d="K2", e="", f="K3"), KNOWN)
    assert evaluate.client_score(members, 3) == Score(1 / 2, 1 / 3)


def test_a_row_without_a_client_merges_nothing():
    members = evaluate.membership(links(a="", b="", c=""), KNOWN)
    assert evaluate.client_score(members, 3) == Score(1.0, 0.0)


def test_traps_count_approved_in_either_order_and_merged():
    found = evaluate.labelled(candidates(("d", "a", 0.995), ("b", "d", 0.5)), KNOWN)
    members = evaluate.membership(links(a="K1", b="K2", c="K2", d="K2"), KNOWN)
    traps = pl.DataFrame(
        [("spouses", "sales", "a", "sales", "d"), ("spouses", "sales", "b", "sales", "d")],
        schema=["kind", "left_source", "left_id", "right_source", "right_id"],
        orient="row",
    )
    (share,) = evaluate.trap_shares(traps, members, found, at=0.99)
    assert (share.kind, share.pairs, share.approved, share.merged) == ("spouses", 2, 1, 1)


def rows(*cards):
    return pl.DataFrame(
        [("sales", card) for card in cards], schema=["source", "source_id"], orient="row"
    )


def test_every_row_linked_once_leaves_none_astray():
    assert evaluate.rows_astray(rows("a", "a", "b"), rows("b", "a", "a")) == 0


def test_a_lost_row_and_a_row_linked_twice_are_counted():
    assert evaluate.rows_astray(rows("a", "a", "b"), rows("a", "b", "b")) == 2


def test_a_group_row_taken_for_data_is_nobody_s_row():
    assert evaluate.rows_astray(rows("a"), rows("a", "17")) == 0


def test_empty_cells_are_read_as_empty_text(tmp_path):
    path = tmp_path / "links.csv"
    path.write_text("source,source_id,client_id\nsales,007,\n", encoding="utf-8")
    assert evaluate.read_table(path).rows() == [("sales", "007", "")]


def test_reliability_tells_what_was_said_and_what_was_true():
    pairs = pl.DataFrame({"probability": [0.5, 0.9, 0.95, 1.0], "same": [False, True, True, False]})
    low, high = evaluate.reliability(pairs, (0.5, 0.9, 1.0))
    assert (low.pairs, low.said, low.true) == (1, 0.5, 0.0)
    assert (
        high.pairs == 3 and high.said == pytest.approx(0.95) and high.true == pytest.approx(2 / 3)
    )


def test_pairs_of_unknown_cards_are_wrong():
    persons = pl.DataFrame({"card": [1, 2], "person": ["P1", "P1"]})
    pairs = pl.DataFrame({"left_id": [1, 1], "right_id": [2, 9]})
    assert evaluate.of_persons(pairs, persons)["same"].to_list() == [True, False]
