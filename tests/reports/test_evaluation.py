"""A base of nine cards, counted by hand.

Truth: 1, 2, 3 are one client, 4 and 5 another, 6 and 7 a third (7 is kept out), 8 is alone; 9 is
not named. Clients: {1, 2}, {3}, {4, 5, 6}, {8}, {9}.
"""

import json

import polars as pl
import pytest

from reports.evaluation import Asked, Coverage, evaluate
from reports.evaluation_words import told
from reports.kinds import Kind
from reports.pairs_of_base import BasePairs
from reports.truth import Truth

PERSONS = {1: 1, 2: 1, 3: 1, 4: 4, 5: 4, 6: 6, 7: 6, 8: 8}
CLIENTS = {1: 1, 2: 1, 3: 3, 4: 4, 5: 4, 6: 4, 8: 8, 9: 9}
CANDIDATES = (
    (1, 2, 0.9999, "same", "phone=same", "same"),
    (1, 3, 0.7, "same", "phone=different", "open"),
    (4, 5, 0.995, "same", "phone=same", "same"),
    (5, 6, 0.992, "same", "phone=different", "same"),
    (3, 8, 0.6, "same", "phone=different", "open"),
    (8, 9, 0.9, "same", "phone=same", "open"),
)
PAIR = {"left": pl.Int64, "right": pl.Int64}


def base(candidates=CANDIDATES):
    cards = {
        "card": range(1, 10),
        "source": ["sales"] * 9,
        "source_key": [str(card) for card in range(1, 10)],
        "state": ["quarantined" if card == 7 else "clean" for card in range(1, 10)],
        "kind": ["person"] * 9,
    }
    names = ("probability", "relation", "evidence", "state")
    kinds = (pl.Float64, pl.String, pl.String, pl.String)
    schema = PAIR | dict(zip(names, kinds, strict=True))
    members = {"card": list(CLIENTS), "client": list(CLIENTS.values())}
    joined = [(1, 2, "bulk"), (4, 5, "bulk"), (5, 6, "judge")]
    return BasePairs(
        cards=pl.DataFrame(cards),
        candidates=pl.DataFrame(candidates, schema=schema, orient="row"),
        members=pl.DataFrame(members),
        joined=pl.DataFrame(joined, schema=PAIR | {"by": pl.String}, orient="row"),
    )


def asked(**changed):
    order = {
        "coverage": Coverage(named=8, found=8, strangers=1, alone=0, whole=True),
        "threshold": 0.5,
        "outdated": False,
        "say": lambda evidence, _relation: "phones" if "different" in evidence else "nothing",
        "why": lambda pairs: ["lost"] * pairs.height,
    }
    return Asked(**(order | changed))


def evaluated(candidates=CANDIDATES, **changed):
    people = pl.DataFrame(list(PERSONS.items()), schema=["card", "person"], orient="row")
    return evaluate(Truth(people), base(candidates), asked(**changed))


def cut(found, at):
    return next(one for one in found.cuts if one.at == at)


def test_candidates_are_counted_at_every_threshold():
    found = evaluated()

    assert found.true_pairs == 5
    at_all, sure = cut(found, 0.5), cut(found, 0.99)
    assert (at_all.pairs, at_all.wrong) == (5, 2)
    assert at_all.precision == pytest.approx(3 / 5) and at_all.recall == pytest.approx(3 / 5)
    assert (sure.pairs, sure.wrong) == (3, 1)
    assert sure.precision == pytest.approx(2 / 3) and sure.recall == pytest.approx(2 / 5)
    assert found.best.at == 0.7 and found.best.f1 == pytest.approx(2 * 3 / (4 + 5))


def test_a_candidate_of_a_card_that_the_truth_does_not_name_is_counted_apart():
    assert evaluated().unjudged == 1


def test_recall_at_a_precision_stops_before_the_first_wrong_pair():
    found = evaluated()

    assert found.recall_at_999 == found.recall_at_99 == pytest.approx(2 / 5)


def test_no_cut_lies_below_what_the_base_keeps():
    assert [one.at for one in evaluated(threshold=0.95).cuts] == [0.95, 0.99, 0.999]


def test_a_cut_without_candidates_has_no_precision():
    found = evaluated(CANDIDATES[1:2])

    assert cut(found, 0.999).precision is None
    assert "–" in next(line for line in told(found) if "from 0.999 up" in line)


def test_clients_are_counted_by_their_pairs():
    clients = evaluated().clients

    assert (clients.pairs, clients.wrong) == (4, 2)
    assert clients.precision == pytest.approx(2 / 4) and clients.recall == pytest.approx(2 / 5)


def test_wrong_candidates_are_told_by_what_speaks_against_them():
    assert evaluated().wrong == (Kind("phones", 2, 1, ("sales:3 – sales:8", "sales:5 – sales:6")),)


def test_missed_pairs_are_told_by_where_they_were_lost():
    found = evaluated()

    assert found.never_proposed == 2
    assert found.missed == (
        Kind("a card is kept out of the base", 1, 0, ("sales:6 – sales:7",)),
        Kind("lost", 1, 0, ("sales:2 – sales:3",)),
    )


def test_wrong_clients_are_told_by_who_joined_them():
    assert evaluated().wrong_clients == (
        Kind("joined by a person", 1, 1, ("sales:5 – sales:6",)),
        Kind("joined through other cards", 1, 0, ("sales:4 – sales:6",)),
    )


def test_split_clients_are_told_by_what_became_of_the_candidate():
    assert [(one.kind, one.pairs) for one in evaluated().split_clients] == [
        ("proposed, and nobody has decided yet", 1),
        ("never proposed", 2),
    ]


def test_no_more_pairs_are_looked_into_or_named_than_asked_for():
    found = evaluated(CANDIDATES[:1], looks=1, examples=0)

    assert found.never_proposed == 4
    assert found.looked == 1
    assert [one.pairs for one in found.missed] == [1, 1]
    assert all(one.examples == () for one in found.missed)
    assert "  1 pairs were looked into; 2 more were not." in told(found)


def test_a_script_gets_the_whole_curve():
    found = json.loads(json.dumps(evaluated().as_json()))

    assert [point["at"] for point in found["curve"]] == [0.9999, 0.995, 0.992, 0.7, 0.6]
    assert found["curve"][-1]["precision"] == pytest.approx(3 / 5)


def test_a_base_that_has_changed_says_so():
    assert not any("has changed" in line for line in told(evaluated()))
    assert any("has changed" in line for line in told(evaluated(outdated=True)))


def test_a_truth_of_one_huge_client_is_counted_without_writing_its_pairs_out():
    cards = pl.DataFrame({"card": range(1, 2_001)})
    base_of_many = BasePairs(
        cards=cards.with_columns(
            source=pl.lit("sales"), source_key=pl.col("card").cast(pl.String),
            state=pl.lit("clean"), kind=pl.lit("person"),
        ),
        candidates=base(()).candidates,
        members=cards.with_columns(client=pl.col("card")),
        joined=base(()).joined.clear(),
    )  # fmt: skip
    person = pl.when(pl.col("card") > 3).then(2).otherwise(1)
    truth = Truth(cards.with_columns(person=person.cast(pl.Int64)))

    found = evaluate(truth, base_of_many, asked())

    assert found.never_proposed == 3 + 1_997 * 1_996 // 2
    assert found.looked == 3
