import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.excel import Whole, unfloat, without_tails


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("89162346578.0", "89162346578"),
        ("89162346578,00", "89162346578"),
        ("8.9162346578E10", "89162346578"),
        ("8,9162346578E+10", "89162346578"),
        ("9.16234657e+09", "9162346570"),
        ("1.5E+04", "15000"),
    ],
)
def test_reads_the_whole_number_behind_a_float(text, digits):
    assert unfloat(text) == Whole(digits, rounded=False)


def test_a_number_with_digits_rounded_away_says_so():
    assert unfloat("8.916E+10") == Whole("89160000000", rounded=True)


@pytest.mark.parametrize(
    "text", ["", "15000", "15.5", "1.25E+00", "8 916", "abc", "8.9E", "E10", "1.5E-04"]
)
def test_anything_else_is_no_float(text):
    assert unfloat(text) is None


@given(st.integers(10, 10**15))
def test_gives_back_what_a_spreadsheet_wrote(number):
    assert unfloat(f"{float(number):.1f}") == Whole(str(number), rounded=False)


@given(st.text(max_size=20))
def test_never_raises(text):
    found = unfloat(text)

    assert found is None or found.digits.isdecimal()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("7707083893.0/773601001.0", "7707083893/773601001"), ("125.0 км", "125.0 км"),
        ("79161234567,0; мама", "79161234567; мама"), ("7707083893.05", "7707083893.05"),
    ],
)  # fmt: skip
def test_takes_the_zero_of_a_float_off_every_long_number(text, whole):
    assert without_tails(text) == whole
