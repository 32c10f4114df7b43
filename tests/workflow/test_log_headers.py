"""What the columns of logs of bookings, claims and surveys mean, by the headers systems give."""

import pytest

from rules.fields import Field
from workflow.mapping import guess

_NAMES = ("Иванов Иван Иванович", "Петрова Анна Петровна", "Сидоров С.С.", "Ли О.О.", "Ким А.А.")
_WHO = {
    Field.FULL_NAME: _NAMES,
    Field.PHONE: tuple(f"+7 916 555-01-0{n}" for n in range(5)),
    Field.VIN: tuple(f"Z94CB41AAER12345{n}" for n in range(5)),
    Field.PLATE: tuple(f"А12{n}ВС77" for n in range(5)),
}
_DAYS = tuple(f"0{n + 1}.03.2024 10:30" for n in range(5))
_DATES = frozenset(
    {
        Field.BK_DATE,
        Field.BK_FOR,
        Field.CLAIM_DATE,
        Field.SURVEY_DATE,
        Field.RO_OPEN,
        Field.RO_CLOSE,
    }
)
_WORDS = {
    Field.BK_RESULT: ("Записан", "Приехал", "Не приехал", "Отказ", "Звонок"),
    Field.CLAIM_KIND: ("Устная", "Письменная", "Суд", "Устная", "Письменная"),
    Field.CSI: ("9", "10", "4", "8", "7"),
    Field.RO_NO: ("ЗН-1", "ЗН-2", "ЗН-3", "ЗН-4", "ЗН-5"),
}

# what each header of a file means, "" where its column is not read
Headers = dict[str, Field | str]

BOOKINGS: tuple[Headers, ...] = (
    {  # 1С: Альфа-Авто, the list of documents «Заявка на ремонт»
        "Номер": Field.LOG_NO, "Дата": Field.BK_DATE, "Контрагент": Field.FULL_NAME,
        "Телефон": Field.PHONE, "Автомобиль": Field.MAKE_MODEL, "VIN": Field.VIN,
        "Гос. номер": Field.PLATE, "Дата начала": Field.BK_FOR, "Состояние": Field.BK_RESULT,
        "Вид ремонта": Field.VISIT_KIND, "Номер ЗН": Field.RO_NO, "Автор": Field.AUTHOR,
    },
    {  # a journal kept at the desk
        "№ п/п": "", "Дата звонка": Field.BK_DATE, "ФИО клиента": Field.FULL_NAME,
        "Контактный телефон": Field.PHONE, "Марка, модель": Field.MAKE_MODEL,
        "Госномер": Field.PLATE, "Причина обращения": Field.REASON, "Записан на": Field.BK_FOR,
        "Результат": Field.BK_RESULT, "Канал": Field.CHANNEL, "Примечание": Field.COMMENT,
    },
    {  # a call centre's log
        "ID": Field.SRC_ID, "Дата и время": Field.BK_DATE, "Номер абонента": Field.PHONE,
        "Имя звонящего": Field.FULL_NAME, "Тип звонка": Field.CHANNEL,
        "Результат звонка": Field.BK_RESULT, "Дата записи": Field.BK_FOR,
        "Оператор": Field.AUTHOR, "Комментарий": Field.COMMENT,
    },
    {  # a CRM's requests
        "Дата создания": Field.BK_DATE, "Клиент": Field.FULL_NAME, "Телефон клиента": Field.PHONE,
        "Источник": Field.CHANNEL, "Статус": Field.BK_RESULT, "Дата визита": Field.BK_FOR,
        "Мастер-консультант": Field.ADVISOR, "Филиал": Field.BRANCH, "Ответственный": Field.MANAGER,
    },
    {  # online booking
        "Дата заявки": Field.BK_DATE, "Имя клиента": Field.FULL_NAME, "Мобильный": Field.PHONE,
        "E-mail": Field.EMAIL, "Авто": Field.MAKE_MODEL, "VIN-код": Field.VIN,
        "Дата и время визита": Field.BK_FOR, "Статус заявки": Field.BK_RESULT,
    },
    {
        "Call date": Field.BK_DATE, "Customer name": Field.FULL_NAME, "Phone": Field.PHONE,
        "Vehicle": Field.MAKE_MODEL, "VIN": Field.VIN, "Appointment date": Field.BK_FOR,
        "Status": Field.BK_RESULT, "RO Number": Field.RO_NO, "Source": Field.CHANNEL,
        "Service advisor": Field.ADVISOR,
    },
    {  # one date only: when it was written down
        "Дата записи": Field.BK_DATE, "Клиент": Field.FULL_NAME, "Телефон": Field.PHONE,
        "Приехал": Field.BK_RESULT,
    },
)  # fmt: skip

