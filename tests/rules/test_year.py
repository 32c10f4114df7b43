from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.year import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes

ASOF = date(2026, 11, 21)


@pytest.mark.parametrize(
    "raw",
    ["2015", "2015.0", "2015 г.", "2015 г.в.", "2015г", "2015 год", "01.01.2015", "12.2015",
     "2015-06-01", "2015-06-01 00:00:00", "01.06.2015 0:00:00"],
)  # fmt: skip
def test_reads_the_year_however_it_was_typed(raw):
    assert normalise(raw, asof=ASOF).value == 2015
    assert normalise(raw, asof=ASOF).findings == ()


@pytest.mark.parametrize(
    ("raw", "year"), [("15", 2015), ("'98", 1998), ("15 г.", 2015), ("27", 2027)]
)
def test_reads_two_digits(raw, year):
    assert normalise(raw, asof=ASOF).value == year
    assert codes(normalise(raw, asof=ASOF).repairs) == ["YR301"]


@pytest.mark.parametrize("raw", ["", "-", "0", "0001", "1900", "1899", "01.01.0001", "нет"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw, asof=ASOF).value is None
    assert normalise(raw, asof=ASOF).findings == ()


@pytest.mark.parametrize(
    ("raw", "code"), [("150000", "YR101"), ("новый", "YR101"), ("2028", "YR102"), ("1815", "YR102")]
)
def test_blocks_what_is_no_year(raw, code):
    assert normalise(raw, asof=ASOF).value is None
    assert blocking(normalise(raw, asof=ASOF).findings) == [code]


def test_the_cars_of_next_year_are_sold_this_year():
    assert normalise("2027", asof=ASOF).findings == ()


def test_a_rarity_only_warns():
    assert normalise("1956", asof=ASOF).value == 1956
    assert codes(normalise("1956", asof=ASOF).findings) == ["YR201"]


@given(st.text(max_size=20) | st.text("0123456789.- г", max_size=12))
def test_never_raises_and_is_a_fixed_point(raw):
    outcome = normalise(raw, asof=ASOF)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        again = normalise(str(outcome.value), asof=ASOF)
        assert again.value == outcome.value
        assert again.repairs == ()


@pytest.mark.parametrize(
    "raw", ["2 019", "2\xa0019", "2О19", "март 2019", "модельный год 2019", "выпуск 2019 г."]
)
def test_reads_a_year_as_1c_and_clerks_write_it(raw):
    outcome = normalise(raw, asof=date(2026, 11, 21))

    assert outcome.value == 2019
    assert outcome.findings == ()
