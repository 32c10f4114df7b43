import pytest

from rules.subjects import by_code, by_index, by_name, by_town, once_by_code, town_name


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


@pytest.mark.parametrize(
    ("typed", "town", "subject"),
    [
        ("Екб", "Екатеринбург", "Свердловская область"),
        ("Е-бург", "Екатеринбург", "Свердловская область"),
        ("Н.Новгород", "Нижний Новгород", "Нижегородская область"),
        ("Н. Новгород", "Нижний Новгород", "Нижегородская область"),
        ("Наб. Челны", "Набережные Челны", "Республика Татарстан"),
        ("Ростов н/Д", "Ростов-на-Дону", "Ростовская область"),
        ("Новосиб", "Новосибирск", "Новосибирская область"),
        ("Минводы", "Минеральные Воды", "Ставропольский край"),
        ("СПб", "Санкт-Петербург", "Санкт-Петербург"),
        ("мск", "Москва", "Москва"),
        ("Й-Ола", "Йошкар-Ола", "Республика Марий Эл"),
        ("В. Пышма", "Верхняя Пышма", "Свердловская область"),
    ],
)
def test_a_town_in_a_short_spelling_is_the_town(typed, town, subject):
    assert (town_name(typed), by_town(typed)) == (town, subject)


@pytest.mark.parametrize(
    ("town", "subject"), [("Киров", "Кировская область"), ("Благовещенск", "Амурская область")]
)
def test_a_capital_is_meant_though_a_small_town_has_its_name(town, subject):
    assert by_town(town) == subject


@pytest.mark.parametrize(
    "town", ["Березовский", "Железногорск", "Заречный", "Мирный", "Озерск", "Советск", "Донецк"]
)
def test_a_town_of_several_subjects_tells_none(town):
    assert town_name(town) == town
    assert by_town(town) == ""


@pytest.mark.parametrize(("code", "subject"), [("166", "Свердловская"), ("224", "Красноярский")])
def test_the_latest_codes_of_plates_are_known(code, subject):
    assert by_code(code).startswith(subject)


def test_a_code_of_a_merged_okrug_was_once_another_subjects():
    assert (by_code("82"), once_by_code("82")) == ("Республика Крым", "Камчатский край")
    assert once_by_code("77") == ""
