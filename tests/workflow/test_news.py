"""A search for what is new ends, to the bit, where a search of everything would end."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from db import bulk, findings, tables
from db.base import open_base
from db.engine import Engine, reading
from tests.workflow import dealer
from workflow import check, news, review
from workflow.entry_check import examined
from workflow.entry_form import Draft
from workflow.entry_save import save
from workflow.propose import Proposed, propose
from workflow.verify import verify

NAMES = (
    "Шапшин Пётр Ильич",
    "Шапшина Анна Ильинична",
    "Shapshin Petr Ilich",
    "Шепшин Пётр Ильич",
    "Шапшин П.И.",
    "Орлова Анна Львовна",
    "Орлов Лев Петрович",
    "Гусева Инна Львовна",
    "ООО «Ромашка-Транс»",
    "ООО «Ромашка»",
)
PHONES = ("89161234567", "89161234568", "89031112233", "84951230303", "")
CARS = (
    "Kia Rio;Z94CB41AAER123456",
    "Hyundai Solaris;Z94CT41DBFR234567",
    "Lada Largus;XTAKS045LE0345678",
    ";",
)
DAYS = ("05.06.2014", "11.02.2015", "20.08.2016", "03.03.2019")

people = st.tuples(st.sampled_from(NAMES), st.sampled_from(PHONES))
visits = st.tuples(st.sampled_from(CARS), st.sampled_from(DAYS))


def sold(number: int, person: tuple[str, str], visit: tuple[str, str], born: str = "") -> str:
    """A row of the sales file."""
    return f"{number};{person[0]};{person[1]};{born};{visit[0]};;{visit[1]};А-{number}"


def serviced(number: int, person: tuple[str, str], visit: tuple[str, str]) -> str:
    """A row of the service file."""
    return f"{number};{person[0]};{person[1]};{visit[0]};;;{visit[1]};ЗН-{number}"


def town(folder: Path, engine: Engine) -> None:
    """Load some forty clients of both files."""
    sales = [
        sold(n, (NAMES[n % 10], PHONES[n % 5]), (CARS[n % 4], DAYS[n % 3]), "12.03.1979")
        for n in range(101, 121)
    ]
    service = [
        serviced(n, (NAMES[n * 3 % 10], PHONES[n * 2 % 5]), (CARS[n * 5 % 4], DAYS[n % 4]))
        for n in range(1, 21)
    ]
    dealer.load_text(engine, folder, "sales", sales)
    dealer.load_text(engine, folder, "service", service)


def searched(engine: Engine) -> Proposed:
    """What a search finds, which must be what a search of everything finds."""
    found = propose(engine, by="Ольга")
    verified = verify(engine)
    assert not verified.stale
    assert verified.faults == ()
    return found


def candidates(engine: Engine) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        return bulk.read(connection, select(tables.candidate)).sort("left", "right").rows()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is new, everything is searched anew only where it is asked for."""
    monkeypatch.setattr(news, "LARGE_SHARE", 1e6)


@pytest.mark.usefixtures("patient")
def test_new_rows_changed_cards_and_judgements(empty, tmp_path):
    town(tmp_path, empty)
    assert propose(empty, by="Ольга").news is None
    before = candidates(empty)
    rows = [
        serviced(30, ("Шапшин Пётр Ильич", "89161234567"), (CARS[0], DAYS[3])),
        serviced(3, ("Шапшина Анна Ильинична", "89031112233"), (CARS[2], DAYS[3])),
    ]
    dealer.load_text(empty, tmp_path, "service", rows, name="more.csv")
    assert searched(empty).news == 2
    review.approve(empty, at=0.9, by="Ирина")
    review.judge(empty, review.Verdict(((1,), (2, 4))), by="Ирина")
    dealer.load_text(
        empty,
        tmp_path,
        "sales",
        [sold(130, ("Шапшин Пётр", "89161234567"), (CARS[0], DAYS[2]))],
        name="m.csv",
    )

    assert searched(empty).news == 1
    assert len(candidates(empty)) > len(before) > 0


@pytest.mark.usefixtures("patient")
def test_nothing_new_changes_nothing(engine):
    before = candidates(engine)

    found = propose(engine, by="Ольга")

    assert (found.news, found.candidates) == (0, len(before))
    assert candidates(engine) == before


