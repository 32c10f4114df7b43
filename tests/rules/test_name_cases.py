import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.name_cases import Case, declined
from rules.name_reading import PersonName


@pytest.mark.parametrize(
    ("parts", "dative"),
    [
        (("Иванов", "Иван", "Иванович", "m"), "Иванову Ивану Ивановичу"),
        (("Щукина", "Мария", "Ильинична", "f"), "Щукиной Марии Ильиничне"),
        (("Достоевский", "Фёдор", "", "m"), "Достоевскому Фёдору"),
        (("Римский-Корсаков", "Лев", "Львович", "m"), "Римскому-Корсакову Льву Львовичу"),
        (("Шевченко", "Пётр", "Ильич", "m"), "Шевченко Петру Ильичу"),
        (("Черных", "Павел", "Петрович", "m"), "Черных Павлу Петровичу"),
        (("Берг", "Игорь", "", "m"), "Бергу Игорю"),
        (("Берг", "Ольга", "", "f"), "Берг Ольге"),
        (("Гусейнов", "Мамед", "Али оглы", "m"), "Гусейнову Мамеду Али оглы"),
        (("Мамедова", "Лейла", "Гусейн кызы", "f"), "Мамедовой Лейле Гусейн кызы"),
    ],
)
def test_a_letter_names_whom_it_is_for(parts, dative):
    assert declined(PersonName(*parts), Case.DATIVE) == dative


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        (Case.GENITIVE, "Сороки Любови Юрьевны"),
        (Case.DATIVE, "Сороке Любови Юрьевне"),
        (Case.ACCUSATIVE, "Сороку Любовь Юрьевну"),
        (Case.INSTRUMENTAL, "Сорокой Любовью Юрьевной"),
        (Case.PREPOSITIONAL, "Сороке Любови Юрьевне"),
    ],
)
def test_every_case_of_a_name(case, shown):
    assert declined(PersonName("Сорока", "Любовь", "Юрьевна", "f"), case) == shown


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("Иванов", "И.", "И.", "m"), "Иванову И. И."),
        (("Ivanov", "Ivan", "", "m"), "Ivanov Ivan"),
        (("Ким", "Ир Сен", "", ""), "Ким Ир Сен"),
        (("", "Иван", "", "m"), "Ивану"),
    ],
)
def test_what_cannot_be_declined_stays(parts, shown):
    assert declined(PersonName(*parts), Case.DATIVE) == shown


_WORDS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- '", max_size=12).map(str.title)


@given(_WORDS, _WORDS, _WORDS, st.sampled_from(["m", "f", ""]), st.sampled_from(Case))
def test_never_raises(last, first, patronymic, gender, case):
    declined(PersonName(last, first, patronymic, gender), case)
