import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.body_no import RULES, is_frame_number, normalise
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("NZE141-9134919", "NZE1419134919"),
        ("nze141 9134919", "NZE1419134919"),
        ("NZЕ141-9134919", "NZE1419134919"),
        ("№ кузова NZE141-9134919", "NZE1419134919"),
        ("HK30310303", "HK30310303"),
        ("06852511", "06852511"),
        ("БК30310303", "БК30310303"),
        ("БK30310303", "БК30310303"),
        ("ZCT10-OO20100", "ZCT100020100"),
        ("XW8AA11B0CK000123", "XW8AA11B0CK000123"),
    ],
)
def test_reads_a_body_number_however_it_was_typed(raw, number):
    outcome = normalise(raw)

    assert outcome.value == number
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"), [("КУЗОВОК", "BOD101"), ("A1", "BOD102"), ("A1" * 10, "BOD102")]
)
def test_blocks_what_cannot_be_one(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == [code]
    assert outcome.blocked


@pytest.mark.parametrize("raw", ["отсутствует", "нет", "б/н", "0000000"])
def test_a_placeholder_is_no_alarm(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["BOD302"]


def test_an_empty_cell_finds_nothing():
    assert normalise(" - ").findings == ()


@pytest.mark.parametrize(
    "text", ["XW8AA11B0CK000123", "XTA2109901234", "000123", "K000123", "МАРИЯ", "89161234567"]
)
def test_a_vin_or_its_piece_is_no_frame_number(text):
    assert not is_frame_number(text)


@given(st.text(max_size=30))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)


@given(st.text("ABEKNZOI019ОЗБЮ- ", min_size=4, max_size=18))
def test_the_normal_form_is_a_fixed_point(raw):
    value = normalise(raw).value
    if value is not None:
        assert normalise(value).value == value
        assert not normalise(value).blocked


def test_undoes_the_wrong_layout():
    outcome = normalise("ТЯУ141-9134919")

    assert outcome.value == "NZE1419134919"
    assert codes(outcome.repairs) == ["BOD303"]
    assert_renders(outcome.findings, RULES)
