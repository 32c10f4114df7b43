import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.sources.cell_text import cell_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  как есть ", "  как есть "),
        (89161234567.0, "89161234567"),
        (7.9e10, "79000000000"),
        (1.5e16, "15000000000000000"),
        (-0.0, "0"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (1234567.89, "1234567.89"),
        (1e-7, "0.0000001"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(1980, 2, 29), "1980-02-29"),
        (dt.datetime(2024, 3, 1, 10, 30), "2024-03-01 10:30:00"),  # noqa: DTZ001 - a cell has none
        (dt.time(9, 5), "09:05:00"),
        (dt.timedelta(days=1, hours=18), "42:00:00"),
        (dt.timedelta(minutes=-90), "-1:30:00"),
    ],
)
def test_a_cell_reads_as_the_sheet_shows_it(value, text):
    assert cell_text(value) == text


@given(st.integers(-(2**53), 2**53))
def test_a_whole_number_is_written_in_full(number):
    assert cell_text(float(number)) == str(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_has_an_exponent_or_loses_what_a_sheet_keeps(number):
    text = cell_text(number)
    assert "e" not in text.lower()
    assert float(text) == pytest.approx(number, rel=1e-14)
