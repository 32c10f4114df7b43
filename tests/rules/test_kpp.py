import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.kpp import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    "raw", ["990101001", "КПП 990101001", "КПП: 9901 01 001", "9901-01-001", "'990101001"]
)
def test_reads_a_kpp_however_it_was_typed(raw):
    assert normalise(raw).value == "990101001"
    assert normalise(raw).findings == ()


def test_the_reason_may_be_letters():
    assert normalise("9901ab001").value == "9901AB001"
    assert codes(normalise("9901АВ001").repairs) == ["KPP303"]


@pytest.mark.parametrize("raw", ["22501001", "22501001.0"])
def test_the_lost_leading_zero_comes_back(raw):
    assert normalise(raw).value == "022501001"
    assert "KPP301" in codes(normalise(raw).repairs)


@pytest.mark.parametrize(
    "raw", ["99010100", "9901010011", "990101OO11", "АКПП", "99-01", "x" * 100, "9.9E+08"]
)
def test_blocks_what_is_no_kpp(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == ["KPP101"]
    assert_renders(outcome.findings, RULES)


def test_an_office_of_no_region_is_warned_of():
    assert codes(normalise("000101001").findings) == ["KPP201"]


@pytest.mark.parametrize("raw", ["", "-", "0", "000000000", "нет"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30) | st.text("0123456789ABАВОO .-", max_size=14))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value).value == outcome.value
        assert normalise(outcome.value).repairs == ()


@given(st.from_regex(r"[1-9][0-9]{3}[0-9A-HJ-NP-Z]{2}[0-9]{3}", fullmatch=True))
def test_no_kpp_of_the_right_form_is_blocked(number):
    assert normalise(number).value == number or len(set(number)) == 1


@pytest.mark.parametrize("raw", ["77010l001", "7701О1001", "77010100l", "770l0100l"])
def test_letters_among_digits_become_digits(raw):
    outcome = normalise(raw)

    assert outcome.value == "770101001"
    assert [finding.code for finding in outcome.repairs] == ["KPP303"]


def test_a_reason_of_two_letters_stays():
    assert normalise("7701OO001").value == "7701OO001"
