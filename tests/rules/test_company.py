import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.company import RULES, company_key, normalise
from tests.rules.findings import assert_renders, blocking, codes

PIECES = 'ООО OOO зао «Ромашка» "Вектор" Ромашка-Авто ТД (г.Тула) , Лизинг №5 Motors Север'.split()


@pytest.mark.parametrize(
    ("raw", "form", "name"),
    [
        ('ООО "Ромашка"', "ООО", "Ромашка"),
        ('"Ромашка" ООО', "ООО", "Ромашка"),
        ("Ромашка, ООО", "ООО", "Ромашка"),
        ("ООО Ромашка", "ООО", "Ромашка"),
        ("ооо ромашка", "ООО", "Ромашка"),
        ("OOO «Ромашка»", "ООО", "Ромашка"),
        ("ОOО «Ромашка»", "ООО", "Ромашка"),
        ("ЗAО «Ромашка»", "ЗАО", "Ромашка"),
        ("О.О.О. «Ромашка»", "ООО", "Ромашка"),
        ("ООО'Ромашка'", "ООО", "Ромашка"),
        ("ООО“Ромашка”", "ООО", "Ромашка"),
        ("ОООРомашка", "ООО", "Ромашка"),
        ('ООО "Ромашка', "ООО", "Ромашка"),
        ("Общество с ограниченной ответственностью «Ромашка»", "ООО", "Ромашка"),
        ("АКЦИОНЕРНОЕ ОБЩЕСТВО «Ромашка»", "АО", "Ромашка"),
        ("Публичное акционерное общество Ромашка", "ПАО", "Ромашка"),
        ("Крестьянское (фермерское) хозяйство «Рассвет»", "КФХ", "Рассвет"),
        ('ООО "ТД "Ромашка""', "ООО", "ТД «Ромашка»"),
        ('АО "ЛК "Европлан"', "АО", "ЛК «Европлан»"),
        ("ООО СК Альянс", "ООО", "СК Альянс"),
        ("ТД Ромашка", "ТД", "Ромашка"),
        ("Ромашка АО", "АО", "Ромашка"),
        ("ООО «1С-Рарус»", "ООО", "1С-Рарус"),
        ("ГБУЗ «Городская больница №5»", "ГБУЗ", "Городская больница №5"),
        ("МУП Водоканал", "МУП", "Водоканал"),
        ("Войсковая часть 12345", "", "Войсковая часть 12345"),
        ("«Motor Group» LLC", "LLC", "Motor Group"),
        ("Сбербанк Лизинг", "", "Сбербанк Лизинг"),
        ("ИП Иванов И.И.", "ИП", "Иванов И. И."),
        ("ИП Иван Иванович Иванов", "ИП", "Иванов Иван Иванович"),
        ("Иванов Иван Иванович ИП", "ИП", "Иванов Иван Иванович"),
        ("Индивидуальный предприниматель Иванов Иван", "ИП", "Иванов Иван"),
    ],
)
def test_parts_the_form_from_the_name(raw, form, name):
    outcome = normalise(raw)

    assert outcome.value and (outcome.value.form, outcome.value.name) == (form, name)
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("ООО Ромашка тел. 8 495 123-45-67", "CMP201"),
        ("ООО Ромашка romashka@mail.ru", "CMP201"),
        ("ООО «Ромашка» (г. Тула)", "CMP202"),
        ("ООО «Ромашка» г. Тула", "CMP202"),
        ("ПАО «Банк» филиал в Туле", "CMP202"),
        ("Автоцентр Север", "CMP203"),
        ("ООО ЗАО Ромашка", "CMP204"),
        ("ооо Ромашка", "CMP301"),
        ("OOO Ромашка", "CMP302"),
        ("ООО «Мaгнит»", "CMP302"),
        ("ООО «Ромашка", "CMP303"),
        ("ООО  «Ромашка»", "CMP303"),
    ],
)
def test_says_what_is_doubtful_or_repaired(raw, code):
    outcome = normalise(raw)

    assert outcome.value
    assert code in codes(outcome.findings)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("ООО", "CMP101"),
        ("АО «»", "CMP101"),
        ("тест", "CMP102"),
        ("ааа", "CMP102"),
        ("Иванов Иван Иванович", "CMP103"),
        ("Пётр Иванов", "CMP103"),
    ],
)
def test_blocks_what_is_no_company(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "full"),
    [
        ('ип "иванов иван иванович"', "ИП Иванов Иван Иванович"),
        ("Индивидуальный предприниматель Иванов И.И.", "ИП Иванов И. И."),
        ("ПБОЮЛ «Иванова»", "ПБОЮЛ Иванова"),
        ('ооо "Ромашка"', "ООО «Ромашка»"),
        ("КФХ Иванова И.И.", "КФХ «Иванова И. И.»"),
        ('"Ромашка"', "Ромашка"),
    ],
)
def test_only_the_name_of_a_legal_person_stands_in_quotes(raw, full):
    company = normalise(raw).value

    assert company and company.full == full


