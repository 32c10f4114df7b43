import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.new_used import RULES, NewUsed, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    NewUsed.NEW: (
        "Новый", "новая", "Новый автомобиль", "нов.", "Новые автомобили", "Без пробега", "new",
        "New car", "Новый (в трейд-ин сдан старый)",
    ),
    NewUsed.USED: (
        "Б/У", "бу", "б.у.", "б / у", "С пробегом", "а/м с пробегом", "Трейд-ин", "trade-in",
        "Подержанный", "Комиссия", "Выкуп", "Не новый", "Бывший в употреблении", "used",
        "Used, like new", "Pre-owned", "Second hand",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "raw"), [(word, raw) for word, raws in _NAMED.items() for raw in raws]
)
def test_a_sellers_word_is_new_or_used(word, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is word
        assert normalise(text).findings == ()


def test_either_code_reads_itself():
    assert [normalise(str(word)).value for word in NewUsed] == list(NewUsed)


@pytest.mark.parametrize("raw", ["Прочее", "Демо", "Новосибирск", "7"])
def test_another_word_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["NUS301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_a_title_is_in_the_readers_language():
    assert title("used") == "Used car"
    texts.use("ru")
    assert title("used") == "С пробегом"
    assert title("Демо") == "Демо"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
