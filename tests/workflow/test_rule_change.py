"""A rule file decides what is found, from the moment it is put in force, and not before."""

import pytest
from sqlalchemy import select

from db import bulk, rule_books, tables
from db.engine import reading
from db.errors import KnownError
from tests.workflow import dealer
from workflow.propose import outdated, propose
from workflow.rule_change import put_in_force
from workflow.rule_file import book
from workflow.rule_trial import back_test
from workflow.verify import verify

NO_CALLS = """
[[own]]
code = "OWN101"
field = "ro_no"
severity = "block"
pattern = "ЗН-1[0-3]"
say = "Таких заказ-нарядов нет."
"""


def findings_of(engine, code):
    finding = tables.finding.c
    with reading(engine) as connection:
        found = bulk.read(connection, select(finding.raw, finding.state, finding.code))
    return sorted(found.filter(code=code)["raw"].to_list())


def test_a_rule_file_is_tried_without_a_trace(engine):
    before = dealer.exported(engine)

    trial = back_test(engine, NO_CALLS)

    (effect,) = trial.effects
    assert (effect.code, effect.now, effect.then, effect.stopped) == ("OWN101", 0, 4, 4)
    assert [one.raw for one in effect.sample] == ["ЗН-14", "ЗН-15", "ЗН-16", "ЗН-17"]
    assert "Таких заказ-нарядов нет." in effect.sample[0].message
    assert dealer.exported(engine) == before


def test_a_rule_file_in_force_does_what_the_trial_told(engine):
    put_in_force(engine, NO_CALLS, by="Ольга")

    assert findings_of(engine, "OWN101") == ["ЗН-14", "ЗН-15", "ЗН-16", "ЗН-17"]
    with reading(engine) as connection:
        assert outdated(connection)
    propose(engine, by="Ольга")
    with reading(engine) as connection:
        assert not outdated(connection)
    assert verify(engine).faults == ()


def test_taking_a_rule_file_back_restores_the_base(engine):
    before = dealer.exported(engine)

    put_in_force(engine, NO_CALLS, by="Ольга")
    changed = dealer.exported(engine)
    put_in_force(engine, "", by="Ольга")

    assert changed != before
    assert dealer.exported(engine) == before


def test_a_rule_that_is_off_finds_nothing_and_lets_the_value_in(engine):
    put_in_force(engine, "[rules.NAM101]\non = false\n", by="Ольга")

    assert findings_of(engine, "NAM101") == []


def test_a_new_load_is_read_by_the_rule_file(sqlite_url, opened, tmp_path):
    engine = opened(sqlite_url)
    put_in_force(engine, NO_CALLS, by="Ольга")

    dealer.load_both(engine, tmp_path)

    assert findings_of(engine, "OWN101") == ["ЗН-14", "ЗН-15", "ЗН-16", "ЗН-17"]


def test_a_known_placeholder_is_kept_out(engine):
    put_in_force(engine, '[known]\nplaceholders = ["8 916 555-01-01"]\n', by="Ольга")

    with reading(engine) as connection:
        phones = bulk.read(connection, select(tables.contact.c.value))["value"].to_list()
    assert "+79165550101" not in phones
    assert len(findings_of(engine, "KNW101")) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rules.TEL102]\non = maybe\n", "line 2"),
        ('[[own]]\ncode = "OWN201"\nfield = "ro_no"\nsay = "x"\npattern = "("\n', "line 5"),
    ],
)
def test_a_wrong_rule_file_changes_nothing(engine, text, told):
    before = dealer.exported(engine)

    for change in (lambda: put_in_force(engine, text, by="Ольга"), lambda: back_test(engine, text)):
        with pytest.raises(KnownError, match=told):
            change()

    with reading(engine) as connection:
        assert rule_books.current(connection) == ""
        assert book(connection).own == ()
    assert dealer.exported(engine) == before


def test_the_last_of_several_rule_files_is_in_force(base_url, opened):
    engine = opened(base_url)

    put_in_force(engine, NO_CALLS, by="Ольга")
    put_in_force(engine, "[rules.TEL102]\non = false\n", by="Пётр")

    with reading(engine) as connection:
        assert book(connection).off == {"TEL102"}
