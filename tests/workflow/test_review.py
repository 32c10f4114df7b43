from concurrent.futures import ThreadPoolExecutor

import pytest

from db.decisions import AlreadyDecided
from db.engine import reading
from db.errors import KnownError
from tests.workflow import dealer
from workflow import review
from workflow.propose import propose
from workflow.review import Verdict, approve, choose_golden, judge, seen, undo

ANDREY, ANDREY_AGAIN = 1, 6
MARIA, MARIA_AGAIN = 2, 7
PAVEL, PAVEL_AGAIN = 5, 9


def test_cards_judged_the_same_become_one_client(engine):
    judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")

    ids = dealer.clients(engine)

    assert ids["sales", "101"] == ids["service", "7"] == "C0000001"


def test_a_dropped_member_stays_apart_and_is_not_asked_again(engine):
    judge(engine, Verdict(((ANDREY, ANDREY_AGAIN), (MARIA,))), by="Ольга")

    ids = dealer.clients(engine)

    assert ids["sales", "102"] != ids["sales", "101"] == ids["service", "7"]


def test_undo_restores_the_bytes_of_the_export(engine):
    before = dealer.exported(engine)
    done = judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")
    assert dealer.exported(engine) != before

    undo(engine, done.decision_id, by="Ольга")

    assert dealer.exported(engine) == before


def test_decisions_are_taken_back_alone_and_in_any_order(engine):
    first = judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")
    second = judge(engine, Verdict(((MARIA, MARIA_AGAIN),)), by="Ольга")

    undo(engine, first.decision_id, by="Ольга")

    ids = dealer.clients(engine)
    assert ids["sales", "101"] != ids["service", "7"]
    assert ids["sales", "102"] == ids["service", "8"]
    undo(engine, second.decision_id, by="Ольга")
    assert dealer.clients(engine)["sales", "102"] != dealer.clients(engine)["service", "8"]


def test_an_undo_can_be_taken_back(engine):
    done = judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")
    merged = dealer.exported(engine)
    back = undo(engine, done.decision_id, by="Ольга")

    undo(engine, back.decision_id, by="Ольга")

    assert dealer.exported(engine) == merged


def test_the_same_decision_is_not_taken_back_twice(engine):
    done = judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")
    undo(engine, done.decision_id, by="Ирина")

    with pytest.raises(AlreadyDecided, match="Ирина"):
        undo(engine, done.decision_id, by="Ольга")


def test_an_older_word_on_a_pair_stands_again_when_the_newer_is_taken_back(engine):
    judge(engine, Verdict(((ANDREY,), (ANDREY_AGAIN,))), by="Ольга")
    newer = judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ирина")

    undo(engine, newer.decision_id, by="Ирина")

    assert ",different," in dealer.exported(engine)["candidates"]


def test_a_bulk_approval_is_one_decision_and_is_undone_as_one(engine):
    before = dealer.exported(engine)

    done = approve(engine, at=0.9, by="Ольга")

    assert done.count == 3
    undo(engine, done.decision_id, by="Ольга")
    assert dealer.exported(engine) == before


def test_spouses_on_one_phone_are_not_approved(engine):
    approve(engine, at=0.5, by="Ольга")

    ids = dealer.clients(engine)

    assert ids["sales", "101"] != ids["sales", "102"]


def test_nothing_to_approve_records_nothing(engine):
    approve(engine, at=0.5, by="Ольга")

    assert not approve(engine, at=0.5, by="Ольга").decision_id


@pytest.mark.parametrize("at", [0, -1, 1.01, 99])
def test_what_is_no_probability_is_refused(engine, at):
    with pytest.raises(KnownError, match="between 0 and 1"):
        approve(engine, at=at, by="Ольга")


def test_what_was_decided_is_not_asked_again_after_the_next_search(engine):
    judge(engine, Verdict(((ANDREY, ANDREY_AGAIN),)), by="Ольга")
    judge(engine, Verdict(((MARIA,), (MARIA_AGAIN,))), by="Ольга")
    before = dealer.exported(engine)["candidates"]

    propose(engine, by="Ольга")

    after = dealer.exported(engine)["candidates"]
    assert after.count(",open,") == before.count(",open,") == 1


def test_an_unknown_decision_is_told(engine):
    with pytest.raises(KnownError, match="no decision"):
        undo(engine, "nonsense", by="Ольга")


def test_a_retry_with_the_same_id_decides_once(engine):
    verdict, decision_id = Verdict(((ANDREY, ANDREY_AGAIN),)), review.new_id()

    judge(engine, verdict, by="Ольга", decision_id=decision_id, expected={})
    judge(engine, verdict, by="Ольга", decision_id=decision_id, expected={})

    with reading(engine) as connection:
        assert seen(connection, [ANDREY, ANDREY_AGAIN]) == {(ANDREY, ANDREY_AGAIN): decision_id}


def test_of_two_reviewers_at_once_one_decision_stands_and_the_other_hears_whose(
    base_url, opened, tmp_path
):
    windows = [opened(base_url), opened(base_url)]
    dealer.load_both(windows[0], tmp_path)
    verdicts = [Verdict(((1, 6),)), Verdict(((1,), (6,)))]

    def decide(at: int) -> str:
        try:
            judge(windows[at], verdicts[at], by=f"reviewer {at}", expected={})
        except AlreadyDecided as told:
            return told.by
        return ""

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(decide, [0, 1]))

    assert sorted(told) in (["", "reviewer 0"], ["", "reviewer 1"])
    winner = 0 if told[0] == "" else 1
    assert told[1 - winner] == f"reviewer {winner}"


def test_a_value_chosen_by_hand_is_shown_until_it_is_taken_back(engine):
    judge(engine, Verdict(((MARIA, MARIA_AGAIN),)), by="Ольга")
    assert "Соколова,Мария,Ивановна" in dealer.exported(engine)["clients"]

    done = choose_golden(engine, card_id=MARIA_AGAIN, field="name", by="Ольга")

    assert "Соколова,М.,И." in dealer.exported(engine)["clients"]
    undo(engine, done.decision_id, by="Ольга")
    assert "Соколова,Мария,Ивановна" in dealer.exported(engine)["clients"]


def test_a_merged_buyer_who_visits_is_no_former_owner(engine):
    assert "C0000005,V0000004,former_owner,2016-12-18" in dealer.exported(engine)["roles"]

    judge(engine, Verdict(((PAVEL, PAVEL_AGAIN),)), by="Ольга")

    roles = dealer.exported(engine)["roles"]
    assert "C0000005,V0000004,buyer,2013-12-17,2018-12-18" in roles
    assert "C0000005,V0000004,former_owner,2018-12-18" in roles