def test_the_right_form_of_a_sole_trader_is_proposed_in_the_official_order():
    (finding,) = normalise("ип Иван Иванович Иванов").findings

    assert finding.suggestion == "ИП Иванов Иван Иванович"


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_cell_or_a_placeholder_is_no_company_and_no_fault(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    "raw",
    [
        "ООО «Ромашка-Авто»",
        "Ромашка Авто, ООО",
        "OOO РОМАШКА АВТО (г. Тула)",
        "ооо ромашка-авто",
        "ООО «РомашкаАвто»",
        "OOO «Pомашка Авто»",
    ],
)
def test_spellings_of_one_company_share_a_key(raw):
    company = normalise(raw).value

    assert company and company.key == "ромашка авто"


def test_the_key_shortens_what_is_written_both_ways():
    assert company_key("Торговый Дом Ёлка") == company_key("ТД «ЁЛКА»") == "тд елка"


@given(st.text())
def test_never_raises_and_every_message_renders(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert (outcome.value is None) or not outcome.blocked


@given(st.lists(st.sampled_from(PIECES), max_size=4).map(lambda words: " ".join(["ООО", *words])))
def test_the_normal_form_is_normal(raw):
    once = normalise(raw).value

    if once:
        assert normalise(once.full).value == once


@pytest.mark.parametrize(
    ("raw", "full"),
    [("JJJ Hjvfirf", "ООО «Ромашка»"), ("JJJ @Hjvfirf@", "ООО «Ромашка»"),
     ('JJJ "Hjvfirf"', "ООО «Ромашка»"), ("jjj hjvfirf-fdnj", "ООО «Ромашка-авто»"),
     ('FJ "ythubz', "АО «Энергия»")],
)  # fmt: skip
def test_undoes_the_wrong_layout(raw, full):
    outcome = normalise(raw)

    assert outcome.value is not None and outcome.value.full == full
    assert "CMP304" in codes(outcome.repairs)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["FJ Motors", "JJJ Ltd", "Bosch"])
def test_a_latin_company_is_not_taken_for_the_wrong_layout(raw):
    assert "CMP304" not in codes(normalise(raw).findings)


@pytest.mark.parametrize(
    "raw",
    ['ООО "Ромашка" директор Петров', "ООО Ромашка Петров П.П.", "ООО Ромашка НЕ ИСПОЛЬЗОВАТЬ",
     "ООО Ромашка, закрыто", "ООО Ромашка, Петров П.П., тел. 8 916 240-35-81"],
)  # fmt: skip
def test_what_stands_behind_the_name_is_set_aside_and_told(raw):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.full == "ООО «Ромашка»"
    assert "CMP202" in codes(outcome.findings)


@pytest.mark.parametrize("raw", ['ООО "Ромашка" и Ко', "ООО «Ромашка Петров»", "ООО Дубль Вэ"])
def test_the_end_of_a_name_is_no_remark(raw):
    assert "CMP202" not in codes(normalise(raw).findings)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("ООО Каскад-Групп , г. Москва", "Каскад-Групп"),
        ("ООО Каскад, г. Москва", "Каскад"),
        ("Администрация г. Химки", "Администрация г. Химки"),
    ],
)
def test_a_town_behind_a_name_is_none_of_it_unless_the_name_needs_it(raw, name):
    found = normalise(raw).value

    assert found and found.name == name
