"""A name that needs no cleaning is read as if it were taken apart like any other text."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import client, name_reading, name_text
from rules.client import ClientName
from rules.finding import Normal
from rules.name_plain import plain_words

_WORDS = (
    *("Орлова", "ОРЛОВ", "орлов", "Анна", "Андреевна", "Ли", "Пак", "Саша", "Римский-Корсаков"),
    *("тест", "ООО", "ИП", "оглы", "Ал", "да", "Склад"),
    *("Светална", "Сбиннн", "ЖИЗНЕВСКЪ", "паволван", "Ив", "Вк", "Детский", "сад", "Демо"),
)
_INITIALS = st.sampled_from("АБГИМНЮЯ").map("{}.".format)
_PARTS = st.lists(st.one_of(st.sampled_from(_WORDS), _INITIALS), min_size=1, max_size=4)


@given(_PARTS, st.sampled_from((" ", "", "  ")))
def test_a_plain_name_is_what_the_long_way_gives(parts: list[str], apart: str) -> None:
    text = apart.join(parts) if all(part.endswith(".") for part in parts) else " ".join(parts)
    if not any(len(word) > 2 for word in plain_words(text)[0]):
        return  # initials alone are a name only where they stand together

    assert client.normalise(text) == _the_long_way(text)


@given(_PARTS)
def test_a_plain_name_beside_something_else_is_what_the_long_way_gives(parts: list[str]) -> None:
    text = "  ".join(parts) + " (жена)"

    assert client.normalise(text) == _the_long_way(text)


@pytest.mark.parametrize("text", ["детский сад Орлова", "Орлова Светална Вк", "Сбиннн Паволван"])
def test_unknown_words_that_may_be_something_else_are_not_plain(text: str) -> None:
    assert plain_words(text) == ([], [])


def _the_long_way(text: str) -> Normal[ClientName]:
    with (
        patch.object(name_reading, "plain_words", return_value=([], [])),
        patch.object(name_text, "plain_words", return_value=([], [])),
    ):
        return client._unless_junk(text, client._read(text))


@pytest.mark.parametrize("text", ["Орлов И. И.", "И. И. Орлов", "ОРЛОВА А. М.", "Орлов И.И."])
def test_initials_with_a_space_between_them_are_plain(text: str) -> None:
    assert len(plain_words(text)[1]) == 3


@pytest.mark.parametrize("text", ["А. А.", "Орлов И. Анна", "Андреевна Г. Н.", "Орлов И.  И."])
def test_initials_that_may_be_something_else_are_not(text: str) -> None:
    assert plain_words(text) == ([], [])
