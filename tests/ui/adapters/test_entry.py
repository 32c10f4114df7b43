import pytest

from db import rule_books
from db.engine import writing
from rules.finding import Severity
from tests.ui.adapters.town import ANNA, OLEG
from tests.ui.fakes.background import Quiet
from ui.adapters.entry import BaseEntry
from ui.adapters.journal import BaseJournal
from ui.pages.journal.ports import JournalQuery
from workflow.entry_form import Draft


@pytest.fixture
def engine(town_engine):
    return town_engine


@pytest.fixture
def port(engine):
    return BaseEntry(engine, "Ольга")


def test_a_look_tells_each_field_what_is_wrong_with_it(port):
    looked = port.look(Draft({"full_name": "шапкин олег", "phone": "8 916 555-01", "vin": "Z94"}))

    assert looked.blocks
    assert looked.fields["full_name"].repair == "Шапкин Олег"
    assert looked.fields["phone"].severity is Severity.BLOCK
    assert looked.fields["plate"].said == ()


def test_clients_alike_come_with_what_tells_them_apart(port):
    found = port.alike({"phone": "8 916 555-01-01"}, {OLEG})

    anna = next(one for one in found if one.client_id == ANNA)
    assert OLEG not in {one.client_id for one in found}
    assert (anna.title, anna.why) == ("Шапкина Анна Львовна", "the same phone")
    assert anna.details == "+7 916 555-01-01 · Hyundai Solaris В234ЕК59 · Пермь · 1981-07-30"


def test_a_client_is_opened_changed_and_the_journal_takes_it_back(engine, port):
    draft, title = port.open(OLEG)
    assert title == "Шапкин Олег Игоревич · C0000001"
    texts = {**draft.texts, "birth_date": "12.03.1978"}

    kept = port.save(Draft(texts, OLEG, opened=draft.opened), None)

    assert (kept.client_id, kept.title) == (OLEG, "Шапкин Олег Игоревич")
    assert port.open(OLEG)[0].text("birth_date") == "12.03.1978"
    journal = BaseJournal(engine, "Ольга")
    row = journal.entries(JournalQuery()).fetch(0, 1, None)[0]
    assert row[3] == "Entered a client"
    assert "Шапкин" not in str(row)
    assert journal.undo(row[5], Quiet()).accepted
    assert port.open(OLEG)[0].text("birth_date") == "12.03.1979"


def test_only_those_whom_the_rule_file_names_may_bypass(engine, port):
    assert not port.may_bypass()

    with writing(engine) as connection:
        rule_books.add(connection, '[entry]\nmay_bypass = ["Ольга"]\n', "Ирина")

    assert port.may_bypass()
    assert not BaseEntry(engine, "Ирина").may_bypass()
