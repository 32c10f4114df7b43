"""A name that needs no cleaning is read as if it were taken apart like any other text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import client
from rules.name_plain import plain_words

_WORDS = (
    *("Орлова", "ОРЛОВ", "орлов", "Анна", "Андреевна", "Ли", "Пак", "Саша", "Римский-Корсаков"),
    *("тест", "ООО", "ИП", "оглы", "Ал", "да", "Склад"),
)
_INITIALS = st.sampled_from("АБГИМНЮЯ").map("{}.".format)
_PARTS = st.lists(st.one_of(st.sampled_from(_WORDS), _INITIALS), min_size=1, max_size=4)


@given(_PARTS, st.sampled_from((" ", "", "  ")))
def test_a_plain_name_is_what_the_long_way_gives(parts: list[str], apart: str) -> None:
    text = apart.join(parts) if all(part.endswith(".") for part in parts) else " ".join(parts)
    if not any(len(word) > 2 for word in plain_words(text)[0]):
        return  # initials alone are a name only where they stand together

    assert client.normalise(text) == client._unless_junk(text, client._read(text))


@pytest.mark.parametrize("text", ["Орлов И. И.", "И. И. Орлов", "ОРЛОВА А. М.", "Орлов И.И."])
def test_initials_with_a_space_between_them_are_plain(text: str) -> None:
    assert len(plain_words(text)[1]) == 3


@pytest.mark.parametrize("text", ["А. А.", "Орлов И. Анна", "Андреевна Г. Н.", "Орлов И.  И."])
def test_initials_that_may_be_something_else_are_not(text: str) -> None:
    assert plain_words(text) == ([], [])
