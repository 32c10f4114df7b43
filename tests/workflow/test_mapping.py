import json

import pytest

from resources import texts
from rules.fields import Field
from workflow.mapping import Chosen, Column, Mapping, guess

_VINS = [f"XTA2109901000{n:04}" for n in range(30)]
_PHONES = [f"8916123{n:04}" for n in range(30)]
_PLATES = [f"А{n:03}ВС777" for n in range(30)]
_NAMES = ["Иванов Иван Иванович", "Петрова Анна Петровна", "Сидоров С.С."] * 10
_DATES = [f"{n % 28 + 1:02}.03.2024" for n in range(30)]
_BIRTHS = [f"{n % 28 + 1:02}.03.{1960 + n}" for n in range(30)]
_WORDS = ["нет", "да", "может быть"] * 10


def mapped(kind: str, **columns: list[str]) -> Mapping:
    """The guess for columns of these headers and cells."""
    headers = [header.replace("_", " ") for header in columns]
    return guess(headers, list(zip(*columns.values(), strict=True)), kind)


def fields(mapping: Mapping) -> dict[str, str | None]:
    return {column.header: column.field for column in mapping.columns}


def only(mapping: Mapping) -> Column:
    (column,) = mapping.columns
    return column


def test_a_sales_file_is_mapped():
    mapping = guess(
        ["Код клиента", "Клиент", "Телефон", "Доп. телефон", "VIN", "Автомобиль", "Дата", "Сумма"],
        [["К1", _NAMES[0], _PHONES[0], "", _VINS[0], "LADA Vesta", "01.03.2024", "900 000"]] * 5,
        "sales",
    )
    assert [column.field for column in mapping.columns] == [
        Field.SRC_ID,
        Field.FULL_NAME,
        Field.PHONE,
        Field.PHONE,
        Field.VIN,
        Field.MAKE_MODEL,
        Field.SALE_DATE,
        Field.PRICE,
    ]
    assert {column.chosen for column in mapping.columns} == {Chosen.HEADER}
    assert mapping.index_of(Field.VIN) == 4
    assert mapping.indexes_of(Field.PHONE) == (2, 3)
    assert mapping.index_of(Field.EMAIL) is None


def test_the_number_of_an_order_is_not_the_clients_id():
    mapping = mapped("service", Номер=["PS1", "PS2"], Дата=_DATES[:2], Код=["7", "7"])
    assert fields(mapping) == {
        "Номер": Field.RO_NO,
        "Дата": Field.RO_OPEN,
        "Код": Field.SRC_ID,
    }


def test_a_specific_id_goes_before_a_bare_one():
    mapping = mapped("sales", ID=["1", "2"], Код_клиента=["К1", "К2"])
    assert fields(mapping) == {"ID": None, "Код клиента": Field.SRC_ID}
    assert "already read from the column “Код клиента”" in mapping.columns[0].note


@pytest.mark.parametrize("header", ["№ п/п", "№"])
def test_running_numbers_of_rows_are_no_id(header):
    column = only(guess([header], [[str(n)] for n in range(1, 9)], "service"))
    assert column.field is None
    assert column.note == "Numbers the rows of the file."


def test_numbers_of_documents_are_not_running_numbers():
    column = only(guess(["№"], [["PS7"], ["PS9"]], "service"))
    assert column.field is Field.RO_NO


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (_VINS, Field.VIN),
        (_PLATES, Field.PLATE),
        (_PHONES, Field.PHONE),
        (["a@b.ru"] * 9, Field.EMAIL),
        (["7707083893"] * 9, Field.INN),
        (_NAMES, Field.FULL_NAME),
    ],
)
def test_cells_name_a_column_whose_header_does_not(cells, field):
    column = only(guess(["Прочее"], [[cell] for cell in cells], "sales"))
    assert (column.field, column.chosen, column.share) == (field, Chosen.CONTENT, 1.0)


def test_cells_win_over_a_header_that_contradicts_them():
    mapping = mapped("service", Гос_номер=_VINS, VIN=_PLATES, Клиент=_NAMES)
    assert fields(mapping) == {
        "Гос номер": Field.VIN,
        "VIN": Field.PLATE,
        "Клиент": Field.FULL_NAME,
    }
    assert mapping.columns[0].chosen is Chosen.CONTENT
    assert mapping.columns[0].note == "The header says “Plate”, but the cells hold VINs."


