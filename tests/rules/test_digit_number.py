import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.digit_number import DigitNumber, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ОГРН 123 456", DigitNumber("123456")),
        ("огрн: 123-456", DigitNumber("123456")),
        ("12З4О", DigitNumber("12340", lettered=True)),
        ("123.0", DigitNumber("123", floated=True)),
        ("1.2E+10", DigitNumber("12000000000", floated=True, rounded=True)),
        ("ОО", DigitNumber("")),
        ("ОГРНИ 12", DigitNumber("")),
        ("12 штук", DigitNumber("")),
    ],
)
def test_reads_the_digits_and_tells_what_became_of_them(text, found):
    assert read(text, label="ОГРН") == found


@given(st.text(max_size=40))
def test_holds_digits_or_nothing(text):
    digits = read(text, label="ОГРН|№").digits

    assert digits == "" or (digits.isascii() and digits.isdecimal())
