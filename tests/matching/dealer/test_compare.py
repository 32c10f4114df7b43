"""Each field's levels, case by case."""

from datetime import date

import numpy as np
import pytest

from matching.dealer.plans import FIELDS
from matching.dealer.records import Companies, Persons
from tests.matching.factory import Card, company, encoded, person

_USUAL = ("авто", "агро")
JUNE, MAY = date(1980, 6, 15), date(1980, 5, 1)
PHONE, OTHER_PHONE = "+79161234567", "+79031112233"


def levels(left: Card, right: Card, *others: Card) -> dict[str, str]:
    """The names of the levels of the pair's fields; fields with nothing to compare are left out."""
    cards = encoded(left, right, *others)
    records = Persons(cards) if cards.person[0] else Companies(cards)
    found = records.compare(np.array([0]), np.array([1]))
    return {
        field: FIELDS[field].levels(int(level[0])).name.lower()
        for field, level in found.items()
        if level[0]
    }


@pytest.mark.parametrize(
    ("left", "right", "last", "first", "patronymic"),
    [
        ("Шапшин Пётр Ильич", "Шапшин Пётр Ильич", "equal", "equal", "equal"),
        ("Шапшин Пётр Ильич", "Шапшин Петр Ильич", "equal", "translit", "equal"),
        ("Шапшин Пётр Ильич", "Shapshin Petr Ilich", "translit", "translit", "translit"),
        ("Шапшина Анна", "Шапшин Анна", "gender", "equal", None),
        ("Шапшин Пётр Ильич", "Шапшин П. И.", "equal", "initial", "initial"),
        ("Шапшин Пётр Ильич", "Шапшин А. И.", "equal", "different", "initial"),
        ("Шапшин П. И.", "Шапшин П. И.", "equal", "initial", "initial"),
        ("Шапшин Пётр Сергеевич", "Шапшин Пётр Сергеич", "equal", "equal", "diminutive"),
        ("Шапшина Яна", "Шапшина Янв", "equal", "typo", None),
        ("Шапшин Щукарь", "Шапшин Ш.", "equal", "different", None),
        ("Шапшин Александр", "Шапшин Саша", "equal", "diminutive", None),
        ("Шапшина Александра", "Шапшина Саша", "equal", "diminutive", None),
        ("Шапшина Светлана", "Шапшина Света", "equal", "diminutive", None),
        ("Шапшин Юрий", "Шапшин Георгий", "equal", "different", None),
        ("Шапшин Дмитрий", "Шапшин Саша", "equal", "different", None),
        ("Шапшин Пётр Ильич", "Шапшни Пётр Ильич", "typo", "equal", "equal"),
        ("Шапшин Дмитрий", "Шапшин Дмитирй", "equal", "typo", None),
        ("Шапшина Анна", "Шапшина Инна", "equal", "different", None),
        ("Шапшин Иван Иванович", "Шапшин Иван Петрович", "equal", "equal", "different"),
        ("Шапшина Ия Ивановна", "Шапшин Ия Иванович", "gender", "equal", "different"),
        ("Шапшина-Орлова Ия", "Орлова Ия", "partly", "equal", None),
        ("Шапшин Пётр Михайлович", "Шапшин Пётр Миха", "equal", "equal", "initial"),
        ("Шапшин Пётр Вячеславович", "Шапшин Пётр Вяч", "equal", "equal", "initial"),
        ("Шапшина Клавдия", "Шапшина Клавд", "equal", "initial", None),
        ("Шапшин Пётр Ильич", "Шапшин Пётр Ильичев", "equal", "equal", "typo"),
        ("Шапшин Александра", "Шапшин Александр", "equal", "different", None),
        ("Шапшин Пётр Ильич", "Шапшин Пётр Сосед", "equal", "equal", None),
        ("Шапшин Али Гусейн", "Шапшин Али Мамед", "equal", "equal", "different"),
        ("Шапшин Пётр", "- Пётр", None, "equal", None),
        ("Шапшин А. И.", "Шапшин Саша", "equal", "initial", None),
        ("Шапшин Евгений Ильич", "Шапшин Женя И.", "equal", "diminutive", "initial"),
        ("Шапшин Константин", "Шапшин Косте", "equal", "diminutive", None),
        ("Шапшина Анастасия", "Шапшина Начтя", "equal", "diminutive", None),
        ("Шапшин Пётр Юрьевич", "Shapshin Petr Yurich", "translit", "translit", "diminutive"),
        ("Шапшин Пётр Сергеевич", "Shapshin Petr Serg", "translit", "translit", "initial"),
        ("Шапшина Ия Ивановна", "Шапшина Ия Иванна", "equal", "equal", "diminutive"),
        ("Шапшин Пётр Викторович", "Шапшин Пётр Вектарович", "equal", "equal", "typo"),
        ("Шапшин Пётр", "Воронов Пётр", "different", "equal", None),
    ],
)
def test_parts_of_a_name(
    left: str, right: str, last: str | None, first: str | None, patronymic: str | None
) -> None:
    found = levels(person(left), person(right))
    assert (found.get("last"), found.get("first"), found.get("patronymic")) == (
        last,
        first,
        patronymic,
    )


