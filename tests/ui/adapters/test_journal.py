from datetime import datetime

import pytest

from tests.ui.fakes.background import Quiet
from ui.adapters import actions
from ui.adapters.check import BaseCheck
from ui.adapters.journal import BaseJournal
from ui.pages.check.ports import FindingQuery
from ui.pages.journal.ports import JournalQuery
from ui.paging import Sort
from workflow import review
from workflow.export import export

ID, AT, BY, WHAT, ABOUT, DECISION, STATE = range(7)


@pytest.fixture
def port(engine):
    return BaseJournal(engine, "Ирина")


@pytest.fixture
def waived(engine):
    """Let a test card in; the number of its card."""
    check = BaseCheck(engine, "Ольга")
    row = check.findings(FindingQuery(code="CLI103")).fetch(0, 1, None)[0]
    check.waive([row[0]], Quiet())
    return 4


def listed(port, query=None, sort=None):
    source = port.entries(query or JournalQuery())
    rows = source.fetch(0, 100, sort)
    assert source.count() == len(rows)
    return rows


def test_entries_come_latest_first_in_words(port, waived):
    rows = listed(port)
    assert [row[WHAT] for row in rows] == [
        "Let values in as they are",
        "Searched for the same clients",
        "Loaded a file",
        "Loaded a file",
    ]
    assert rows[0][ABOUT] == f"Card {waived} · CLI103"
    assert [row[ABOUT] for row in rows[2:]] == [
        "service.csv · 8 rows new",
        "sales.csv · 5 rows new",
    ]
    assert all(isinstance(row[AT], datetime) and row[AT].tzinfo for row in rows)
    assert [row[STATE] for row in rows] == ["stands", "", "", ""]
    assert {row[BY] for row in rows} == {"Ольга"}


def test_no_entry_names_a_client(port, engine, waived, tmp_path):
    review.approve(engine, at=0.5, by="Ольга")
    export(engine, tmp_path, by="Ольга")
    said = " ".join(f"{row[WHAT]} {row[ABOUT]}" for row in listed(port))
    assert "files" in said
    for name in ("Соколов", "Громов", "Тест", "9165550101"):
        assert name not in said


def test_a_decision_is_taken_back_and_that_too(port, waived):
    decision = listed(port)[0][DECISION]
    assert port.consequence(decision).startswith("Let values in as they are: Card 4 · CLI103. ")
    assert port.undo(decision, Quiet()).accepted
    rows = listed(port)
    assert (rows[0][WHAT], rows[0][STATE], rows[1][STATE]) == (
        "Took a decision back",
        "stands",
        "undone",
    )
    assert rows[0][ABOUT] == "Let values in as they are: Card 4 · CLI103"
    assert port.undo(rows[0][DECISION], Quiet()).accepted
    assert [row[STATE] for row in listed(port)[:3]] == ["stands", "undone", "stands"]


def test_who_took_it_back_first_is_told(port, engine, waived):
    decision = listed(port)[0][DECISION]
    BaseJournal(engine, "Ольга").undo(decision, Quiet())
    told = port.undo(decision, Quiet())
    assert (told.accepted, told.by) == (False, "Ольга")
    assert told.at is not None and told.why


def test_a_decision_that_never_was_is_told(port):
    told = port.undo("no-such", Quiet())
    assert not told.accepted and "no-such" in told.why and told.by == ""
    assert port.consequence("no-such") == ""


def test_only_what_can_be_taken_back_is_listed_on_demand(port, waived):
    rows = listed(port, JournalQuery(undoable=True))
    assert [(row[WHAT], row[STATE]) for row in rows] == [("Let values in as they are", "stands")]
    port.undo(rows[0][DECISION], Quiet())
    assert [row[WHAT] for row in listed(port, JournalQuery(undoable=True))] == [
        "Took a decision back"
    ]


def test_a_text_finds_who_and_what(port, waived):
    assert len(listed(port, JournalQuery(text="ольга"))) == 4
    assert [row[WHAT] for row in listed(port, JournalQuery(text="loaded"))] == ["Loaded a file"] * 2
    assert listed(port, JournalQuery(text="Пётр")) == []
    assert len(listed(port, JournalQuery(text="let values", undoable=True))) == 1


def test_entries_sort_by_time_and_by_name(port, waived):
    port.undo(listed(port)[0][DECISION], Quiet())
    by_time = listed(port, sort=Sort("at"))
    assert [row[ID] for row in by_time] == [1, 2, 3, 4, 5]
    assert listed(port, sort=Sort("by"))[0][BY] == "Ирина"


@pytest.mark.parametrize(
    ("action", "details", "said"),
    [
        ("bulk", {"at": 0.99, "pairs": 615}, "615 pairs at 99% or more"),
        ("propose", {"candidates": 1, "groups": 1}, "1 candidate · 1 group"),
        ("export", {"files": ["a.csv", "b.csv"]}, "2 files"),
        ("check", {"block": 1, "warn": 3, "info": 9}, "1 blocked · 3 warnings"),
        ("judge", {"cards": [3, 7], "verdict": "same"}, "Cards 3, 7"),
        ("accept", {"cards": [*range(6)], "codes": ["A"]}, "Cards 0, 1, 2, 3, 4, 5 · A"),
        ("accept", {"cards": [*range(9)]}, "Cards 0, 1, 2, 3, 4, 5 and 3 more"),
        ("waive", {"cards": [1], "codes": [*"ABCDEFGH"]}, "Card 1 · A, B, C, D, E, F and 2 more"),
        ("golden", {"card": 12, "field": "inn"}, "Card 12 · ИНН"),
        ("something", {}, ""),
    ],
)
def test_every_action_says_what_it_was_about(action, details, said):
    assert actions.about(action, details) == said


def test_a_judgement_says_its_verdict():
    assert actions.done("judge", {"verdict": "different"}) == "Said: different clients"
    assert actions.done("something", {}) == "something"
