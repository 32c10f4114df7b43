import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.chassis_no import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("330200 1234567", "3302001234567"), ("шасси № 330200 1234567", "3302001234567"),
        ("XW8AA11B0CK000123", "XW8AA11B0CK000123"), ("NZE141-9134919", "NZE1419134919"),
    ],
)  # fmt: skip
def test_reads_a_chassis_number_however_it_was_typed(raw, value):
    assert normalise(raw).value == value
    assert normalise(raw).findings == ()


def test_twins_are_repaired():
    assert normalise("Х8956432 1С0АВ1234").value == "X89564321C0AB1234"
    assert codes(normalise("Х8956432 1С0АВ1234").repairs) == ["CHS301"]


@pytest.mark.parametrize("raw", ["ОТСУТСТВУЕТ", "отсутств.", "нет", "0000000", "не установлено"])
def test_a_car_without_a_chassis_is_no_fault(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CHS302"]


@pytest.mark.parametrize("raw", ["рама стальная", "123", "1" + "А" * 30])
def test_blocks_what_is_no_number(raw):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == ["CHS101"]


@pytest.mark.parametrize("raw", ["", " ", "-"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30) | st.text("0123456789АВABОЗX шасси№-", max_size=22))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value).value == outcome.value
        assert normalise(outcome.value).repairs == ()
