import pytest

from db.errors import KnownError
from matching.core.results import TooManyPairsError
from tests.workflow import dealer
from workflow import propose as proposing
from workflow.progress import Cancelled
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