@pytest.mark.parametrize(
    ("name", "last", "first", "patronymic"),
    [
        ("Шапши Н._Виктор Ильич", "equal", "equal", "equal"),
        ("Шапши Н._В. И.", "equal", "initial", "initial"),
        ("Шапшин_Викто Р. Ильич", "equal", "equal", "equal"),
        ("Шапшин Виктор_И. Л.", "equal", "equal", "initial"),
        ("Шапшин Вити Я.", "equal", "different", "different"),
        ("Шапшин Вит Я.", "equal", "diminutive", None),
        ("Шапшин Витор_Илбич", "equal", "typo", "typo"),
        ("Шапшин Ви", "equal", "initial", "initial"),
        ("Шапшин Вюию", "equal", "initial", "initial"),
        ("Шапшин Вю", "equal", "initial", None),
    ],
)
def test_words_in_the_wrong_cell_are_compared_where_they_belong(
    name: str, last: str, first: str, patronymic: str | None
) -> None:
    found = levels(person(name), person("Шапшин Виктор Ильич"))
    assert (found["last"], found["first"], found.get("patronymic")) == (last, first, patronymic)


@pytest.mark.parametrize(
    ("name", "last", "first", "patronymic"),
    [
        ("Шапшинвикторильич", "equal", "equal", "equal"),
        ("Шапшинвиктор", "equal", "equal", None),
        ("Викторильичшапшин", "equal", "equal", "equal"),
        ("Шапшинвикторилбич", "equal", "equal", "typo"),
        ("Шапшин Викторильич", "equal", "equal", "equal"),
        ("Виктор", None, "equal", None),
        ("Виктро", None, "typo", None),
        ("Викторов", "different", None, None),
        ("Александрова", "different", None, None),
    ],
)
def test_a_lone_word_is_what_it_looks_like(
    name: str, last: str | None, first: str | None, patronymic: str | None
) -> None:
    found = levels(person(name), person("Шапшин Виктор Ильич"))
    assert tuple(map(found.get, ("last", "first", "patronymic"))) == (last, first, patronymic)


def test_a_first_name_of_two_letters_is_one() -> None:
    assert levels(person("Шапшин Ян"), person("Шапшин Ян Ильич"))["first"] == "equal"


def test_a_man_and_a_woman_of_one_name_are_two() -> None:
    he = person("Шапшин Александр", gender="m")
    assert levels(he, person("Шапшина Алекснадра", gender="f"))["first"] == "different"


def test_swapped_surname_and_name_are_seen_as_such() -> None:
    found = levels(person("Шапшин Пётр Ильич"), person("Пётр Шапшин Ильич"))
    assert found["order"] == "swapped"
    assert (found["last"], found["first"]) == ("equal", "equal")


def test_swapped_names_with_a_misprint_are_still_swapped() -> None:
    found = levels(person("Шапшин Пётр"), person("Пётр Шапшен"))
    assert (found["order"], found["last"], found["first"]) == ("swapped", "typo", "equal")


def test_one_shared_word_in_another_place_is_no_swap() -> None:
    found = levels(person("Шапшин Пётр"), person("Воронов Шапшин"))
    assert found["order"] == "straight"
    assert found["first"] == "different"


def test_a_frequent_name_is_no_misprint_of_another() -> None:
    crowd = [person("Орлов Ярис") for _ in range(9)] + [person("Орлов Ярас") for _ in range(9)]
    assert levels(person("Орлов Ярис"), person("Орлов Ярас"))["first"] == "typo"
    assert levels(person("Орлов Ярис"), person("Орлов Ярас"), *crowd)["first"] == "different"


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (JUNE, JUNE, "equal"),
        (JUNE, date(1980, 6, 16), "typo"),
        (date(1980, 6, 5), date(1980, 5, 6), "typo"),
        (JUNE, date(1981, 6, 15), "typo"),
        (JUNE, date(1980, 6, 27), "partly"),
        (JUNE, date(1991, 7, 2), "different"),
        (JUNE, None, None),
    ],
)
def test_birth_dates(left: date, right: date | None, level: str | None) -> None:
    found = levels(person("Шапшин", birth=left), person("Шапшин", birth=right))
    assert found.get("birth") == level


