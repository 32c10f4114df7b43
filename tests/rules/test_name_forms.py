import iuliia
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import names
from rules.name_forms import full_first, is_initial, latin, neutral_surname, skeleton

SCHEMES = (
    iuliia.ICAO_DOC_9303,
    iuliia.MVD_310,
    iuliia.MVD_782,
    iuliia.BGN_PCGN,
    iuliia.GOST_52535,
    iuliia.GOST_52290,
    iuliia.MOSMETRO,
    iuliia.WIKIPEDIA,
    iuliia.YANDEX_MAPS,
    iuliia.YANDEX_MONEY,
    iuliia.BS_2979,
    iuliia.ALA_LC,
)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_every_usual_transliteration_has_the_key_of_the_russian_name(scheme):
    usual = [*list(names.first_names())[:300], *list(names.surnames())[:3000]]
    different = [name for name in usual if latin(scheme.translate(name.title())) != latin(name)]

    assert different == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр", "Alexander"),
        ("Ксения", "Xenia"),
        ("Юлия", "Julia"),
        ("Фёдор", "Fyodor"),
        ("Пётр", "Peter"),
        ("Виктор", "Victor"),
        ("Дмитрий", "Dmitry"),
        ("Смирнов", "Smirnoff"),
        ("Щукин", "Schukin"),
        ("Чайковский", "Tchaikovsky"),
        ("Пугачёв", "Pugachov"),
        ("Наталья", "Наталия"),
        ("Софья", "София"),
        ("Иванова-Петрова", "Ivanova Petrova"),
    ],
)
def test_other_spellings_share_the_key(one, other):
    assert latin(one) == latin(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Иван", "Иванна"), ("Схожев", "Шожев"), ("Жуков", "Зуков"), ("Олег", "Ольга"), ("Ян", "Яна")],
)
def test_other_names_have_other_keys(one, other):
    assert latin(one) != latin(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Екатерина", "Екатирина"),
        ("Иннокентий", "Инокентий"),
        ("Безруков", "Бесруков"),
        ("Соловьёв", "Салавьев"),
        ("Ivanov", "Иванов"),
    ],
)
def test_a_slip_of_the_pen_leaves_the_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("last", "neutral"),
    [
        ("Иванова", "иванов"),
        ("Иванов", "иванов"),
        ("Ёлкина", "елкин"),
        ("Достоевская", "достоевский"),
        ("Троицкая", "троицкий"),
        ("Толстая", "толстой"),
        ("Белая", "белый"),
        ("Черных", "черных"),
        ("Шевченко", "шевченко"),
        ("Сова", "сова"),
        ("Иванова-Петрова", "иванов-петров"),
        ("Иванова Петрова", "иванов-петров"),
        ("Ivanova", "ivanov"),
        ("", ""),
    ],
)
def test_husband_and_wife_share_a_surname(last, neutral):
    assert neutral_surname(last) == neutral


@pytest.mark.parametrize(("his", "hers"), [("Rimsky", "Rimskaya"), ("Rimskiy", "Rimskaia")])
def test_they_share_it_in_latin_too(his, hers):
    assert neutral_surname(his) == neutral_surname(hers)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Саша", {"александр", "александра"}),
        ("Лёша", {"алексей"}),
        ("Дима", {"дмитрий", "вадим"}),
        ("Настя", {"анастасия"}),
        ("Женя", {"евгений", "евгения"}),
        ("Александр", set()),
        ("", set()),
    ],
)
def test_a_short_form_stands_for_its_full_names(name, full):
    assert set(full_first(name)) == full


@pytest.mark.parametrize(
    ("part", "initial"), [("И.", True), ("Ал.", True), ("Я", True), ("Ян", False)]
)
def test_tells_an_initial(part, initial):
    assert is_initial(part) is initial


@given(st.text())
def test_no_form_raises_and_keys_are_their_own_keys(text):
    neutral_surname(text)
    full_first(text)
    assert skeleton(text).split() == [word for word in skeleton(text).split() if word]
    assert "  " not in latin(text)