def test_a_note_calls_a_field_by_its_title_in_the_readers_language():
    texts.use("ru")
    mapping = mapped("sales", ID=_WORDS, Код_клиента=_DATES, Гос_номер=_VINS)
    assert "«Код клиента» уже читается" in mapping.columns[0].note
    assert "По заголовку это «Госномер»" in mapping.columns[2].note


def test_a_header_without_proof_stays_with_a_note():
    column = only(guess(["VIN"], [[word] for word in _WORDS], "sales"))
    assert (column.field, column.share) == (Field.VIN, 0.0)
    assert column.note == "Only 0 % of the cells look like VINs."


def test_a_body_number_that_is_a_vin_is_read_as_one():
    assert only(guess(["Номер кузова"], [[vin] for vin in _VINS], "sales")).field is Field.VIN
    both = mapped("sales", VIN=_VINS, Номер_кузова=_VINS)
    assert fields(both) == {"VIN": Field.VIN, "Номер кузова": Field.BODY_NO}


def test_an_id_made_of_phone_numbers_stays_an_id():
    column = only(guess(["Код клиента"], [[phone] for phone in _PHONES], "sales"))
    assert (column.field, column.chosen) == (Field.SRC_ID, Chosen.HEADER)


@pytest.mark.parametrize(("phones", "field"), [(30, Field.PHONE), (25, Field.COMMENT)])
def test_a_comment_is_a_phone_only_if_it_always_is(phones, field):
    cells = [f"тел. {phone}" for phone in _PHONES[:phones]] + _WORDS[phones:]
    assert only(guess(["Комментарий"], [[cell] for cell in cells], "sales")).field is field


def test_the_registered_address_stands_in_for_the_only_one():
    cells = ["г. Тула, ул. Мира, 1"] * 2
    assert only(guess(["Прописка"], [[cell] for cell in cells], "sales")).field is Field.ADDRESS
    assert fields(mapped("sales", Прописка=cells, Адрес=cells)) == {
        "Прописка": Field.ADDRESS_REG,
        "Адрес": Field.ADDRESS,
    }


def test_phones_of_the_dealers_people_are_not_the_clients():
    column = only(guess(["Телефон менеджера"], [[phone] for phone in _PHONES], "sales"))
    assert column.field is None
    assert column.note == "About the dealer's own people, not the client."


def test_two_persons_of_an_order_are_told_apart():
    mapping = mapped("service", Контрагент=_NAMES, Заказчик=_NAMES, Владелец=_NAMES)
    assert fields(mapping) == {
        "Контрагент": Field.PAYER,
        "Заказчик": Field.FULL_NAME,
        "Владелец": Field.OWNER,
    }


def test_the_only_person_of_a_file_is_the_client():
    assert fields(mapped("service", Владелец=_NAMES)) == {"Владелец": Field.FULL_NAME}


def test_a_name_in_parts_is_mapped_by_parts():
    mapping = mapped("sales", Фамилия=["Иванов"], Имя=["Иван"], Отчество=["Иванович"])
    assert list(fields(mapping).values()) == [
        Field.LAST_NAME,
        Field.FIRST_NAME,
        Field.MIDDLE_NAME,
    ]


def test_a_lone_first_name_that_holds_whole_names_is_the_full_name():
    assert only(guess(["Имя"], [[name] for name in _NAMES], "sales")).field is Field.FULL_NAME
    assert only(guess(["Имя"], [["Иван"], ["Анна"]], "sales")).field is Field.FIRST_NAME


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Работы", ["1 500,00", "200"], Field.SUM_WORK),
        ("Работы", ["Замена масла", "ТО-1"], Field.WORKS_TEXT),
        ("КПП", ["770701001", "770701001"], Field.KPP),
        ("КПП", ["АКПП", "МКПП"], Field.GEARBOX),
        ("Организация", ["ДЦ Север"] * 30, Field.BRANCH),
        ("Организация", [f"ООО {n}" for n in range(30)], Field.COMPANY),
        ("Продан", ["01.02.2024", "03.04.2024"], Field.SALE_DATE),
        ("Продан", ["Да", "Нет"], Field.SOLD_FLAG),
        ("Кузов", ["NZE141-9134919", "JZX90-0025950"], Field.BODY_NO),
        ("Кузов", ["седан", "универсал"], Field.BODY_TYPE),
    ],
)
def test_cells_decide_what_a_header_leaves_open(header, cells, field):
    assert only(guess([header], [[cell] for cell in cells], "sales")).field is field


