"""What the groups of a base hang on."""

from db import tables
from db.engine import reading, writing
from workflow.group_ties import group_ties
from workflow.review import Verdict, judge


def groups_of(engine):
    with reading(engine) as connection:
        return group_ties(connection)


def test_a_group_of_two_hangs_on_its_one_candidate(engine):
    found = next(one for one in groups_of(engine) if "sales:101" in one.cards)

    assert found.cards == ("sales:101", "service:7")
    assert {found.weakest.left, found.weakest.right} == set(found.cards)
    assert found.weakest.probability > 0.9
    assert found.bridges == (found.weakest,)
    assert found.conflicts == ()


def test_the_weakest_group_comes_first_and_decided_ones_are_left_out(engine):
    before = groups_of(engine)
    shares = [one.weakest.probability for one in before]
    assert shares == sorted(shares)

    judge(engine, Verdict(((1, 6),)), by="Ольга")

    assert len(groups_of(engine)) == len(before) - 1


def test_two_that_contradict_each_other_in_one_group_are_told(engine):
    """A third card goes with either of two spouses."""
    with writing(engine) as connection:
        rows = [(1, 6, 7001), (2, 6, 7001)]
        found = [
            {"left": a, "right": b, "probability": 0.6, "relation": "same", "evidence": ""}
            | {"admitted": True, "group_id": group, "state": "open"}
            for a, b, group in rows
        ]
        connection.execute(tables.candidate.delete())
        connection.execute(tables.candidate.insert(), found)

    group = groups_of(engine)[0]
    assert ("sales:101", "sales:102") in group.conflicts


def test_without_candidates_there_are_no_groups(engine):
    with writing(engine) as connection:
        connection.execute(tables.candidate.delete())

    assert groups_of(engine) == []
