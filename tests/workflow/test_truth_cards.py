import polars as pl
import pytest

from db.errors import KnownError
from workflow.truth_cards import found
from workflow.truth_file import Named

CARDS = pl.DataFrame(
    [(1, "sales", "101"), (2, "sales", "102"), (3, "service", "7")],
    schema=["card", "source", "source_key"],
    orient="row",
)
SOURCES = {"sales": "sales", "service": "service"}


def located(people, sources=SOURCES, apart=None):
    return found(Named(people, apart), CARDS, sources, "truth.csv")


def test_cards_are_found_by_their_source_and_id():
    truth, coverage = located({("sales", "101"): 5, ("service", "7"): 5})

    assert truth.people.rows() == [(1, 5), (3, 5)]
    assert (coverage.named, coverage.found, coverage.strangers) == (2, 2, 1)


def test_cards_that_the_base_does_not_have_are_counted():
    _, coverage = located({("sales", "101"): 5, ("sales", "999"): 5})

    assert (coverage.named, coverage.found, coverage.strangers) == (2, 1, 2)


def test_a_source_is_known_in_any_letters_and_by_its_kind():
    truth, _ = located({("Продажи", "101"): 5, ("SERVICE", "7"): 6})

    assert truth.people.rows() == [(1, 5), (3, 6)]


def test_a_source_that_the_base_does_not_have_is_told_with_those_it_has():
    with pytest.raises(KnownError, match=r"names the source “garage”; this base has: sales, serv"):
        located({("garage", "101"): 5})


def test_a_kind_of_two_sources_names_neither():
    with pytest.raises(KnownError, match="продажи"):
        located({("продажи", "101"): 5}, {"sales": "sales", "north": "sales"})


def test_a_file_without_any_card_of_the_base_is_told():
    with pytest.raises(KnownError, match=r"None of the 1 cards in “truth.csv” is in this base"):
        located({("sales", "999"): 5})


def test_pairs_said_apart_come_along():
    truth, coverage = located({("sales", "101"): 5, ("sales", "102"): 6}, apart=frozenset({(5, 6)}))

    assert truth.apart.rows() == [(5, 6)]
    assert not coverage.whole
