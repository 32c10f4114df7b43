import pytest

from rules.blanks import is_blank, is_wordless


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "—", "...", "нет", "НЕТ", "не указано", "отсутствует", "б/н", "n/a", "NULL",
     "none", "xxx", "ХХХ", "0", "000", "?", "Не назвала", "не сообщает"],
)  # fmt: skip
def test_knows_what_people_type_for_nothing(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["Нетребко", "Иванов", "1", "10", "нет, но будет", "Отказов"])
def test_a_word_that_begins_like_one_is_none(text):
    assert not is_blank(text)


def test_a_long_text_is_blank_only_without_words():
    assert is_blank("-" * 100)
    assert not is_blank("нет " * 100)


def test_signs_alone_are_wordless():
    assert is_wordless(" .,-")
    assert not is_wordless("нет")
