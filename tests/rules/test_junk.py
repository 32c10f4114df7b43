import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.junk import is_gibberish, is_placeholder, kind


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Розничный  покупатель", "placeholder"),
        ("РОЗНИЧНЫЙ_ПОКУПАТЕЛЬ", "placeholder"),
        ("Физ.лицо", "placeholder"),
        ("н/д", "placeholder"),
        ("тестовый клиент", "test"),
        ("Склад 2", "technical"),
        ("демо-авто", "technical"),
        ("Итого:", "total"),
        ("дубль", "mark"),
        ("Складчиков Иван", ""),
        ("Иванов Иван", ""),
    ],
)
def test_knows_what_a_text_is_instead_of_a_name(raw, expected):
    assert kind(raw) == expected


@pytest.mark.parametrize("raw", ["Ли", "Ян", "Цой", "Нгуен", "Ivan", "Мкртчян", "Шмидт"])
def test_a_short_or_foreign_name_makes_sense(raw):
    assert not is_gibberish(raw)


@pytest.mark.parametrize("raw", ["ааа", "АААА ББББ", "фывапр", "qwerty", "цкнгш", "---", "12"])
def test_a_run_of_keys_makes_none(raw):
    assert is_gibberish(raw)


@given(st.text())
def test_never_raises(raw):
    kind(raw)
    is_gibberish(raw)
    is_placeholder(raw)
