import pytest

from db.engine import writing
from tests.workflow import dealer
from workflow import check
from workflow.review import Verdict, approve, judge, undo
from workflow.verify import verify

SPOILT = {
    "client": "UPDATE client SET last_name = 'Чужой'",
    "role": "DELETE FROM role",
    "membership": "UPDATE membership SET client_id = 2 WHERE card_id = 1",
    "finding": "UPDATE finding SET state = 'waived'",
    "event": "UPDATE event SET mileage = 1",
    "standing": "INSERT INTO standing VALUES (1, 9, 'x', 'different', '')",
    "candidate": "UPDATE candidate SET state = 'same'",
}


def test_a_base_is_whole_after_all_kinds_of_work(engine):
    done = approve(engine, at=0.9, by="Ольга")
    judge(engine, Verdict(((1,), (2,)), between="related", relation="spouse"), by="Ольга")
    undo(engine, done.decision_id, by="Ольга")
    check.check(engine, by="Ольга", every=True)

    assert verify(engine).faults == ()


def test_verifying_leaves_the_base_as_it_was(engine):
    before = dealer.exported(engine)

    verify(engine)

    assert dealer.exported(engine) == before


@pytest.mark.parametrize(("table", "statement"), SPOILT.items())
def test_what_was_altered_behind_the_programs_back_is_found(engine, table, statement):
    with writing(engine) as connection:
        connection.exec_driver_sql(statement)

    assert any(f"“{table}”" in fault for fault in verify(engine).faults)


def test_a_row_whose_card_is_gone_is_found(engine):
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE row SET card_id = 999 WHERE id = 1")

    assert any("belong to no card" in fault for fault in verify(engine).faults)
