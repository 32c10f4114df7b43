"""How two values of each kind of field agree."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.general.dates import dates_of
from matching.general.kinds import Date, Kind, Likeness, Name, Turned
from matching.general.records import records_of
from matching.general.values import values_of
from matching.general.whole_names import whole_names_of

ZERO, ONE = np.array([0]), np.array([1])
LETTERS = st.text("abcdefgh ", max_size=12)


def levels(kind: Kind, left: str, right: str) -> str:
    """The name of the level of two values of one field."""
    records = records_of(pl.DataFrame({"field": [left, right]}), {"field": kind})
    found = records.compare(ZERO, ONE)["field"]
    return records.columns[0].field.levels(int(found[0])).name


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        (Kind.NAME_PART, "nathan", "nathan", "EQUAL"),
        (Kind.NAME_PART, "nathan", "nathsan", "TYPO"),
        (Kind.NAME_PART, "stan", "stanley", "CLOSE"),
        (Kind.NAME_PART, "nathan", "olga", "DIFFERENT"),
        (Kind.NAME_PART, "nathan", "", "MISSING"),
        (Kind.TEXT, "west norfolk", "west suffolk bay", "PARTLY"),
        (Kind.CATEGORY, "sw1a 1bb", "sw1a 9qz", "PARTLY"),
        (Kind.CATEGORY, "male", "painter", "DIFFERENT"),
        (Kind.IDENTIFIER, "1804974", "1804947", "TYPO"),
        (Kind.CONTACT, "ann@mail.example", "ann@mial.example", "TYPO"),
        (Kind.VEHICLE, "XW8ZZZ5NZFG012345", "XW8222SNZFG012345", "TYPO"),
        (Kind.VEHICLE, "XW8ZZZ5NZFG012345", "XW8ZZZ5NZFG012346", "DIFFERENT"),
        (Kind.DATE, "1980-06-15", "15061980", "DIFFERENT"),
        (Kind.DATE, "1980-06-15", "19800615", "EQUAL"),
        (Kind.DATE, "1980-06-15", "1980-06-16", "TYPO"),
        (Kind.DATE, "1980-06-15", "1980-06-51", "TYPO"),
        (Kind.DATE, "1980-06-12", "1980-12-06", "TYPO"),
        (Kind.DATE, "1980-06-15", "1980-06-30", "TWO_PARTS"),
        (Kind.DATE, "1980-06-15", "1980-11-30", "YEAR"),
        (Kind.DATE, "1980-06-15", "1980", "MISSING"),
        (Kind.FULL_NAME, "henry robinson", "robinson, henry", "EQUAL"),
        (Kind.FULL_NAME, "henry robinson", "sir henry robinson", "CONTAINED"),
        (Kind.FULL_NAME, "robinson", "henry robinson", "WORD"),
        (Kind.FULL_NAME, "henri robinson", "henry robinsn", "CLOSE"),
        (Kind.FULL_NAME, "robinsn", "henry robinson", "CLOSE_WORD"),
        (Kind.FULL_NAME, "ann robinson", "henry robinson", "PARTLY"),
        (Kind.FULL_NAME, "ann robinsn", "henry robinson", "PARTLY_CLOSE"),
        (Kind.FULL_NAME, "ann lea", "henry butler", "DIFFERENT"),
        (Kind.FULL_NAME, ",", "henry butler", "MISSING"),
    ],
)
def test_two_values_agree_so_far(kind: Kind, left: str, right: str, expected: str) -> None:
    assert levels(kind, left, right) == expected


@pytest.mark.parametrize("kind", list(Kind))
@given(left=LETTERS, right=LETTERS)
def test_either_order_of_two_values_gives_one_level(kind: Kind, left: str, right: str) -> None:
    assert levels(kind, left, right) == levels(kind, right, left)


@pytest.mark.parametrize("kind", list(Kind))
@given(text=LETTERS)
def test_a_value_equals_itself_or_is_missing(kind: Kind, text: str) -> None:
    assert levels(kind, text, text) in {"EQUAL", "MISSING"}


def test_parts_of_a_name_that_changed_places_are_turned_back() -> None:
    frame = pl.DataFrame({"first": ["reuben", "edgecombe"], "last": ["edgecombe", "ruben"]})
    records = records_of(frame, dict.fromkeys(frame.columns, Kind.NAME_PART))
    found = records.compare(ZERO, ONE)
    assert found["order"].tolist() == [Turned.SWAPPED]
    assert found["first"].tolist() == [Likeness.TYPO]
    assert found["last"].tolist() == [Likeness.EQUAL]


def test_a_rare_value_is_rarer_than_a_usual_one() -> None:
    column = pl.Series(["smith"] * 50 + ["shapshin"] * 2)
    values = values_of({"last": column}, Kind.NAME_PART)[0]
    left, right = np.array([0, 50]), np.array([1, 51])
    usual, rare = values.rarity(values.compare(left, right), left, right)
    assert rare < usual < 0


def test_only_what_agrees_is_rare() -> None:
    dates = dates_of("born", pl.Series(["1980-06-15", "1980-06-15", "1981-01-01"]))
    left, right = np.array([0, 0]), np.array([1, 2])
    found = dates.compare(left, right)
    assert found.tolist() == [Date.EQUAL, Date.DIFFERENT]
    same, other = dates.rarity(found, left, right)
    assert same < 0 == other


def test_each_shared_word_of_a_name_adds_to_its_rarity() -> None:
    names = whole_names_of("name", pl.Series(["ann lea", "ann lea", "ann bush", "joe orton"]))
    left, right = np.array([0, 0, 0]), np.array([1, 2, 3])
    found = names.compare(left, right)
    assert found.tolist() == [Name.EQUAL, Name.PARTLY, Name.DIFFERENT]
    both, one, none = names.rarity(found, left, right)
    assert both < one < none == 0
