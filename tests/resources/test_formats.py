from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import formats, texts


def test_english_numbers_and_dates():
    assert formats.number(1234567) == "1,234,567"
    assert formats.decimal(1234.5, 2) == "1,234.50"
    assert formats.rounded(1234.5, 2) == "1,234.5"
    assert formats.day(date(2026, 3, 5)) == "2026-03-05"
    assert formats.day(None) == ""


def test_russian_numbers_dates_and_percent():
    texts.use("ru")
    assert formats.number(1234567) == "1\u202f234\u202f567"
    assert formats.decimal(1234.5, 2) == "1\u202f234,50"
    assert formats.day(date(2026, 3, 5)) == "05.03.2026"
    assert formats.percent(0.968) == "96,8\u202f%"


@pytest.mark.parametrize(
    ("share", "text"), [(1.0, "100%"), (0.9999, "99.9%"), (0.95, "95%"), (0.0, "0%")]
)
def test_a_percentage_never_promises_more_than_it_holds(share, text):
    assert formats.percent(share) == text


@given(st.floats(0, 1, exclude_max=True))
def test_nothing_below_one_is_shown_as_100_percent(share):
    assert formats.percent(share) != "100%"
    assert not formats.share(share).startswith("100")


@pytest.mark.parametrize(
    ("value", "text"),
    [(2 / 3, "66.7"), (0, "0"), (1, "100"), (0.77, "77.0"), (0.0001, "<0.1"), (1.5, "150.0")],
)
def test_a_share_is_rounded_and_says_nought_and_a_hundred_of_nothing_else(value, text):
    assert formats.share(value) == text


@pytest.mark.parametrize(("value", "text"), [(-1234, "\u22121,234"), (-0.4, "0"), (0.5, "0")])
def test_a_minus_is_a_minus_and_nought_has_none(value, text):
    assert formats.rounded(value, 0) == text


def test_rounded_hundredths_have_their_sign():
    assert formats.hundredths(0.6667) == "66.7%"
    texts.use("ru")
    assert formats.hundredths(0.6667) == "66,7\u202f%"
