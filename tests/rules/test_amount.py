from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.amount import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("12345.67", "12345.67"),
        ("12 345,67 руб.", "12345.67"),
        ("12\xa0345,67", "12345.67"),
        ("12,345.67", "12345.67"),
        ("12.345,67", "12345.67"),
        ("1,234,567", "1234567.00"),
        ("12345 ₽", "12345.00"),
        ("12345р", "12345.00"),
        ("12345 р.", "12345.00"),
        ("12345 руб. 67 коп.", "12345.67"),
        ("0", "0.00"),
        ("0,00", "0.00"),
        ("-500", "-500.00"),
        ("(500)", "-500.00"),
        ("12345.670000000001", "12345.67"),
        ("1.25E+06", "1250000.00"),
    ],
)
def test_reads_a_sum_however_it_was_typed(raw, value):
    outcome = normalise(raw)

    assert outcome.value == Decimal(value)
    assert str(outcome.value) == value
    assert outcome.findings == ()


@pytest.mark.parametrize("raw", ["1,234", "1.234"])
def test_a_single_sign_before_three_digits_is_doubtful(raw):
    assert normalise(raw).value == Decimal(1234)
    assert codes(normalise(raw).findings) == ["SUM202"]


@pytest.mark.parametrize("raw", ["", "-", "нет", " "])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["гарантия", "12.03.2015", "12 руб за 3", "9E99"])
def test_blocks_what_is_no_sum(raw):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == ["SUM101"]


def test_a_huge_sum_only_warns():
    assert codes(normalise("200 000 000").findings) == ["SUM201"]


@given(st.text(max_size=30) | st.text("0123456789., -()Ee", max_size=24))
def test_never_raises_and_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(str(outcome.value)).value == outcome.value
        assert normalise(str(outcome.value)).repairs == ()


@pytest.mark.parametrize("raw", ["1.500.012,345", "1,234.567", "1E13", "-9999999999999"])
def test_blocks_what_is_grouped_by_two_signs_or_is_no_money_of_this_world(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["SUM101"]


@pytest.mark.parametrize("raw", ["12345-00", "12 345-00", "12345=00 руб."])
def test_reads_the_bookkeepers_dash(raw):
    assert normalise(raw).value == Decimal("12345.00")
    assert normalise(raw).findings == ()