@pytest.mark.usefixtures("patient")
def test_what_people_decided_is_not_asked_again(engine, tmp_path):
    review.approve(engine, at=0.5, by="Ирина")
    decided = {row[:2]: row[-1] for row in candidates(engine)}

    dealer.load_text(
        engine, tmp_path, "service", ["30;Соколов Андрей;89165550101;;;;;03.03.2019;ЗН-30"]
    )
    assert searched(engine).news == 1

    after = {row[:2]: row[-1] for row in candidates(engine)}
    assert {pair: after[pair] for pair in decided} == decided
    assert "open" in {state for pair, state in after.items() if pair not in decided}


def test_where_much_is_new_everything_is_searched(engine, tmp_path):
    rows = [serviced(number, (NAMES[number % 10], ""), (CARS[3], "")) for number in range(40, 60)]
    dealer.load_text(engine, tmp_path, "service", rows)

    assert propose(engine, by="Ольга").news is None


@pytest.mark.parametrize("how", [{"everything": True}, {"threshold": 0.7}])
@pytest.mark.usefixtures("patient")
def test_everything_is_searched_where_it_must_be(engine, how):
    assert propose(engine, by="Ольга", **how).news is None


@pytest.mark.usefixtures("patient")
def test_what_another_version_kept_is_not_read(engine, monkeypatch):
    monkeypatch.setattr("workflow.kept.seal", lambda: "another version")

    assert propose(engine, by="Ольга").news is None


class Office(RuleBasedStateMachine):
    """People who load, correct, enter, judge, approve and take back between searches."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.engine = open_base(str(self.folder / "base.sverka"), create=True)
        self.share, news.LARGE_SHARE = news.LARGE_SHARE, 1e6
        self.loads = 0
        self.decisions: list[str] = []

    @initialize()
    def begin(self):
        town(self.folder, self.engine)
        assert propose(self.engine, by="Ольга").news is None

    @rule(
        rows=st.lists(
            st.tuples(st.booleans(), st.integers(1, 40), people, visits), min_size=1, max_size=4
        )
    )
    def load(self, rows):
        self.loads += 1
        for kind, of, line in (("sales", True, sold), ("service", False, serviced)):
            mine = [line(number, who, visit) for sale, number, who, visit in rows if sale is of]
            if mine:
                name = f"{kind}{self.loads}.csv"
                dealer.load_text(self.engine, self.folder, kind, mine, name=name)

    @rule(data=st.data())
    def waive_or_edit(self, data):
        with reading(self.engine) as connection:
            found = findings.page(connection, state="open", limit=50)
        if not found:
            return
        one = data.draw(st.sampled_from(found))
        key = (one.row_id, one.position)
        if data.draw(st.booleans()):
            done = check.waive(self.engine, [key], by="Ольга")
        else:
            done = check.edit(self.engine, key, data.draw(st.sampled_from(NAMES)), by="Ольга")
        self.decisions.append(done.decision_id)

    @rule(person=people, apart=st.integers(0, 40))
    def enter(self, person, apart):
        texts = {"full_name": person[0], "phone": person[1], "vin": "Z94CB41AAER123456"}
        draft = Draft(texts, apart=frozenset({apart} if apart else ()))
        if not any(one.blocks for one in examined(draft)):
            self.decisions.append(save(self.engine, draft, by="Ирина").decision_id)

    @rule(
        chosen=st.lists(st.integers(1, 40), min_size=2, max_size=3, unique=True),
        apart=st.booleans(),
        between=st.sampled_from(["different", "unsure"]),
    )
    def judge(self, chosen, apart, between):
        parts = tuple((card,) for card in chosen) if apart else (tuple(chosen),)
        verdict = review.Verdict(parts, between=between)
        self.decisions.append(review.judge(self.engine, verdict, by="Ольга").decision_id)

    @rule(at=st.sampled_from([0.5, 0.9, 0.999]))
    def approve(self, at):
        done = review.approve(self.engine, at=at, by="Ирина")
        if done.decision_id:
            self.decisions.append(done.decision_id)

    @precondition(lambda self: self.decisions)
    @rule(data=st.data())
    def take_back(self, data):
        decision = data.draw(st.sampled_from(self.decisions))
        self.decisions.remove(decision)
        self.decisions.append(review.undo(self.engine, decision, by="Ольга").decision_id)

    @rule()
    def search(self):
        assert searched(self.engine).news is not None

    def teardown(self):
        if hasattr(self, "engine"):
            assert searched(self.engine).news is not None
        news.LARGE_SHARE = self.share
        self.engine.dispose()
        shutil.rmtree(self.folder)


TestOffice = Office.TestCase
TestOffice.settings = settings(
    max_examples=8,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
