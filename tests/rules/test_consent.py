import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.consent import RULES, normalise, refusal
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


@pytest.mark.parametrize(
    "raw",
    [
        "согласен на обработку ПД", "Дано 12.03.2025", "подписано 01.02.2024", "да (смс)",
        "Получено согласие", "рассылка разрешена", "подтверждаю", "на рассылку согласен", "дала",
    ],
)  # fmt: skip
def test_reads_yes_in_a_longer_text(raw):
    assert normalise(raw).value is True


@pytest.mark.parametrize(
    "raw",
    [
        "рассылка запрещена", "не рассылать", "не слать смс", "без рассылки", "отозвал", "против",
        "отказ от рассылки", "нет (отказ)", "не дал", "не подтверждено", "просил не звонить",
        "да, но не звонить", "согласие отозвано", "Не разрешаю",
    ],
)  # fmt: skip
def test_a_single_no_outweighs_every_yes(raw):
    assert normalise(raw).value is False


@pytest.mark.parametrize(
    "raw", ["да, до 12.03.2020", "только звонки", "смс", "не требуется", "бессрочно", "дата"]
)
def test_a_limited_consent_is_for_a_person_to_read(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CNS201"]


@pytest.mark.parametrize("raw", ["не указано", "неизвестно", "нет данных", ""])
def test_what_nobody_knows_is_unknown(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@pytest.mark.parametrize(
    "raw",
    [
        "да", "1", "+", "Истина", "отказ", "Отказался", "не звонить", "не беспокоить", "запрещено",
        "отписан", "x", "просил не звонить", "да, с 12.03.2024",
    ],
)  # fmt: skip
def test_a_column_of_refusals_tells_who_refused(raw):
    assert refusal(raw).value is False
    assert refusal(raw).findings == ()


@pytest.mark.parametrize("raw", ["нет", "0", "ложь", "", "-", "можно звонить", "не указано"])
def test_who_has_not_refused_has_not_agreed_either(raw):
    assert (refusal(raw).value, refusal(raw).findings) == (None, ())


def test_a_refusal_that_cannot_be_read_is_told():
    assert codes(refusal("уточнить").findings) == ["CNS201"]
    assert refusal("уточнить").value is None


@given(st.text(max_size=40))
def test_a_refusal_is_never_a_consent(raw):
    assert refusal(raw).value is not True
    assert_renders(refusal(raw).findings, RULES)
