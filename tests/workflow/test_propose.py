import pytest

from db import exports, tables
from db import queue as base
from db.engine import reading, writing
from db.errors import KnownError
from matching.core.results import TooManyPairsError
from tests.workflow import dealer
from workflow import propose as proposing
from workflow import queue
from workflow.group_ties import group_ties
from workflow.progress import Cancelled, Silent
from workflow.propose import propose


def test_candidates_are_kept_from_the_threshold_on(engine):
    loose = propose(engine, by="Ольга", threshold=0.01)
    strict = propose(engine, by="Ольга", threshold=0.99)

    assert loose.candidates >= 3 > strict.candidates


def test_searching_twice_gives_the_same(engine):
    before = dealer.exported(engine)

    propose(engine, by="Ольга")

    assert dealer.exported(engine) == before


def test_a_cancelled_search_leaves_the_candidates_as_they_were(engine):
    before = dealer.exported(engine)

    with pytest.raises(Cancelled):
        propose(engine, by="Ольга", threshold=0.9, progress=dealer.Impatient())

    assert dealer.exported(engine) == before


class Late(Silent):
    """A user who cancels after so many reports."""

    def __init__(self, reports: int) -> None:
        self.reports = reports

    def report(self, done: int, total: int) -> None:
        self.reports -= 1
        if self.reports < 0:
            raise Cancelled


def test_a_search_that_is_cancelled_at_the_very_end_leaves_all_as_it_was(engine):
    most = 1_000_000
    patient = Late(most)
    propose(engine, by="Ольга", everything=True, progress=patient)
    propose(engine, by="Ольга", threshold=0.9)
    before = dealer.exported(engine)

    with pytest.raises(Cancelled):
        propose(engine, by="Ольга", progress=Late(most - patient.reports - 1))

    assert dealer.exported(engine) == before


def test_too_many_pairs_are_told_in_one_sentence(engine, monkeypatch):
    def refuse(*_arguments, **_options):
        raise TooManyPairsError(9, 5, "phone")

    monkeypatch.setattr(proposing, "match", refuse)

    with pytest.raises(KnownError):
        propose(engine, by="Ольга", everything=True)


def test_a_card_in_quarantine_is_no_candidate(engine):
    candidates = dealer.exported(engine)["candidates"]

    assert "sales,104" not in candidates
    assert "service,13" not in candidates


def test_a_pair_that_other_cards_make_unlikely_is_kept_and_asked_of_nobody(engine):
    """What it says by itself is needed when the group is weighed again."""
    with writing(engine) as connection:
        before = base.candidates(connection, None)
        left, right = before.row(0)[:2]
        pair = tables.candidate.c
        here = (pair.left == left) & (pair.right == right)
        connection.execute(tables.candidate.update().where(here).values(probability=0.01))
        queue.refresh(connection, None)

    with reading(engine) as connection:
        states = base.candidates(connection, None)["state"].to_list()
        asked = exports.candidates(connection)["state"].to_list()
        groups = [one.group for one in group_ties(connection)]
    assert states == ["unlikely"] + ["open"] * (before.height - 1)
    assert asked == ["open"] * (before.height - 1)
    assert len(groups) == before["group_id"].n_unique() - 1
