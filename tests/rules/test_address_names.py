import pytest

from rules.address_names import names_a_subject, subject_length, titled, town_length, written_out


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ростов н/Д, ул. Мира", "Ростов-на-Дону , ул. Мира"),
        ("Комсомольск-н/А", "Комсомольск-на-Амуре "),
        ("городской округ Самара", "г.о. Самара"),
        ("Ивановка н/Д", "Ивановка н/Д"),
    ],
)
def test_writes_out_what_is_known(text, whole):
    assert written_out(text) == whole


def test_counts_the_words_of_a_known_town():
    assert town_length(["Набережные", "Челны", "Мира"]) == 2
    assert town_length(["Мира", "Казань"]) == 0


def test_counts_the_words_of_a_subject_before_its_town():
    assert subject_length(["ХМАО-Югра", "Сургут"]) == 1
    assert subject_length(["Московская", "Ленина"]) == 0


def test_a_city_of_federal_rank_is_a_town_first():
    assert names_a_subject(["РТ"])
    assert not names_a_subject(["Москва"])


def test_capitals_are_set_unless_typed_with_care():
    assert titled(["ростов-на-дону"]) == "Ростов-на-Дону"
    assert titled(["50", "ЛЕТ", "ОКТЯБРЯ"]) == "50 лет Октября"
