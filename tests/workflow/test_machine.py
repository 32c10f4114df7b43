"""Whatever people do in whatever order, the base keeps its promises."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from db import clients, exports, findings
from db.base import open_base
from db.engine import reading
from tests.workflow import dealer
from workflow import check, review
from workflow.entry_check import examined
from workflow.entry_form import Draft
from workflow.entry_open import opened
from workflow.entry_save import save
from workflow.propose import propose
from workflow.verify import verify

NEW_ROWS = (
    "14;Орлова Анна Львовна;89165557070;;;;;03.03.2019;ЗН-20",
    "7;Соколов А.В.;89165550101;Киа Рио;Z94CB41AAER123456;А123ВС77;45100;01.07.2017;ЗН-21",
    "12;Лебедев Игорь Ильич;89165558080;;;;;04.04.2019;ЗН-22",
)
cards = st.lists(st.integers(1, 11), min_size=2, max_size=4, unique=True)


class Office(RuleBasedStateMachine):
    """People who load, check, judge, approve and take back, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.engine = open_base(str(self.folder / "base.sverka"), create=True)
        self.rows = 0
        self.undoable: list[tuple[str, dict[str, str]]] = []
        self.loads = 0
        self.entered: list[str] = []

    @initialize()
    def load_both_files(self):
        dealer.load_both(self.engine, self.folder)
        self.rows = len(dealer.SALES) + len(dealer.SERVICE)

    @precondition(lambda self: self.loads < len(NEW_ROWS))
    @rule()
    def load_more(self):
        rows = [*dealer.SERVICE, NEW_ROWS[self.loads]]
        loaded = dealer.load_text(
            self.engine, self.folder, "service", rows, name=f"{self.loads}.csv"
        )
        assert loaded.new == 1
        self.rows += 1
        self.loads += 1
        self.undoable.clear()

    @rule()
    def load_the_same_again(self):
        before = dealer.exported(self.engine)
        dealer.load_both(self.engine, self.folder)
        assert dealer.exported(self.engine) == before

    @rule()
    def search(self):
        propose(self.engine, by="Ольга")
        self.undoable.clear()

    @rule()
    def check_anew(self):
        before = dealer.exported(self.engine)
        check.check(self.engine, by="Ольга", every=True)
        assert dealer.exported(self.engine) == before

    @rule(chosen=cards, apart=st.booleans())
    def judge(self, chosen, apart):
        parts = tuple((card,) for card in chosen) if apart else (tuple(chosen),)
        before = dealer.exported(self.engine)
        done = review.judge(self.engine, review.Verdict(parts), by="Ольга")
        self.undoable.append((done.decision_id, before))

    @rule(at=st.sampled_from([0.5, 0.9, 0.999]))
    def approve(self, at):
        before = dealer.exported(self.engine)
        done = review.approve(self.engine, at=at, by="Ирина")
        if done.decision_id:
            self.undoable.append((done.decision_id, before))

    @rule(data=st.data())
    def waive_or_edit(self, data):
        with reading(self.engine) as connection:
            found = findings.page(connection, state="open", limit=50)
        if not found:
            return
        one = data.draw(st.sampled_from(found))
        before = dealer.exported(self.engine)
        key = (one.row_id, one.position)
        if data.draw(st.booleans()):
            done = check.waive(self.engine, [key], by="Ольга")
        else:
            done = check.edit(self.engine, key, "Иванова Ольга Петровна", by="Ольга")
        self.undoable.append((done.decision_id, before))

    @rule(name=st.sampled_from(["Орлова Анна", "Соколов Андрей Викторович"]), apart=st.booleans())
    def enter(self, name, apart):
        draft = Draft(
            {"full_name": name, "phone": "+7 916 555-01-01", "vin": "Z94CB41AAER123456"},
            apart=frozenset({1}) if apart else frozenset(),
        )
        self.entered.append(save(self.engine, draft, by="Ирина").decision_id)
        self.rows += 1
        self.undoable.clear()

    @rule(card=st.integers(1, 14), birth_date=st.sampled_from(["01.02.1980", "03.04.1990"]))
    def edit_a_client(self, card, birth_date):
        with reading(self.engine) as connection:
            client = clients.client_of(connection, card)
            if not client:
                return
            draft = opened(connection, client)
        draft = replace(draft, texts={**draft.texts, "birth_date": birth_date})
        if not any(one.blocks for one in examined(draft)):
            self.entered.append(save(self.engine, draft, by="Ирина").decision_id)
            self.rows += 1
            self.undoable.clear()

    @precondition(lambda self: self.entered)
    @rule(data=st.data())
    def take_an_entry_back(self, data):
        decision_id = data.draw(st.sampled_from(self.entered))
        self.entered.remove(decision_id)
        review.undo(self.engine, decision_id, by="Ольга")
        self.undoable.clear()

    @precondition(lambda self: self.undoable)
    @rule()
    def take_the_last_one_back(self):
        decision_id, before = self.undoable.pop()
        review.undo(self.engine, decision_id, by="Ольга")
        assert dealer.exported(self.engine) == before

    @precondition(lambda self: len(self.undoable) > 1)
    @rule(data=st.data())
    def take_an_older_one_back(self, data):
        decision_id, _ = data.draw(st.sampled_from(self.undoable))
        review.undo(self.engine, decision_id, by="Ирина")
        self.undoable.clear()

    @invariant()
    def every_row_is_in_exactly_one_state(self):
        with reading(self.engine) as connection:
            states = exports.rows_by_state(connection)
            links = exports.links(connection)
        assert sum(states.values()) == links.height == self.rows
        assert links.select("source", "load", "row").is_unique().all()

    @invariant()
    def no_client_is_an_alias_of_another(self):
        with reading(self.engine) as connection:
            clients = set(exports.clients(connection)["client_id"])
            linked = set(exports.links(connection)["client_id"]) - {""}
        assert clients == linked

    def teardown(self):
        assert verify(self.engine).faults == ()
        self.engine.dispose()
        shutil.rmtree(self.folder)


TestOffice = Office.TestCase
TestOffice.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
