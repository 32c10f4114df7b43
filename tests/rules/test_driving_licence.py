import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.driving_licence import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("9901123456", "99 01 123456"), ("99 01 123456", "99 01 123456"),
        ("99 01 № 123456", "99 01 123456"), ("ВУ 9901 123456", "99 01 123456"),
        ("вод. удостоверение 99 01 123456", "99 01 123456"), ("в/у 9901123456", "99 01 123456"),
        ("77АВ123456", "77 АВ 123456"), ("77 ав 123456", "77 АВ 123456"),
    ],
)  # fmt: skip
def test_reads_a_licence_however_it_was_typed(raw, value):
    assert normalise(raw).value == value
    assert normalise(raw).findings == ()


def test_twins_and_floats_are_repaired():
    assert normalise("77 AB 12З45б").value == "77 АВ 123456"
    assert codes(normalise("77 AB 123456").repairs) == ["LIC301"]
    assert codes(normalise("9901123456.0").repairs) == ["LIC302"]
    assert normalise("99 О1 123456").value == "99 01 123456"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("99 01 12345", "LIC101"), ("99011234567", "LIC101"), ("категория В", "LIC102"),
        ("9.9E+09", "LIC102"), ("есть с 2005 года", "LIC102"), ("1111111111", "LIC103"),
        ("99 01 000000", "LIC103"),
    ],
)  # fmt: skip
def test_blocks_what_is_no_licence(raw, code):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == [code]
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize("raw", ["1АА 123456", "AB1234567", "77 ЮЯ 123456"])
def test_a_foreign_licence_only_warns(raw):
    assert codes(normalise(raw).findings) == ["LIC201"]
    assert normalise(raw).value


@pytest.mark.parametrize("raw", ["", "-", "нет", "0000000000"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30) | st.text("0123456789АВABОЗЮ -", max_size=14))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value).value == outcome.value
        assert normalise(outcome.value).repairs == ()


@given(st.from_regex(r"[0-9]{2}([0-9]{2}|[АВЕКМНОРСТУХ]{2})[1-9][0-9]{5}", fullmatch=True))
def test_no_licence_of_the_right_form_is_blocked(number):
    assert normalise(number).value or len(set(number)) == 1


@pytest.mark.parametrize("raw", ["9E0:* 000«000`", "9-E0 000 000"])
def test_signs_do_not_hide_a_float_that_is_no_licence(raw):
    assert normalise(raw).value is None
    assert normalise(raw).blocked
