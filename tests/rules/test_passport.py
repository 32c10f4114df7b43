from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import passport
from rules.passport import RULES, against_birth
from tests.rules.findings import assert_renders, blocking, codes

ASOF = date(2026, 11, 21)


def normalise(raw):
    return passport.normalise(raw, asof=ASOF)


@pytest.mark.parametrize(
    "raw",
    [
        "4508 123456", "45 08 123456", "4508123456", "45-08 123456", "4508№123456",
        "45 08 № 123456", "серия 45 08 номер 123456", "Паспорт РФ 4508 123 456",
        "4508 N 123456", "паспорт: серия 4508, номер 123456",
        "45 08 123456 выдан ОВД Тестового р-на 12.03.2008, код подразделения 990-001",
    ],
)  # fmt: skip
def test_reads_a_passport_however_it_was_typed(raw):
    assert normalise(raw).value == "4508 123456"
    assert normalise(raw).findings == ()


def test_floats_and_letters_are_repaired():
    assert normalise("4508123456.0").value == "4508 123456"
    assert codes(normalise("4508123456.0").repairs) == ["PAS301"]
    assert normalise("45О8 l23456").value == "4508 123456"
    assert codes(normalise("45О8 l23456").repairs) == ["PAS302"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("4508 12345", "PAS101"), ("4508 1234567", "PAS101"), ("123456", "PAS101"),
        ("выдан ОВД", "PAS102"), ("4.5E+09", "PAS102"), ("12.03.2008", "PAS102"),
        ("1111 111111", "PAS103"), ("4508 000000", "PAS103"), ("4508 000100", "PAS103"),
    ],
)  # fmt: skip
def test_blocks_what_is_no_passport(raw, code):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == [code]
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("0208 123456", "PAS201"), ("4555 123456", "PAS202"), ("AB1234567", "PAS203"),
        ("71 2345678", "PAS203"), ("загранпаспорт 71 № 2345678", "PAS203"),
        ("XII-АБ 123456", "PAS203"), ("4598 123456 12.03.1996", "PAS204"),
        ("4508 123456 выдан 12.03.2001", "PAS207"), ("4508 123456 выдан 12.03.2030", "PAS208"),
    ],
)  # fmt: skip
def test_warns_of_what_is_doubtful(raw, code):
    assert codes(normalise(raw).findings) == [code]
    assert normalise(raw).value is not None
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize("year", ["97", "98", "99", "00", "26", "27"])
def test_a_blank_of_the_past_or_of_next_year_is_usual(year):
    assert normalise(f"45{year} 123456").findings == ()


@pytest.mark.parametrize("raw", ["", "-", "нет", "отсутствует", "000000"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_reads_the_parts_in_cells_of_their_own():
    assert passport.series("45 08", asof=ASOF).value == "4508"
    assert passport.series("308.0", asof=ASOF).value == "0308"
    assert passport.number("№ 123456", asof=ASOF).value == "123456"
    assert passport.number("4508 123456", asof=ASOF).value == "4508 123456"
    assert passport.office("770001").value == "770-001"
    assert passport.office("код подр. 77О-001").blocked
    assert passport.issued_on("12.03.2008", asof=ASOF).value == date(2008, 3, 12)


def test_blocks_parts_of_the_wrong_length():
    assert blocking(passport.series("450", asof=ASOF).findings) == ["PAS104"]
    assert blocking(passport.number("12345", asof=ASOF).findings) == ["PAS104"]
    assert blocking(passport.office("77-001").findings) == ["PAS105"]
    assert codes(passport.issued_on("12.03.1996", asof=ASOF).findings) == ["PAS204"]


@pytest.mark.parametrize(
    ("issued", "born", "found"),
    [
        (date(2008, 3, 12), date(1996, 3, 12), ["PAS205"]),
        (date(2010, 3, 12), date(1996, 3, 12), ["PAS206"]),
        (date(2016, 3, 12), date(1996, 3, 12), []),
        (date(2001, 3, 12), date(1975, 6, 1), ["PAS206"]),
        (date(2021, 3, 12), date(1975, 6, 1), []),
        (date(2025, 3, 12), date(2009, 6, 1), []),
    ],
)
def test_sets_the_day_of_issue_against_the_birth_date(issued, born, found):
    outcome = [one for one in (against_birth(issued, born, ASOF),) if one]

    assert codes(outcome) == found
    assert_renders(outcome, RULES)


_PARTS = {
    "whole": normalise,
    "series": lambda raw: passport.series(raw, asof=ASOF),
    "number": lambda raw: passport.number(raw, asof=ASOF),
    "office": passport.office,
}


@pytest.mark.parametrize("part", _PARTS)
@given(raw=st.text(max_size=40) | st.text("0123456789ОlАБX №-.выдан", max_size=24))
def test_never_raises_and_the_normal_form_is_a_fixed_point(part, raw):
    outcome = _PARTS[part](raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert _PARTS[part](outcome.value).value == outcome.value
        assert _PARTS[part](outcome.value).repairs == ()


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_any_two_days_are_compared(issued, born):
    found = against_birth(issued, born, ASOF)

    assert found is None or found.rule in RULES