CLAIMS: tuple[Headers, ...] = (
    {
        "Номер": Field.LOG_NO, "Дата": Field.CLAIM_DATE, "Клиент": Field.FULL_NAME,
        "Телефон": Field.PHONE, "VIN": Field.VIN, "Вид претензии": Field.CLAIM_KIND,
        "Суть претензии": Field.COMMENT,
        "Статус": Field.STATUS, "Номер ЗН": Field.RO_NO, "Ответственный": Field.MANAGER,
    },
    {
        "Дата обращения": Field.CLAIM_DATE, "Заявитель": Field.FULL_NAME,
        "Телефон заявителя": Field.PHONE, "Автомобиль": Field.MAKE_MODEL, "Госномер": Field.PLATE,
        "Форма обращения": Field.CLAIM_KIND, "Канал": Field.CHANNEL,
        "Содержание обращения": Field.COMMENT, "Решение": Field.COMMENT,
    },
    {
        "Дата претензии": Field.CLAIM_DATE, "ФИО": Field.FULL_NAME,
        "№ заказ-наряда": Field.RO_NO, "Дата заказ-наряда": Field.RO_OPEN, "VIN": Field.VIN,
        "Тип": Field.CLAIM_KIND, "Описание": Field.COMMENT,
    },
    {
        "Дата регистрации": Field.CLAIM_DATE, "Контрагент": Field.FULL_NAME, "ИНН": Field.INN,
        "Тип обращения": Field.CLAIM_KIND, "Мастер-приемщик": Field.ADVISOR,
        "Пробег": Field.MILEAGE, "Сумма претензии": "",
    },
    {
        "Claim date": Field.CLAIM_DATE, "Customer": Field.FULL_NAME, "Phone": Field.PHONE,
        "VIN": Field.VIN, "Claim type": Field.CLAIM_KIND, "RO no": Field.RO_NO,
        "Status": Field.STATUS, "Resolution": Field.COMMENT,
    },
    {  # only the order names the client
        "Дата рекламации": Field.CLAIM_DATE, "Номер заказ-наряда": Field.RO_NO,
        "Вид рекламации": Field.CLAIM_KIND,
    },
)  # fmt: skip

SURVEYS: tuple[Headers, ...] = (
    {
        "Дата опроса": Field.SURVEY_DATE, "Клиент": Field.FULL_NAME, "Телефон": Field.PHONE,
        "Номер ЗН": Field.RO_NO, "Оценка": Field.CSI, "Комментарий": Field.COMMENT,
    },
    {
        "Дата": Field.SURVEY_DATE, "ФИО клиента": Field.FULL_NAME, "VIN": Field.VIN,
        "Модель": Field.MODEL, "Дата визита": Field.RO_OPEN, "CSI": Field.CSI,
        "Мастер-консультант": Field.ADVISOR, "Пожелания": Field.COMMENT,
    },
    {
        "Дата звонка": Field.SURVEY_DATE, "Респондент": Field.FULL_NAME,
        "Контактный телефон": Field.PHONE, "№ заказ-наряда": Field.RO_NO,
        "Дата закрытия": Field.RO_CLOSE, "Общая оценка": Field.CSI, "Оператор": Field.AUTHOR,
        "Статус": Field.STATUS,
    },
    {
        "Отметка времени": Field.SURVEY_DATE, "Мобильный телефон": Field.PHONE,
        "Готовность рекомендовать": Field.CSI, "Отзыв": Field.COMMENT,
    },
    {  # of two marks one is read
        "Дата анкеты": Field.SURVEY_DATE, "Заказ-наряд": Field.RO_NO, "CSI": Field.CSI, "NPS": "",
    },
    {
        "Survey date": Field.SURVEY_DATE, "Customer name": Field.FULL_NAME, "Mobile": Field.PHONE,
        "RO number": Field.RO_NO, "Overall satisfaction": Field.CSI, "Feedback": Field.COMMENT,
    },
)  # fmt: skip


def cells(field: Field | str) -> tuple[str, ...]:
    """Five cells that a column of the field might hold."""
    if field in _DATES:
        return _DAYS
    return _WHO.get(field) or _WORDS.get(field) or ("что-то", "ещё", "", "кое-что", "иное")


def mapped(kind: str, headers: Headers) -> dict[str, Field | str]:
    rows = list(zip(*map(cells, headers.values()), strict=True))
    return {
        column.header: column.field or "" for column in guess(list(headers), rows, kind).columns
    }


@pytest.mark.parametrize(
    ("kind", "headers"),
    [("bookings", one) for one in BOOKINGS]
    + [("claims", one) for one in CLAIMS]
    + [("surveys", one) for one in SURVEYS],
)
def test_a_logs_columns_are_known_by_their_headers(kind, headers):
    assert mapped(kind, headers) == headers


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("bookings", Field.BK_DATE),
        ("claims", Field.CLAIM_DATE),
        ("surveys", Field.SURVEY_DATE),
        ("sales", Field.SALE_DATE),
        ("service", Field.RO_OPEN),
    ],
)
def test_a_bare_date_is_that_of_what_the_file_tells(kind, field):
    assert mapped(kind, {"Дата": field}) == {"Дата": field}
    nameless = guess(["Столбец 1"], [[day] for day in _DAYS], kind).columns[0]
    assert nameless.field is field


def test_a_number_in_a_call_log_is_a_phone_where_it_holds_phones():
    phones = [[phone] for phone in _WHO[Field.PHONE]]
    assert guess(["Номер"], phones, "bookings").columns[0].field is Field.PHONE


@pytest.mark.parametrize("kind", ["bookings", "claims", "surveys"])
def test_the_number_of_an_entry_is_neither_the_orders_nor_the_clients(kind):
    rows = [[f"ЗР-{n}", f"ЗН-{n}"] for n in range(5)]
    found = guess(["Номер", "Номер ЗН"], rows, kind)
    assert [column.field for column in found.columns] == [Field.LOG_NO, Field.RO_NO]


def test_running_numbers_of_a_logs_rows_are_no_number_of_its_entries():
    rows = [[str(n), day] for n, day in enumerate(_DAYS, 1)]
    found = guess(["№", "Дата"], rows, "bookings")
    assert [column.field for column in found.columns] == [None, Field.BK_DATE]


@pytest.mark.parametrize("header", ["Не приехал", "Отказ"])
def test_a_yes_that_would_mean_the_opposite_is_not_read(header):
    assert mapped("bookings", {header: ""}) == {header: ""}
