import pytest

from db.base import opened
from db.engine import writing
from tests.workflow import dealer
from workflow import check
from workflow.entry_form import Draft
from workflow.entry_save import save
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


def test_a_base_of_an_older_version_is_whole_before_its_first_save_and_after_it(empty, tmp_path):
    dealer.load_both(empty, tmp_path)
    with writing(empty) as connection:
        for name in ("census", "fact_part", "shelf", "unsearched"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        for name in ("card_birth_date", "event_body_no", "event_piece"):
            connection.exec_driver_sql(f"DROP INDEX ix_{name}")
        for name in ("due", "outcome", "channel", "score", "scale"):
            connection.exec_driver_sql(f"ALTER TABLE event DROP COLUMN {name}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    url = empty.url.render_as_string(hide_password=False)

    with opened(url) as engine:
        assert verify(engine).faults == ()
        save(engine, Draft({"full_name": "Орлова Анна", "phone": "+7 916 555-70-70"}), by="Ирина")
        assert verify(engine).faults == ()