def test_a_default_birth_date_is_no_evidence() -> None:
    crowd = [person("Орлов", birth=MAY) for _ in range(30)]
    assert "birth" not in levels(person("А", birth=MAY), person("Б", birth=MAY), *crowd)


def test_too_many_born_on_new_years_day_know_their_year_only() -> None:
    born = [date(1950 + year, 1, 1) for year in range(20)]
    crowd = [person("Орлов", birth=one) for one in born]
    some = [person("Орлов", birth=date(1950 + day, 3, day)) for day in range(1, 28)]
    pair = person("А", birth=born[0]), person("Б", birth=date(1950, 9, 9))

    assert "birth" not in levels(*pair, *crowd, *some)
    assert levels(*pair, *some)["birth"] == "different"


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (PHONE, PHONE, "same"),
        (f"{OTHER_PHONE} {PHONE}", PHONE, "same"),
        (PHONE, "+79161234568", "typo"),
        (PHONE, "+79161234657", "typo"),
        (PHONE, "+79161243657", "different"),
        (PHONE, OTHER_PHONE, "different"),
        (PHONE, "", None),
    ],
)
def test_phones(left: str, right: str, level: str | None) -> None:
    found = levels(person("Шапшин Пётр", phone=left), person("Шапшин Пётр", phone=right))
    assert found.get("phone") == level


def test_a_phone_of_two_people_is_a_familys_and_of_many_a_crowds() -> None:
    pair = person("Шапшин Пётр", phone=PHONE), person("Шапшин Пётр", phone=PHONE)
    crowd = [person(f"{last} Пётр", phone=PHONE) for last in ("Орлов", "Гусев", "Рябов", "Котов")]
    assert levels(*pair, *crowd[:1])["phone"] == "family"
    assert levels(*pair, *crowd)["phone"] == "crowd"


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("shapshin@mail.ru", "shapshin@mail.ru", "same"),
        ("shapshin@mail.ru", "shapshin@gmail.com", "local"),
        ("shapshin@mail.ru", "shapshn@mail.ru", "typo"),
        ("shapshin1@mail.ru", "shapshin2@mail.ru", "different"),
        ("info@alfa.ru", "info@omega.com", "different"),
    ],
)
def test_emails(left: str, right: str, level: str) -> None:
    assert levels(person("Ли Ян", email=left), person("Ли Ян", email=right))["email"] == level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Тверь Мира 5", "Тверь Мира 5", "house"),
        ("Тверь Мира 5", "Тверь Мира 7", "street"),
        ("Тверь Мира 5", "Тверь Лесная 5", "other_street"),
        ("Тверь", "Тверь Лесная 5", "city"),
        ("Тверь Мира 5", "Клин Мира 5", "other_city"),
        ("Тверь Мира 5", "", None),
    ],
)
def test_addresses(left: str, right: str, level: str | None) -> None:
    def at(text: str) -> Card:
        return person("А", **dict(zip(("city", "street", "house"), text.split(), strict=False)))

    assert levels(at(left), at(right)).get("address") == level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("ул. Мира", "Мира", "house"),
        ("Мира ул.", "мира", "house"),
        ("пр-т Мира", "Мира", "house"),
        ("ул. Зелёная", "Зеленая", "house"),
        ("ул. Мира", "ул. Мирная", "other_street"),
    ],
)
@pytest.mark.parametrize("town", ["", "Тверь"])
def test_a_streets_kind_and_a_missing_town_make_no_other_street(
    left: str, right: str, level: str, town: str
) -> None:
    one = person("А", city="Тверь", street=left, house="5")
    other = person("А", city=town, street=right, house="5")

    assert levels(one, other)["address"] == level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("ромашка", "ромашка", "equal"),
        ("ромашка", "romashka", "translit"),
        ("ромашка", "ромашкаа", "translit"),
        ("ромашка", "рамашка", "typo"),
        ("ромашка", "ромашка сервис", "partly"),
        ("ромашка", "лютик", "different"),
    ],
)
def test_companies(left: str, right: str, level: str) -> None:
    assert levels(company(left), company(right))["company"] == level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("ромб авто м", "ромб авто", "partly"),
        ("ромб склад 12", "ромб склад 13", "different"),
        ("ромб авто", "ромб агро", "different"),
        ("ромбавто плюс", "ромб авто плюс", "typo"),
        ("ромб автг", "ромб авто", "typo"),
    ],
)
def test_another_word_or_number_makes_another_company(left: str, right: str, level: str) -> None:
    others = [company(f"{name} {word}") for name in ("заря", "лес", "юг") for word in _USUAL]
    assert levels(company(left), company(right), *others)["company"] == level


