import pytest
from sqlalchemy import update

from db import cards, findings, tables
from db.engine import reading, writing
from db.errors import KnownError
from tests.workflow import dealer
from workflow import check, rules_in_force
from workflow.derive import derive_changed
from workflow.progress import Silent
from workflow.review import undo
from workflow.rule_change import put_in_force
from workflow.verify import verify


def key_of(engine, code: str) -> tuple[int, int]:
    """The key of the first finding of a rule."""
    with reading(engine) as connection:
        found = findings.page(connection, codes=[code])
    return found[0].row_id, found[0].position


def test_a_junk_card_stays_out_until_a_person_waives_it(engine):
    before = dealer.exported(engine)
    assert dealer.clients(engine)["sales", "104"] == ""

    done = check.waive(engine, [key_of(engine, "CLI103")], by="Ольга")

    assert dealer.clients(engine)["sales", "104"] == "C0000004"
    undo(engine, done.decision_id, by="Ольга")
    assert dealer.exported(engine) == before


def test_a_card_without_name_and_contact_stays_out_until_it_is_waived(engine):
    assert dealer.clients(engine)["service", "13"] == ""

    check.waive(engine, [key_of(engine, "CRD101")], by="Ольга")

    assert dealer.clients(engine)["service", "13"]


def test_an_edited_value_takes_the_place_of_the_wrong_one(engine):
    before = dealer.exported(engine)
    key = key_of(engine, "TEL101")

    done = check.edit(engine, key, "8 916 555-12-12", by="Ольга")

    assert "79165551212" in dealer.exported(engine)["clients"]
    assert "TEL101" not in dealer.exported(engine)["findings"]
    undo(engine, done.decision_id, by="Ольга")
    assert dealer.exported(engine) == before


def test_an_edit_that_is_wrong_too_has_a_finding_again(engine):
    check.edit(engine, key_of(engine, "TEL101"), "12", by="Ольга")

    assert "TEL" in dealer.exported(engine)["findings"]


def test_what_is_no_longer_open_is_not_decided_again(engine):
    key = key_of(engine, "TEL101")
    check.waive(engine, [key], by="Ирина")

    with pytest.raises(KnownError, match="no longer open"):
        check.waive(engine, [key], by="Ольга")


def test_a_finding_without_a_repair_cannot_be_accepted(engine):
    with pytest.raises(KnownError, match="edit the text"):
        check.accept(engine, [key_of(engine, "CLI103")], by="Ольга")


def test_a_proposed_repair_is_put_in_place_and_settles_the_finding(empty, tmp_path):
    row = "1;Громов Серггей Иванович;89165550142;;;;;;"
    dealer.load_text(empty, tmp_path, "sales", [row])
    with reading(empty) as connection:
        offered = [one for one in findings.page(connection, state="open") if one.suggestion]
    assert [one.suggestion for one in offered] == ["Громов Сергей Иванович"]

    check.accept(empty, [(offered[0].row_id, offered[0].position)], by="Ольга")

    assert "Громов,Сергей,Иванович" in dealer.exported(empty)["clients"]
    assert ",open" not in dealer.exported(empty)["findings"]


def test_checking_again_changes_nothing(engine):
    before = dealer.exported(engine)

    checked = check.check(engine, by="Ольга", every=True)

    assert dealer.exported(engine) == before
    assert checked.total("block") == before["findings"].count(",block,")


def test_cards_are_checked_anew_only_where_the_rules_have_changed(engine, monkeypatch):
    assert not check.check(engine, by="Ольга").again

    monkeypatch.setattr(rules_in_force, "program", lambda: "a newer version")

    assert check.check(engine, by="Ольга").again
    assert not check.check(engine, by="Ольга").again


def test_all_cards_are_checked_anew_where_that_is_asked_for(engine):
    assert check.check(engine, by="Ольга", every=True).again


def test_another_rule_file_is_noted_as_what_the_cards_were_checked_by(engine):
    put_in_force(engine, "[rules.NAM201]\non = false\n", by="Ольга")

    assert not check.check(engine, by="Ольга").again


def test_checking_anew_leaves_alone_what_comes_out_the_same(engine):
    with reading(engine) as connection:
        seals = cards.seals(connection)
    with writing(engine) as connection:
        assert derive_changed(connection, Silent()) == set()

    with reading(engine) as connection:
        assert cards.seals(connection).equals(seals)
    assert 0 not in seals["seal"]


def test_checking_anew_writes_the_card_that_comes_out_otherwise(engine):
    before = dealer.exported(engine)
    with writing(engine) as connection:
        connection.execute(update(tables.card).values(last_name="Чужой", seal=1))

    check.check(engine, by="Ольга", every=True)

    assert dealer.exported(engine) == before
    assert verify(engine).faults == ()
