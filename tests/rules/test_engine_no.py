import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine_no import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("21126, 3456789", "211263456789"), ("G4FC BW123456", "G4FCBW123456"),
        ("двигатель № 21126 3456789", "211263456789"), ("CWVA 123456", "CWVA123456"),
        ("*409040*H3012345*", "409040H3012345"), ("4216, Ж0123456", "4216Ж0123456"),
    ],
)  # fmt: skip
def test_reads_an_engine_number_however_it_was_typed(raw, value):
    assert normalise(raw).value == value
    assert normalise(raw).findings == ()


def test_twins_are_repaired():
    assert normalise("G4FC ВW123456").value == "G4FCBW123456"
    assert codes(normalise("G4FC ВW123456").repairs) == ["ENG301"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("бензин", "ENG101"), ("1.6", "ENG102"), ("1,6 л", "ENG102"), ("2.0T", "ENG102"),
        ("1596 см3", "ENG102"), ("123 л.с.", "ENG102"), ("1" + "я" * 60, "ENG101"),
    ],
)  # fmt: skip
def test_blocks_what_is_no_number(raw, code):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == [code]
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize("raw", ["G4FC", "K7M 12"])
def test_a_model_without_a_number_is_warned_of(raw):
    assert codes(normalise(raw).findings) == ["ENG201"]


@pytest.mark.parametrize("raw", ["", " ", "-"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@pytest.mark.parametrize("raw", ["ОТСУТСТВУЕТ", "нет", "0000000"])
def test_a_placeholder_is_told(raw):
    assert codes(normalise(raw).findings) == ["ENG302"]


@given(st.text(max_size=30) | st.text("0123456789АВABЖ *№-двс", max_size=22))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value).value == outcome.value
        assert normalise(outcome.value).repairs == ()
