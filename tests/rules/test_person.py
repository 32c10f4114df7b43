import random
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resources import names
from rules.person import RULES, PersonName, normalise, normalise_parts
from tests.rules.findings import assert_renders, blocking, codes

PIECES = (
    "Иванов иван ИВАНОВИЧ Петровна Мария И. И.И. ИИ оглы кызы Гасан Нгуен Ван (сын) , / дубль VIP"
    " Ivan Petrov Bdfyjd Bdfy фон Ли Ю яяя 2 г-н гр. мл. не использовать и + Черных Абрамович"
    " Герман Борис Сергеев Саша О'Нил Иванова-Петрова Ким Тхань Зуекщм 89161234567 x@y.ru"
).split()


def parts(name: PersonName | None) -> tuple[str, str, str] | None:
    return name.parts if name else None


@pytest.mark.parametrize(
    ("raw", "last", "first", "patronymic"),
    [
        ("Иванов Иван Иванович", "Иванов", "Иван", "Иванович"),
        ("Иван Иванович Иванов", "Иванов", "Иван", "Иванович"),
        ("Иванов Иванович Иван", "Иванов", "Иван", "Иванович"),
        ("Иван Иванов Иванович", "Иванов", "Иван", "Иванович"),
        ("ИВАНОВА АННА СЕРГЕЕВНА", "Иванова", "Анна", "Сергеевна"),
        ("иванов иван", "Иванов", "Иван", ""),
        ("Иван Иванов", "Иванов", "Иван", ""),
        ("Сергей Сергеев", "Сергеев", "Сергей", ""),
        ("Сергеев Сергей", "Сергеев", "Сергей", ""),
        ("Герман Борис", "Герман", "Борис", ""),
        ("Борис Герман", "Герман", "Борис", ""),
        ("Вера Черных", "Черных", "Вера", ""),
        ("Виктор Цой", "Цой", "Виктор", ""),
        ("Ли Олег", "Ли", "Олег", ""),
        ("Роман Аркадьевич Абрамович", "Абрамович", "Роман", "Аркадьевич"),
        ("Абрамович Роман", "Абрамович", "Роман", ""),
        ("Анна Абрамович", "Абрамович", "Анна", ""),
        ("Иван Иванович", "", "Иван", "Иванович"),
        ("Иван Иваныч", "", "Иван", "Иваныч"),
        ("Иванов", "Иванов", "", ""),
        ("Иванов И.И.", "Иванов", "И.", "И."),
        ("Иванов И. И.", "Иванов", "И.", "И."),
        ("Иванов И И", "Иванов", "И.", "И."),
        ("Иванов И.И", "Иванов", "И.", "И."),
        ("Иванов ИИ", "Иванов", "И.", "И."),
        ("ИВАНОВ АО", "Иванов", "А.", "О."),
        ("Иванов НА", "Иванов", "Н.", "А."),
        ("иванов нн", "Иванов", "Н.", "Н."),
        ("Иванов Ию Пю", "Иванов", "И.", "П."),
        ("Иванов Иван Ал", "Иванов", "Иван", "Ал."),
        ("Иванов Ян", "Иванов", "Ян", ""),
        ("Ли Бо", "Ли", "Бо", ""),
        ("Пак Ен Су", "Пак", "Ен Су", ""),
        ("Иванова Ольга Иванна", "Иванова", "Ольга", "Иванна"),
        ("Ольга Вячеславна Иванова", "Иванова", "Ольга", "Вячеславна"),
        ("Иванова Анна Жанна", "Иванова", "Анна Жанна", ""),
        ("Иванов Иван срочно", "Иванов", "Иван", ""),
        ("И.И. Иванов", "Иванов", "И.", "И."),
        ("И.И.Иванов", "Иванов", "И.", "И."),
        ("ИвановИ.И.", "Иванов", "И.", "И."),
        ("Иванов,И,И", "Иванов", "И.", "И."),
        ("Иванов Иван И.", "Иванов", "Иван", "И."),
        ("Ю Олег Иванович", "Ю", "Олег", "Иванович"),
        ("Пётр Ёлкин", "Ёлкин", "Пётр", ""),
        ("Иванова-Петрова Анна", "Иванова-Петрова", "Анна", ""),
        ("ИВАНОВА-ПЕТРОВА АННА", "Иванова-Петрова", "Анна", ""),
        ("Римский - Корсаков Николай", "Римский-Корсаков", "Николай", ""),
        ("Римский -Корсаков Николай", "Римский-Корсаков", "Николай", ""),
        ("Иванова Петрова Мария", "Иванова Петрова", "Мария", ""),
        ("Иванова Анна Мария", "Иванова", "Анна Мария", ""),
        ("Мамедов Али Гасан оглы", "Мамедов", "Али", "Гасан оглы"),
        ("Мамедов Али Гасан-оглы", "Мамедов", "Али", "Гасан оглы"),
        ("МАМЕДОВА ЛЕЙЛА ГАСАН КЫЗЫ", "Мамедова", "Лейла", "Гасан кызы"),
        ("Мамедов Али Гасаноглы", "Мамедов", "Али", "Гасаноглы"),
        ("Али Гасан оглы Мамедов", "Мамедов", "Али", "Гасан оглы"),
        ("Нгуен Ван Тхань", "Нгуен", "Ван Тхань", ""),
        ("Ким Ир Сен", "Ким", "Ир Сен", ""),
        ("Нгуен Тхи Ким Ань", "Нгуен", "Тхи Ким Ань", ""),
        ("Мария Гарсиа Лопес", "Гарсиа Лопес", "Мария", ""),
        ("фон Браун Вернер", "фон Браун", "Вернер", ""),
        ("О'Нил Джон", "О'Нил", "Джон", ""),
        ("лук’янов пётр", "Лук'янов", "Пётр", ""),
        ("МакКартни Пол", "МакКартни", "Пол", ""),
        ("Ivan Petrov", "Petrov", "Ivan", ""),
        ("PETROV IVAN IVANOVICH", "Petrov", "Ivan", "Ivanovich"),
        ("Smith John", "Smith", "John", ""),
        ("ИвановИван Иванович", "Иванов", "Иван", "Иванович"),
        ("Иванов\u00a0Иван  Иванович", "Иванов", "Иван", "Иванович"),
        ("Иванов Иван Иванович.", "Иванов", "Иван", "Иванович"),
        ("Иванов, Иван Иванович", "Иванов", "Иван", "Иванович"),
        ("«Иванов Иван»", "Иванов", "Иван", ""),
        ("Иванов (Иван)", "Иванов", "Иван", ""),
        ("ИП Иванов Иван", "Иванов", "Иван", ""),
        ("Иванов Иван Сергеев", "Иванов", "Иван", "Сергеев"),
        ("Иванов Иван Иванов", "Иванов", "Иван", ""),
    ],
)
def test_reads_the_parts_of_a_name_in_whatever_order(raw, last, first, patronymic):
    outcome = normalise(raw)

    assert parts(outcome.value) == (last, first, patronymic)
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "full", "code"),
    [
        ("ИВАНОВ иван", "Иванов Иван", "NAM301"),
        ("Ивaнoв Иван", "Иванов Иван", "NAM302"),
        ("ивaнов иван", "Иванов Иван", "NAM302"),
        ("POMAH Иванов", "Иванов Роман", "NAM302"),
        ("Иван0в Иван", "Иванов Иван", "NAM302"),
        ("3ахаров Иван", "Захаров Иван", "NAM302"),
        ("Bdfyjd Bdfy", "Иванов Иван", "NAM303"),
        ("Bdfyjd Bdfy Bdfyjdbx", "Иванов Иван Иванович", "NAM303"),
        ("bdfyjd B/B/", "Иванов И. И.", "NAM303"),
        ("K.,jdm Bdfyjdf", "Иванова Любовь", "NAM303"),
        ("Иванов Bdfy", "Иванов Иван", "NAM303"),
        ("Шмфт Зуекщм", "Petrov Ivan", "NAM303"),
        ("Иванов  Иван", "Иванов Иван", "NAM304"),
        ("!Иванов Иван", "Иванов Иван", "NAM304"),
        ("Иван Иванов", "Иванов Иван", "NAM305"),
        ("гр. Иванов Иван", "Иванов Иван", "NAM306"),
        ("Частное лицо Иванов Иван", "Иванов Иван", "NAM306"),
        ("г-н Иванов Иван", "Иванов Иван", "NAM306"),
        ("Иванов И.И.", "Иванов И. И.", "NAM307"),
        ("Иванов Иванов Иван", "Иванов Иван", "NAM308"),
    ],
)
def test_says_what_it_repaired(raw, full, code):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.full == full
    assert code in codes(outcome.findings)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "full", "remark", "code"),
    [
        ("Иванов Иван (сын)", "Иванов Иван", "сын", "NAM202"),
        ("Иванова (Петрова) Мария Ивановна", "Иванова Мария Ивановна", "Петрова", "NAM202"),
        ("Иванова/Петрова Мария Ивановна", "Иванова Мария Ивановна", "Петрова", "NAM202"),
        ("Иванов «Вася» Иван", "Иванов Иван", "Вася", "NAM202"),
        ("Иванов Иван мл.", "Иванов Иван", "мл", "NAM202"),
        ("VIP Иванов Иван", "Иванов Иван", "VIP", "NAM202"),
        ("Иванов Иван 2", "Иванов Иван", "2", "NAM202"),
        ("Иванов Иван водитель", "Иванов Иван", "водитель", "NAM202"),
        ("яяя Иванов Иван", "Иванов Иван", "", "NAM203"),
        ("яяяИванов Иван", "Иванов Иван", "", "NAM203"),
        ("дубль Иванов Иван", "Иванов Иван", "дубль", "NAM203"),
        ("*ЗАКРЫТ* Иванов Иван", "Иванов Иван", "ЗАКРЫТ", "NAM203"),
        ("Иванов Иван НЕ ИСПОЛЬЗОВАТЬ", "Иванов Иван", "НЕ ИСПОЛЬЗОВАТЬ", "NAM203"),
        ("Иванов И.И./Петров П.П.", "Иванов И. И.", "Петров П.П.", "NAM204"),
        ("Иванов Иван и Мария", "Иванов Иван", "Мария", "NAM204"),
        ("Иванов Иван Иванович Петрович", "Иванов Иван Иванович", "Петрович", "NAM205"),
        ("Иванов Иван 8-916-123-45-67", "Иванов Иван", "8-916-123-45-67", "NAM201"),
        ("Иванов Иван т. 89161234567", "Иванов Иван", "т. 89161234567", "NAM201"),
        ("Иванов Иван ivan@mail.ru", "Иванов Иван", "ivan@mail.ru", "NAM201"),
        ("Иванов Иван XW8AA11B0CK000123", "Иванов Иван", "XW8AA11B0CK000123", "NAM201"),
        ("Иванов Иван А123ВС77", "Иванов Иван", "А123ВС77", "NAM201"),
        ("Иванов Иван 01.02.1980", "Иванов Иван", "01.02.1980", "NAM201"),
    ],
)
def test_sets_aside_what_is_no_name(raw, full, remark, code):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.full == full
    assert outcome.value.remark == remark
    assert code in codes(outcome.findings)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        ("Иванов Иван (сын)", ["сын"]),
        ("Иванов Иван (сын 1990)", ["1990", "сын"]),
        ("Иванов Иван (муж (бывш.))", ["бывш.", "муж"]),
        ("Иванов Иван [водитель", ["водитель"]),
        ("Иванов «Вася» Иван", ["Вася"]),
        ("Иванова/Петрова Мария Ивановна", ["Петрова"]),
        ("Иванов Иван (№5)", ["5"]),
    ],
)
def test_a_remark_is_told_without_the_brackets_around_it(raw, pieces):
    found = [one.value for one in normalise(raw).findings if one.code == "NAM202"]

    assert found == pieces


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        ("Иванов", "NAM206", ""),
        ("Петров Саша", "NAM207", "Петров Александр"),
        ("Саша Черных", "NAM207", ""),
        ("Иванов Иван Сергееви", "NAM208", "Иванов Иван Сергеевич"),
        ("Иванов Иван Алексадрович", "NAM208", "Иванов Иван Александрович"),
        ("Иванов Никоалй Иванович", "NAM209", "Иванов Николай Иванович"),
        ("Иванова Иван Иванович", "NAM210", ""),
        ("Абырвалгус Хмыжанус", "NAM212", ""),
    ],
)
def test_doubts_but_keeps_the_name_as_written(raw, code, suggestion):
    outcome = normalise(raw)
    found = next(finding for finding in outcome.findings if finding.code == code)

    assert outcome.value and outcome.value.full
    assert found.suggestion == suggestion
    assert not found.repaired
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "gender"),
    [
        ("Иванов Иван Иванович", "m"),
        ("Черных Анна Петровна", "f"),
        ("Черных Женя Ильинична", "f"),
        ("Ким Валя Кузьмич", "m"),
        ("Ким Анна", "f"),
        ("Ким Илья", "m"),
        ("Иванова А.А.", "f"),
        ("Иванов А.А.", "m"),
        ("Мамедова Лейла Гасан кызы", "f"),
        ("Черных Саша", ""),
        ("Ким И.И.", ""),
        ("Petrova Anna", "f"),
    ],
)
def test_tells_the_gender_from_patronymic_then_first_name_then_surname(raw, gender):
    outcome = normalise(raw).value

    assert outcome and outcome.gender == gender


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано", "НЕТ ДАННЫХ", "n/a"])
def test_an_empty_cell_or_a_placeholder_is_no_name_and_no_fault(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["ааа", "фыва", "123", "89161234567", "!!!a", "бвгджз"])
def test_blocks_what_cannot_be_a_name(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == ["NAM101"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    "raw", ["ООО Ромашка", "OOO «Ромашка»", "Банк Открытие", "Сбербанк Лизинг", "КФХ Рассвет"]
)
def test_blocks_a_company_in_the_field_of_a_person(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == ["NAM102"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["Банк Иван Иванович", "Школа Иван Фёдорович"])
def test_a_surname_like_a_companys_word_stays_a_surname(raw):
    assert normalise(raw).value


@pytest.mark.parametrize(
    ("cells", "expected", "code"),
    [
        (("Иванов", "Иван", "Иванович"), ("Иванов", "Иван", "Иванович"), ""),
        (("иванов", "ИВАН", ""), ("Иванов", "Иван", ""), "NAM301"),
        (("Иванов", "И.", "И."), ("Иванов", "И.", "И."), "NAM307"),
        (("Иван", "Иванов", ""), ("Иванов", "Иван", ""), "NAM211"),
        (("Иван", "Иванович", "Иванов"), ("Иванов", "Иван", "Иванович"), "NAM211"),
        (("Иванов Иван Иванович", "", ""), ("Иванов", "Иван", "Иванович"), ""),
        (("Иванов Иван Иванович", "Иван", "Иванович"), ("Иванов", "Иван", "Иванович"), ""),
        (("Иванова", "Анна Мария", ""), ("Иванова", "Анна Мария", ""), ""),
        (("Иванов", "", "Иванович"), ("Иванов", "", "Иванович"), ""),
        (("Ким", "Ли", ""), ("Ким", "Ли", ""), ""),
        (("Павлович", "Иван", "Петрович"), ("Павлович", "Иван", "Петрович"), ""),
        (("Мамедов", "Али", "Гасан оглы"), ("Мамедов", "Али", "Гасан оглы"), ""),
        (("нет", "Иван", "-"), ("", "Иван", ""), "NAM206"),
        (("ИП Иванов", "Иван", ""), ("Иванов", "Иван", ""), ""),
        (("Иванов (сын)", "Иван", ""), ("Иванов", "Иван", ""), "NAM202"),
    ],
)
def test_puts_three_cells_right(cells, expected, code):
    outcome = normalise_parts(*cells)

    assert parts(outcome.value) == expected
    assert code in codes(outcome.findings) if code else outcome.findings == ()
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("cells", [("", "", ""), ("-", "нет", ""), (" ", " ", " ")])
def test_three_empty_cells_are_no_name(cells):
    assert normalise_parts(*cells).value is None
    assert not normalise_parts(*cells).blocked


@given(st.text())
def test_never_raises_and_every_message_renders(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert (outcome.value is None) or not outcome.blocked


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_cells_never_raise_and_every_message_renders(last, first, patronymic):
    assert_renders(normalise_parts(last, first, patronymic).findings, RULES)


@given(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))
@example("Петровна Иванов")  # of a man's surname and a woman's patronymic
def test_the_normal_form_is_normal(raw):
    once = normalise(raw).value

    if once:
        twice = normalise(once.full).value
        assert parts(twice) == once.parts
        assert twice and twice.gender == once.gender


@given(st.permutations(["Кузнецова", "Мария", "Сергеевна"]))
def test_the_order_makes_no_difference(words):
    assert parts(normalise(" ".join(words)).value) == ("Кузнецова", "Мария", "Сергеевна")


@cache
def people() -> tuple[tuple[str, str, str], ...]:
    """Invented people: a frequent first name and patronymic, every third surname invented too."""
    dice = random.Random(20261121)
    men = [name for name, of in names.first_names().items() if of.gender == "m" and of.often > 50]
    women = [name for name, of in names.first_names().items() if of.gender == "f" and of.often > 50]
    fathers = [text for text, often in names.patronymics().items() if often > 100]
    families = [name for name in names.surnames() if "-" not in name]
    found = []
    for number in range(3000):
        father = dice.choice(fathers)
        woman = father.endswith("а")
        last = _invented(dice) if number % 3 == 0 else dice.choice(families)
        last += "а" if woman and last.endswith(("ов", "ев", "ин")) else ""
        found.append((last.title(), dice.choice(women if woman else men).title(), father.title()))
    return tuple(found)


def _invented(dice: random.Random) -> str:
    syllables = dice.choices(["бар", "кло", "ми", "тру", "ше", "гва", "зю", "хры", "пе"], k=2)
    return "".join(syllables) + dice.choice(["лов", "нев", "кин", "ренко", "дзе", "льман", "сук"])


def share(template: str, expected: str) -> float:
    right = 0
    for last, first, patronymic in people():
        of = {"s": last, "f": first, "m": patronymic}
        read = normalise(" ".join(of[role] for role in template)).value
        right += parts(read) == tuple(of[role] if role in expected else "" for role in "sfm")
    return right / len(people())


@pytest.mark.parametrize("order", ["sfm", "fms", "smf", "fsm", "mfs"])
def test_three_words_are_read_right_in_any_order(order):
    assert share(order, "sfm") >= 0.98


@pytest.mark.parametrize("order", ["sf", "fs", "fm"])
def test_two_words_are_read_right_in_any_order(order):
    assert share(order, order) >= 0.95


@pytest.mark.parametrize(
    ("raw", "full"),
    [
        ("ИВАНОВ иванов Иван", "Иванов Иван"),
        ("Мария Петров Саша", "Петров Мария Саша"),
        ("Иванов ИванИП", "Иванов Иван"),
    ],
)
def test_a_normal_form_is_reached_at_once(raw, full):
    found = normalise(raw).value

    assert found and found.full == full
    assert normalise(found.full).value == found
