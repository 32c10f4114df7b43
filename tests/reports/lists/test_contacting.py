import polars as pl
import pytest

from reports.lists.contacting import contactable, named, not_for_contacting
from reports.options import Dimension, Options
from tests.reports.lists.hand_made import book, client

BOOK = book(
    client(1),
    client(2, consent_ads="no"),
    client(3, consent_ads=""),
    client(4, consent_pd="no"),
    client(5, blacklist="yes"),
    client(6, consent_pd="", blacklist="no", kind="company", region="Тула"),
)
SCHEMA = {"client_id": pl.Int32}
ROWS = pl.DataFrame({"client_id": [1, 2, 3, 4, 5, 6, -9]}, schema=SCHEMA)


def contacted(options):
    return contactable(named(ROWS, BOOK, options), options)


def test_only_clients_with_a_proved_consent_may_be_contacted():
    assert contacted(Options()).rows["client_id"].to_list() == [1, 6]


def test_an_unknown_consent_is_let_in_when_asked_for_and_a_refusal_never():
    assert contacted(Options(without_consent=True)).rows["client_id"].to_list() == [1, 3, 6]


def test_the_header_says_which_filter_was_used_and_how_many_it_left_out():
    rule, told = contacted(Options()).filters

    assert "only clients whose consent to advertising is proved" in rule
    assert told == (
        "Clients left out by it: refused – 2, consent not known – 1, on the black list – 1; "
        "cards in quarantine – 1."
    )
    assert "also clients whose consent" in contacted(Options(without_consent=True)).filters[0]


def test_the_clients_left_out_are_figures():
    figures = contacted(Options()).figures

    assert {key: bounds.best for key, bounds in figures.items()} == {
        "left_out.refused": 2,
        "left_out.unknown": 1,
        "left_out.blacklist": 1,
        "left_out.kept_out": 1,
    }


def test_a_client_with_two_rows_is_left_out_once():
    rows = pl.DataFrame({"client_id": [2, 2, 1]}, schema=SCHEMA)

    assert contactable(named(rows, BOOK, Options()), Options()).left_out["refused"] == 1


@pytest.mark.parametrize(
    ("only", "left"),
    [({Dimension.KIND: "company"}, [6]), ({Dimension.REGION: "Тула"}, [6])],
)
def test_a_slice_of_the_clients_limits_the_list(only, left):
    assert contacted(Options(only=only)).rows["client_id"].to_list() == left


def test_the_header_names_the_slice_in_words():
    assert contacted(Options(only={Dimension.KIND: "company"})).filters[0] == (
        "Person or company: company"
    )


def test_a_slice_that_the_rows_cannot_tell_is_named_in_the_header():
    chosen = contacted(Options(only={Dimension.MODEL: "Kia Rio"}))

    assert chosen.rows.height == 2
    assert chosen.filters[0] == "“Model” does not limit this list."


def test_a_list_not_for_contacting_holds_everybody_and_says_why():
    chosen = not_for_contacting(ROWS, BOOK, Options())

    assert chosen.rows["client_id"].to_list() == [1, 2, 3, 4, 5, 6, -9]
    assert chosen.filters[-1].startswith("Not a list for contacting")
