import tomllib
from importlib.resources import files

import pytest

from rules.fields import Field
from rules.source_kinds import KINDS, SALES, SERVICE
from workflow.headers import (
    JOINT,
    Claim,
    claims,
    is_about_staff,
    is_known,
    is_row_counter,
    plain_header,
)


def best(header: str, kind: str = SALES) -> Field | None:
    found: tuple[Claim, ...] = claims(header, kind)
    return found[0].field if found else None


@pytest.mark.parametrize(
    ("header", "plain"),
    [
        ("ДатаПродажи", "дата продажи"),
        ("  Гос.\xa0№ ", "гос номер"),
        ("№ шасси (рамы)", "номер шасси рамы"),
        ("VINкод", "vin код"),
        ("E-mail", "e mail"),
        ("phone2", "phone 2"),
        ("Пробег,\nкм", "пробег км"),
        ("ЁЛКА", "елка"),
        ("ref_key", "ref key"),
        ("ФИО", "фио"),
    ],
)
def test_headers_are_compared_as_plain_words(header, plain):
    assert plain_header(header) == plain


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ф.И.О.", Field.FULL_NAME),
        ("CustomerName", Field.FULL_NAME),
        ("Имя клиента (без фамилии)", Field.FIRST_NAME),
        ("Дата рожд.", Field.BIRTH_DATE),
        ("Тел. клиента (моб.)", Field.PHONE),
        ("Телефн мобильный", Field.PHONE),
        ("Телефон 3", Field.PHONE),
        ("Адрес электронной почты клиента", Field.EMAIL),
        ("VIN-код", Field.VIN),
        ("Кузов №", Field.BODY_NO),
        ("Гос. № авто", Field.PLATE),
        ("Цена, руб.", Field.PRICE),
        ("Пробег (км)", Field.MILEAGE),
        ("Марка, модель", Field.MAKE_MODEL),
        ("№ заказ-наряда", Field.RO_NO),
        ("Не звонить", Field.REFUSAL_ADS),
        (f"Клиент{JOINT}Телефон", Field.PHONE),
        (f"Клиент{JOINT}Код", Field.SRC_ID),
    ],
)
def test_a_header_is_known_however_it_is_written(header, field):
    assert best(header) is field


@pytest.mark.parametrize(
    ("header", "sales", "service"),
    [
        ("Номер", Field.DEAL_NO, Field.RO_NO),
        ("Дата", Field.SALE_DATE, Field.RO_OPEN),
        ("Сумма", Field.PRICE, Field.SUM_TOTAL),
        ("Дата выдачи", Field.SALE_DATE, Field.RO_CLOSE),
        ("Статус", Field.STATUS, Field.RO_STATUS),
        ("Дата создания", Field.CREATED_AT, Field.RO_OPEN),
        ("Код", Field.SRC_ID, Field.SRC_ID),
    ],
)
def test_a_bare_header_depends_on_the_kind_of_file(header, sales, service):
    assert (best(header, SALES), best(header, SERVICE)) == (sales, service)


@pytest.mark.parametrize(
    "header",
    ["Код автомобиля", f"Автомобиль{JOINT}Код", "Телефон менеджера", "Прочее", "", "123", "Кот"],
)
def test_a_header_that_only_contains_a_known_word_is_not_known(header):
    assert best(header) is None
    assert not is_known(header)


def test_row_counters_are_known_as_such():
    assert all(map(is_row_counter, ["№ п/п", "№ п.п.", "№ пп", "п/п", "N п/п", "Row No."]))
    assert not any(map(is_row_counter, ["Номер", "Код", ""]))


@pytest.mark.parametrize("header", ["Телефон менеджера", "E-mail продавца", "Ответственный"])
def test_columns_about_the_dealers_people_are_recognised(header):
    assert is_about_staff(header)
    assert not is_about_staff("Телефон клиента")


@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_a_header_that_leads_to_it(field):
    from_table = {
        claim.field for kind in KINDS for name in _names(field) for claim in claims(name, kind)
    }
    assert field in from_table


def _names(field: Field) -> list[str]:
    sections = tomllib.loads(
        files("resources").joinpath("headers.toml").read_text(encoding="utf-8")
    )
    return [name for section in sections.values() for name in section.get(field.value, [])]
