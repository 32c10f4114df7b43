import pytest

from rules.company_forms import find, is_trade_word


@pytest.mark.parametrize(
    ("raw", "shorts"),
    [
        ("ООО Ромашка", ["ООО"]),
        ("OOO Ромашка", ["ООО"]),
        ("ООО ТД Ромашка", ["ООО", "ТД"]),
        ("Гаражно-строительный кооператив Север", ["ГСК"]),
        ("Иванов А.О.", []),
        ("Иванов АО", []),
        ("Ромашкин-АО Лтдов", ["АО"]),
        ("ТК-Сервис", []),
        ("Иванов Иван", []),
        ("", []),
    ],
)
def test_finds_the_forms_in_their_order(raw, shorts):
    assert [form.short for form in find(raw)] == shorts


@pytest.mark.parametrize("word", ["Банк", "Альфа-Банк", "Автоцентр", "Мосстрой", "Motors"])
def test_knows_a_word_of_companies(word):
    assert is_trade_word(word)


@pytest.mark.parametrize("word", ["Банков", "Торгов", "Строев", "Автономов", "Иванов", "Центров"])
def test_a_surname_like_it_is_none(word):
    assert not is_trade_word(word)
