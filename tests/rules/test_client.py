import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import client, company, person
from rules.client import ClientKind, normalise
from tests.rules.findings import assert_renders, blocking, codes

RULES = (*client.RULES, *person.RULES, *company.RULES)
PIECES = (
    "Иванов Иван Иванович ИВАНОВА И.И. (сын) дубль VIP тест ООО ИП «Ромашка» Банк 89161234567 , /"
    " x@y.ru Ivan Petrov Bdfyjd яяя г-н - нет Клиент Склад Саша Нгуен Тхань"
).split()


@pytest.mark.parametrize(
    ("raw", "full"),
    [
        ("Иванов Иван Иванович", "Иванов Иван Иванович"),
        ("ИВАН ИВАНОВ", "Иванов Иван"),
        ("Иванов АО", "Иванов А. О."),
        ("Частное лицо Иванов Иван", "Иванов Иван"),
        ("Дубль Иванов Иван", "Иванов Иван"),
        ("Банк Иван Иванович", "Банк Иван Иванович"),
        ("Тестов Иван Иванович", "Тестов Иван Иванович"),
        ("Иванов «Вася» Иван", "Иванов Иван"),
        ("Нгуен Ван Тхань", "Нгуен Ван Тхань"),
        ("Ivan Petrov", "Petrov Ivan"),
        ("Bdfyjd Bdfy", "Иванов Иван"),
    ],
)
def test_a_person_is_a_person(raw, full):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is ClientKind.PERSON
    assert outcome.value.person and outcome.value.person.full == full
    assert outcome.value.company is None
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "form", "name"),
    [
        ("ООО «Ромашка»", "ООО", "Ромашка"),
        ("OOO Ромашка", "ООО", "Ромашка"),
        ("Ромашка АО", "АО", "Ромашка"),
        ("«Ромашка»", "", "Ромашка"),
        ("Банк Открытие", "", "Банк Открытие"),
        ("Сбербанк Лизинг", "", "Сбербанк Лизинг"),
        ("Росагролизинг", "", "Росагролизинг"),
        ("Автоцентр Север", "", "Автоцентр Север"),
        ("Администрация города", "", "Администрация города"),
        ("Mercedes-Benz Bank", "", "Mercedes-Benz Bank"),
        ("ИП «Рассвет»", "ИП", "Рассвет"),
        ("КФХ Рассвет", "КФХ", "Рассвет"),
    ],
)
def test_a_company_is_a_company(raw, form, name):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is ClientKind.COMPANY
    assert outcome.value.company
    assert (outcome.value.company.form, outcome.value.company.name) == (form, name)
    assert outcome.value.person is None
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "kind", "full", "form"),
    [
        ("ИП Иванов И.И.", ClientKind.PERSON, "Иванов И. И.", "ИП"),
        ("Иванов Иван Иванович ИП", ClientKind.PERSON, "Иванов Иван Иванович", "ИП"),
        ("Индивидуальный предприниматель Иванова", ClientKind.PERSON, "Иванова", "ИП"),
        ("ЧП Иванов Иван", ClientKind.PERSON, "Иванов Иван", "ЧП"),
        ("КФХ Иванов И.И.", ClientKind.COMPANY, "Иванов И. И.", "КФХ"),
        ("Глава КФХ Иванов Иван", ClientKind.COMPANY, "Иванов Иван", "КФХ"),
        ("ООО Ромашка (Иванов Иван)", ClientKind.COMPANY, "Иванов Иван", "ООО"),
        ("Иванов Иван (ООО Ромашка)", ClientKind.PERSON, "Иванов Иван", "ООО"),
        ("Иванов Иван / ООО Ромашка", ClientKind.PERSON, "Иванов Иван", "ООО"),
        ("ООО «Ромашка», Петров П.П.", ClientKind.COMPANY, "Петров П. П.", "ООО"),
    ],
)
def test_a_person_with_a_company_is_both(raw, kind, full, form):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is kind
    assert outcome.value.person and outcome.value.person.full == full
    assert outcome.value.company and outcome.value.company.form == form
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("Розничный покупатель", "CLI101"),
        ("РОЗНИЧНЫЙ ПОКУПАТЕЛЬ", "CLI101"),
        ("ОсновнойПокупатель", "CLI101"),
        ("Основной покупатель 1", "CLI101"),
        ("Частное лицо", "CLI101"),
        ("Физ. лицо", "CLI101"),
        ("-", "CLI101"),
        ("...", "CLI101"),
        ("нет", "CLI101"),
        ("Клиент", "CLI101"),
        ("xxx", "CLI101"),
        ("Склад новых автомобилей", "CLI102"),
        ("Тест-драйв Kia Rio", "CLI102"),
        ("Подменный автомобиль", "CLI102"),
        ("тест", "CLI103"),
        ("Тест Тестович Тестов", "CLI103"),
        ("test 2", "CLI103"),
        ("ааа", "CLI104"),
        ("фыва", "CLI104"),
        ("111", "CLI104"),
        ("А", "CLI104"),
        ("дубль", "CLI105"),
        ("*ЗАКРЫТ*", "CLI105"),
        ("не использовать!", "CLI105"),
        ("VIP", "CLI105"),
        ("Итого", "CLI106"),
        ("ООО", "CMP101"),
    ],
)
def test_junk_is_blocked_and_says_why(raw, code):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is ClientKind.JUNK
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "kind", "spare"),
    [
        ("Иванов Иван 8-916-123-45-67", ClientKind.PERSON, "8-916-123-45-67"),
        ("Иванов Иван (89161234567)", ClientKind.PERSON, "89161234567"),
        ("Иванов ivan@mail.ru 89161234567", ClientKind.PERSON, "ivan@mail.ru, 89161234567"),
        ("ООО Ромашка 8 495 123-45-67", ClientKind.COMPANY, "8 495 123-45-67"),
        ("89161234567", ClientKind.UNKNOWN, "89161234567"),
        ("дубль 89161234567", ClientKind.JUNK, "89161234567"),
    ],
)
def test_keeps_what_belongs_to_other_fields(raw, kind, spare):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is kind
    assert outcome.value.spare == spare
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["Европлан", "Toyota", "Замена масла"])
def test_what_is_neither_is_unknown_with_a_guess(raw):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.kind is ClientKind.UNKNOWN
    assert outcome.value.person
    assert "CLI202" in codes(outcome.findings)
    assert not outcome.blocked