def test_columns_without_a_header_are_read_by_their_cells():
    headers = ["Column 1", "Column 2", "Column 3", "Column 4"]
    rows = list(zip(_NAMES, _DATES, _BIRTHS, _WORDS, strict=True))
    mapping = guess(headers, rows, "service")
    assert list(fields(mapping).values()) == [
        Field.FULL_NAME,
        Field.RO_OPEN,
        Field.BIRTH_DATE,
        None,
    ]


def test_dates_under_an_unknown_header_are_left_to_the_user():
    assert only(guess(["Прочее"], [[day] for day in _DATES], "sales")).field is None


def test_short_rows_do_no_harm():
    assert fields(guess(["ФИО", "Телефон"], [["Иванов"], []], "sales")) == {
        "ФИО": Field.FULL_NAME,
        "Телефон": Field.PHONE,
    }


def test_a_user_gives_a_field_and_takes_it_from_another_column():
    mapping = mapped("sales", VIN=_VINS, Прочее=_WORDS, Телефон=_PHONES)
    changed = mapping.with_field(1, Field.VIN)
    assert fields(changed) == {"VIN": None, "Прочее": Field.VIN, "Телефон": Field.PHONE}
    assert changed.columns[1].chosen is Chosen.USER
    several = changed.with_field(1, Field.PHONE)
    assert several.indexes_of(Field.PHONE) == (1, 2)
    assert several.with_field(2, None).indexes_of(Field.PHONE) == (1,)


def test_a_mapping_survives_json():
    mapping = mapped("service", Гос_номер=_VINS, Прочее=_WORDS, Клиент=_NAMES)
    assert Mapping.from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


@pytest.mark.parametrize("content", [{}, {"columns": 5}, {"columns": [{"header": "x"}]}])
def test_json_that_is_no_mapping_is_refused(content):
    with pytest.raises((KeyError, TypeError, ValueError)):
        Mapping.from_json(content)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Паспорт", "4508 1234{n}"),
        ("Серия и номер паспорта", "45081234{n}"),
        ("Паспортные данные", "4508 1234{n} выдан ОВД"),
        ("СНИЛС", "812-233-445 {n}"),
        ("Водительское удостоверение", "99011234{n}"),
        ("Код подразделения", "770-0{n}"),
    ],
)
def test_personal_documents_are_left_out_until_somebody_asks_for_them(header, cell):
    column = only(guess([header], [[cell.format(n=n)] for n in range(10, 30)], "sales"))

    assert column.field is None
    assert "personal documents are read only if you choose the field" in column.note


@pytest.mark.parametrize(
    ("header", "cell", "field"),
    [
        ("СТС", "99011234{n}", Field.STS),
        ("Свидетельство о регистрации ТС", "99 УЕ 1234{n}", Field.STS),
        ("ПТС", "78011234{n}", Field.PTS),
        ("Электронный ПТС", "1643010000012{n}", Field.EPTS),
        ("ОГРН", "10277001321{n}", Field.OGRN),
        ("КПП", "7701010{n}", Field.KPP),
        ("Номер шасси", "XTA210990100000{n}", Field.CHASSIS_NO),
        ("Двигатель", "21126, 34567{n}", Field.ENGINE_NO),
        ("Двигатель", "1.{n}", Field.ENGINE_VOL),
    ],
)
def test_numbers_of_papers_are_no_phones(header, cell, field):
    column = only(guess([header], [[cell.format(n=n)] for n in range(10, 30)], "sales"))

    assert (column.field, column.chosen) == (field, Chosen.HEADER)
