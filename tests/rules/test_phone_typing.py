import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phone_typing import typed

signs = st.text("+0123456789 ()-.–доб,abc", max_size=24)


def significant(text):
    return re.findall(r"[+\d]", text, re.ASCII)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+79161234567", "+7 916 123-45-67"),
        ("89161234567", "8 916 123-45-67"),
        ("+375291234567", "+375 29 123-45-67"),
        ("", ""),
        ("+7 916 123-45-67 доб. 12", "+7 916 123-45-67 доб. 12"),
        ("89161234567, 89161234568", "89161234567, 89161234568"),
    ],
)
def test_one_number_is_put_into_groups_and_nothing_else(text, shown):
    assert typed(text, len(text)).text == shown


def test_digits_typed_one_by_one_come_out_as_the_whole_number():
    text = ""
    for digit in "+79161234567":
        found = typed(text + digit, len(text) + 1)
        assert found.cursor == len(found.text)
        text = found.text

    assert text == "+7 916 123-45-67"


def test_a_digit_put_into_the_middle_leaves_the_cursor_behind_it():
    found = typed("+7 916 9123-45-6", 8)

    assert found.text[: found.cursor].replace(" ", "") == "+79169"


@given(signs, st.integers(0, 24))
def test_no_digit_is_lost_and_the_cursor_stays_behind_the_same_digit(text, place):
    cursor = min(place, len(text))
    found = typed(text, cursor)

    assert significant(found.text) == significant(text)
    assert 0 <= found.cursor <= len(found.text)
    before = len(significant(text[:cursor]))
    assert len(significant(found.text[: found.cursor])) == before


@given(signs)
def test_what_is_grouped_stays_so(text):
    once = typed(text, len(text)).text

    assert typed(once, len(once)).text == once