@pytest.mark.parametrize("raw", ["", " ", "\n"])
def test_an_empty_cell_names_nobody(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@given(st.text())
def test_never_raises_and_every_message_renders(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert outcome.value is None or (outcome.value.kind is ClientKind.JUNK) == outcome.blocked


@given(st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join))
def test_a_persons_normal_form_names_the_same_person(raw):
    once = normalise(raw).value

    if once and once.kind is ClientKind.PERSON and once.person and not once.company:
        twice = normalise(once.person.full).value
        assert twice and twice.kind is ClientKind.PERSON
        assert twice.person and twice.person.parts == once.person.parts


@pytest.mark.parametrize("raw", ["«Yk", "[фыва«", "О0О «"])
def test_a_name_that_is_junk_when_it_is_repaired_is_junk(raw):
    assert normalise(raw).blocked


@pytest.mark.parametrize(
    ("raw", "form", "name"),
    [("ТД Восток", "ТД", "Восток"), ("УК Уют", "УК", "Уют"), ("ГК Альянс", "ГК", "Альянс")],
)
def test_a_form_of_two_letters_is_no_pair_of_initials(raw, form, name):
    found = normalise(raw).value

    assert found.kind is ClientKind.COMPANY
    assert (found.company.form, found.company.name) == (form, name)


@pytest.mark.parametrize("raw", ["УК Иванов", "Иванов У.К.", "ТД Щелкогонова", "Петрова Г.К."])
def test_initials_that_spell_a_form_leave_a_person_one(raw):
    assert normalise(raw).value.kind is ClientKind.PERSON


@pytest.mark.parametrize(
    "raw",
    ["Администрация г. Химки", "ОВД по г. Химки", "УМВД России по г. Казани", "ЛК Европлан",
     "в/ч 12345", "Детский сад Солнышко", "колхоз Заря"],
)  # fmt: skip
def test_an_office_or_a_works_is_no_person(raw):
    named = normalise(raw).value

    assert named and named.kind is ClientKind.COMPANY
    assert named.person is None


def test_offices_of_two_towns_are_two():
    keys = {
        named.company.key
        for town in ("Химки", "Тула")
        for text in (f"Администрация г. {town}", f"УМВД России по г. {town}")
        if (named := normalise(text).value) and named.company
    }

    assert len(keys) == 4


@pytest.mark.parametrize("raw", ["ООО Ромашка, г. Москва", 'ООО "Ромашка" г. Тула'])
def test_a_town_behind_a_company_is_no_person(raw):
    named = normalise(raw).value

    assert named and named.company and named.company.name == "Ромашка"
    assert named.person is None


@pytest.mark.parametrize("raw", ['ООО "Ромашка" Петров Иван', 'ООО "Ромашка" Петров И.И.'])
def test_a_person_behind_the_closing_quote_is_a_contact(raw):
    named = normalise(raw).value

    assert named and named.company and named.company.name == "Ромашка"
    assert named.person and named.person.last == "Петров"
    assert codes(normalise(raw).findings) == ["CLI203"]


def test_a_whole_name_behind_a_company_is_a_person():
    raw = "ООО Вектор Вербицкий Владимир Викторович"
    named = normalise(raw).value

    assert named and named.kind is ClientKind.COMPANY
    assert named.company and named.company.name == "Вектор"
    assert named.person and named.person.full == "Вербицкий Владимир Викторович"
    assert codes(normalise(raw).findings) == ["CLI203"]


@pytest.mark.parametrize(
    "raw", ["ООО Торговый дом Иванов и сыновья", "ООО Управляющая компания Северный двор"]
)
def test_words_of_a_companys_name_are_no_person(raw):
    named = normalise(raw).value

    assert named and named.company and named.person is None


@pytest.mark.parametrize("raw", ["не помнит", "Не сообщила", "имя не указано"])
def test_words_for_a_name_that_was_not_told_are_junk(raw):
    assert codes(normalise(raw).findings) == ["CLI101"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Иванов Иван ООО Ромашка", ClientKind.PERSON),
        ("Ромашка ООО Иванов Иван", ClientKind.COMPANY),
    ],
)
def test_a_form_between_a_person_and_a_company_parts_them(raw, kind):
    named = normalise(raw).value

    assert named and named.kind is kind
    assert named.company and named.company.name == "Ромашка"
    assert named.person and named.person.full == "Иванов Иван"
    assert codes(normalise(raw).findings) == ["CLI203"]


@pytest.mark.parametrize(
    "raw", ["Иванов (ООО Ромашка)", "Европлан/ООО Ромашка", "ООО Ромашка водитель Иванов"]
)
def test_another_name_beside_a_company_is_set_aside_and_told(raw):
    named = normalise(raw).value

    assert named and named.company and named.company.name == "Ромашка"
    assert codes(normalise(raw).findings) == ["CMP202"]