def test_inn_and_legal_form() -> None:
    left = company("ромашка", inn="7707083893", legal_form="ООО")
    right = company("ромашка", inn="7728168971", legal_form="АО")
    found = levels(left, right)
    assert (found["inn"], found["form"]) == ("different", "different")


def test_a_sole_trader_is_compared_as_a_person() -> None:
    trader = company("орлов пётр", legal_form="ИП")
    trader.name = "Орлов Пётр Ильич"
    assert levels(person("Орлов Пётр Ильич"), trader)["last"] == "equal"


@pytest.mark.parametrize(
    ("left", "right", "veto"),
    [
        (person("Орлов Иван Петрович"), person("Орлов Пётр Иванович"), True),
        (person("Орлов Иван Петрович"), person("Орлова Анна Олеговна"), True),
        (person("Орлов И. П.", gender="m"), person("Орлова И. П.", gender="f"), True),
        (person("Орлов Иван", birth=JUNE), person("Орлов Иван", birth=date(1991, 7, 2)), True),
        (person("Орлов Иван", inn="500100732259"), person("Орлов Иван", inn="504000000006"), True),
        (person("Орлов Иван", birth=JUNE), person("Орлов Иван", birth=date(1980, 6, 16)), False),
        (person("Орлов И."), person("Орлов Иван"), False),
        (person("Орлова Анна", gender="f"), person("Орлова Анан", gender="m"), False),
        (person("Орлова Анна"), person("Гусева Анна"), False),
        (person("Орлов Саша"), person("Орлов Александр"), False),
    ],
)
def test_what_contradicts_is_vetoed(left: Card, right: Card, *, veto: bool) -> None:
    cards = encoded(left, right)
    records = Persons(cards) if cards.person[0] else Companies(cards)
    levels = records.compare(np.array([0]), np.array([1]))
    assert records.plan.vetoed(levels).tolist() == [veto]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [("f", "", "married"), ("", "", "different"), ("f", "m", "different")],
)
def test_another_surname_may_be_a_married_womans(left: str, right: str, level: str) -> None:
    found = levels(person("Шапшин Ия", gender=left), person("Воронов Ия", gender=right))
    assert found["last"] == level


def test_a_company_in_a_persons_field_is_a_company_by_its_inn() -> None:
    found = levels(person("Ромашка", inn="7707083893"), company("ромашка", inn="7707083893"))
    assert found["company"] == "equal"


def test_a_companys_card_with_a_whole_name_and_no_companys_inn_is_the_persons() -> None:
    card = company("заря")
    card.name = "Орлов Пётр Ильич"
    assert levels(person("Орлов Пётр Ильич"), card)["last"] == "equal"


def test_words_that_name_a_company_of_the_base_are_compared_as_one() -> None:
    cards = encoded(
        person("Титан Эверест"),
        company("титан эверест"),
        person("Роман Ильин"),
        company("роман ильин"),
    )

    assert cards.person.tolist() == [False, False, True, False]
    assert cards.company[0] == cards.company[1] != 0


def test_a_company_with_its_words_in_another_order_or_its_form_in_a_persons_cells_is_one() -> None:
    others = [person("Эверест-Титан"), person("Титан Эверест ООО"), person("Титан-Эверест О. О.")]
    cards = encoded(company("титан эверест"), *others)

    assert not cards.person.any()
    assert len(set(cards.company.tolist())) == 1


def test_a_surname_with_a_first_name_beside_a_company_is_both() -> None:
    inside, beside, driver = company("заря орлов иван"), company("заря"), company("заря")
    beside.name, driver.name = "Орлов Иван", "Орлов И."
    cards = encoded(inside, beside, driver, person("Орлов Иван"), company("заря"))

    assert cards.person.tolist() == [True, True, False, True, False]
    assert cards.firm.tolist() == [True, True, True, False, True]
    assert len(set(cards.company[cards.firm].tolist())) == 1
    assert levels(inside, person("Орлов Иван"))["last"] == "equal"


def test_a_trade_house_is_part_of_the_name_and_no_form() -> None:
    found = levels(company("ромб", legal_form="ТД"), company("тд ромб", legal_form="ООО"))
    assert found["company"] == "equal"


@pytest.mark.parametrize("name", ["Шапшин", "Шапшин П.", "Шапшин П. И."])
def test_a_phone_without_a_whole_first_name_beside_it_may_be_a_relatives(name: str) -> None:
    whole = person("Шапшин Пётр", phone=PHONE, email="shapshin@mail.ru")
    found = levels(person(name, phone=PHONE, email="shapshin@mail.ru"), whole)
    assert found["phone"] == found["email"] == "untold"
