import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.blacklist import RULES, normalise
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    "raw", ["Да", "1", "+", "Истина", "в ЧС", "Чёрный список", "СТОП", "не обслуживать", "X", "х"]
)
def test_reads_yes(raw):
    assert normalise(raw).value is True
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["Нет", "0", "Ложь", "не в списке", "снят", "VIP", "отсутствует"])
def test_reads_no(raw):
    assert normalise(raw).value is False
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["скандалит", "не оплатил ремонт", "отказ от оплаты", "12.03.2020"])
def test_a_reason_alone_is_a_yes(raw):
    assert normalise(raw).value is True
    assert codes(normalise(raw).findings) == ["BLK201"]
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize("raw", ["", " ", "-", "...", "не указано"])
def test_an_empty_cell_is_unknown(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30))
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise("да" if outcome.value else "нет").value is outcome.value
