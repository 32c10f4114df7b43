import pytest

from rules.subjects import by_code, by_index, by_name, by_town, town_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Московская обл", "Московская область"),
        ("обл. Московская", "Московская область"),
        ("МО", "Московская область"),
        ("г. Москва", "Москва"),
        ("Татарстан Респ", "Республика Татарстан"),
        ("Саха /Якутия/ Респ", "Республика Саха (Якутия)"),
        ("Ханты-Мансийский Автономный округ - Югра АО", "Ханты-Мансийский автономный округ — Югра"),
        ("СПб", "Санкт-Петербург"),
        ("Алтай", "Республика Алтай"),
        ("Алтайский край", "Алтайский край"),
        ("Кемеровская область - Кузбасс", "Кемеровская область — Кузбасс"),
        ("Чувашская Республика - Чувашия", "Чувашская Республика"),
        ("Бавария", ""),
        ("", ""),
    ],
)
def test_names_a_subject_written_in_any_usual_way(text, name):
    assert by_name(text) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("77", "Москва"),
        ("977", "Москва"),
        ("790", "Московская область"),
        ("82", "Республика Крым"),
        ("80", "Донецкая Народная Республика"),
        ("95", "Чеченская Республика"),
        ("94", "Байконур"),
        ("00", ""),
        ("999", ""),
    ],
)
def test_names_the_subject_of_a_plate_code(code, name):
    assert by_code(code) == name


@pytest.mark.parametrize(
    ("index", "name"),
    [
        ("101000", "Москва"),
        ("141400", "Московская область"),
        ("420000", "Республика Татарстан"),
        ("999999", ""),
    ],
)
def test_names_the_subject_of_an_index(index, name):
    assert by_index(index) == name


def test_a_town_of_one_subject_names_it():
    assert by_town("казань") == "Республика Татарстан"
    assert town_name("НАБЕРЕЖНЫЕ ЧЕЛНЫ") == "Набережные Челны"


def test_a_town_of_two_subjects_names_none():
    assert by_town("Дзержинск") == "Нижегородская область"
    assert by_town("Троицк") == ""
    assert town_name("троицк") == "Троицк"
