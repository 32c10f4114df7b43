import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.consent import RULES, normalise
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    "raw", ["Да", "да.", "1", "Истина", "true", "+", "Согласен", "получено", "Y", "✓"]
)
def test_reads_yes(raw):
    assert normalise(raw).value is True


@pytest.mark.parametrize(
    "raw", ["Нет", "0", "Ложь", "false", "не согласен", "Отказ", "не звонить", "запрещено", "N"]
)
def test_reads_no(raw):
    assert normalise(raw).value is False


@pytest.mark.parametrize("raw", ["", " ", "-", "..."])
def test_an_empty_cell_is_unknown(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["уточнить", "12.03.2015", "не помню"])
def test_consent_is_never_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CNS201"]


@given(st.text(max_size=30))
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise("да" if outcome.value else "нет").value is outcome.value
