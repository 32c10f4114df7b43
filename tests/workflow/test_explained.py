import pytest

from db.engine import reading
from db.errors import KnownError
from tests.workflow import dealer
from workflow.explained import card_named, explain
from workflow.review import Verdict, judge


def explained(engine, left, right):
    with reading(engine) as connection:
        return explain(connection, card_named(connection, left), card_named(connection, right))


def test_a_candidate_is_explained_field_by_field(engine):
    found = explained(engine, "sales:101", "service:7")

    assert found.outcome == "Proposed; nobody has decided yet."
    assert found.probability > 0.9
    shown = {one.title: (one.left, one.right) for one in found.compared}
    assert shown["Client's name"] == ("Соколов Андрей Викторович",) * 2
    assert shown["Phone"] == ("+79165550101",) * 2
    weights = sum(one.weight for one in found.compared)
    assert found.total == pytest.approx(found.starting + found.rarity + weights)


def test_a_pair_that_was_decided_says_so(engine):
    judge(engine, Verdict(((1, 6),)), by="Ольга")

    assert explained(engine, "sales:101", "service:7").outcome.endswith("one client.")


def test_a_pair_that_contradicts_says_what_rules_it_out(engine):
    found = explained(engine, "sales:101", "sales:102")

    assert found.outcome == (
        "Not proposed: what differs rules one client out "
        "(Birth date, First name, Patronymic, Gender)."
    )
    assert found.probability == 0


def test_a_pair_that_shares_nothing_was_never_compared(engine):
    found = explained(engine, "sales:105", "service:8")

    assert found.keys == ()
    assert found.outcome.startswith("Not proposed: ")


def test_a_card_in_quarantine_is_compared_with_nothing(engine):
    found = explained(engine, "sales:101", "sales:104")

    assert "sales:104" in found.outcome
    assert found.probability is None


def test_a_person_and_a_company_are_not_compared(engine):
    assert explained(engine, "sales:101", "sales:103").probability is None


@pytest.mark.parametrize("name", ["sales:999", "nowhere:1", "101", ""])
def test_an_unknown_card_is_named(engine, name):
    with pytest.raises(KnownError, match="There is no card"):
        explained(engine, name, "sales:101")


def test_a_card_is_not_explained_against_itself(engine):
    with pytest.raises(KnownError):
        explained(engine, "sales:101", "sales:101")


def test_before_the_first_search_there_is_nothing_to_explain(sqlite_url, opened, tmp_path):
    engine = opened(sqlite_url)
    dealer.load_both(engine, tmp_path)

    with pytest.raises(KnownError, match="search for duplicates first"):
        explained(engine, "sales:101", "service:7")
