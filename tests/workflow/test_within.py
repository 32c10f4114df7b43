import pytest

from db import findings, rule_books
from db.engine import reading, writing
from rules.fields import Field
from tests.workflow import dealer
from workflow import check
from workflow.load import Order, load
from workflow.mapping import guess
from workflow.verify import verify

SALES = (
    "Код клиента;ФИО;Пол;Телефон;Дата рождения;ИНН;Автомобиль;VIN;Год выпуска;Новый/БУ;"
    "Дата договора;Дата продажи;№ договора;Дата следующего контакта"
)
SERVICE = (
    "Код клиента;Клиент;Телефон;Адрес;Автомобиль;VIN;Госномер;Дата открытия;Дата закрытия;"
    "№ заказ-наряда;Статус;Вид ремонта;Номер ТО;Плательщик;Сумма"
)
SOLD = "Kia Rio;Z94CB41AAER123456;2014;Новый;04.06.2014;05.06.2014;А-1;05.07.2014"
PETROV = "101;Петров Иван Андреевич"
VISIT = "7;Орлов Пётр Ильич;+7 916 555-02-01"
CAR = "Kia Rio;Z94CB41AAER123456;А123ВС77"


@pytest.fixture
def found(empty, tmp_path):
    """Loads rows of one kind of file; gives (code, field, raw) of what was found beside them."""

    def load_rows(kind, *rows):
        header = SALES if kind == "sales" else SERVICE
        path = dealer.write(tmp_path / f"{kind}.csv", header, rows)
        load(empty, Order(path, kind=kind), by="Ольга")
        return told(empty)

    return load_rows


def told(engine):
    with reading(engine) as connection:
        page = findings.page(connection, limit=1000)
    return [(one.code, one.field, one.raw) for one in page if one.code.startswith("ROW")]


def test_a_sale_without_contradictions_is_let_be(found):
    assert found("sales", f"{PETROV};м;+7 916 555-01-01;12.03.1979;;{SOLD}") == []


def test_a_birth_date_copied_from_the_sale_is_kept_out(found, empty):
    row = f"{PETROV};м;+7 916 555-01-01;05.06.2014;;{SOLD}"

    assert found("sales", row) == [("ROW101", "birth_date", "05.06.2014")]
    assert dealer.exported(empty)["clients"].find("2014-06-05") == -1


def test_a_passport_is_set_against_the_birth_date(empty, tmp_path):
    header = "Код;ФИО;Дата рождения;Серия паспорта;Номер паспорта;Дата выдачи паспорта"
    row = "1;Петров Иван Андреевич;12.03.1996;4508;123456;12.03.2008"
    path = dealer.write(tmp_path / "sales.csv", header, [row])
    mapping = guess(header.split(";"), [row.split(";")], "sales")
    mapping = mapping.with_field(5, Field.PASSPORT_DATE)
    load(empty, Order(path, kind="sales", mapping=mapping), by="Ольга")

    with reading(empty) as connection:
        found = [(one.code, one.field) for one in findings.page(connection, limit=10)]

    assert found == [("PAS205", "passport_date")]


def test_a_birth_date_that_a_person_lets_in_counts(found, empty):
    found("sales", f"{PETROV};м;+7 916 555-01-01;05.06.2014;;{SOLD}")
    with reading(empty) as connection:
        (one,) = findings.page(connection, codes=["ROW101"])
    check.waive(empty, [(one.row_id, one.position)], by="Ольга")

    with reading(empty) as connection:
        assert [one.state for one in findings.page(connection, codes=["ROW101"])] == ["waived"]
    assert "2014-06-05" in dealer.exported(empty)["clients"]
    assert verify(empty).faults == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (f"{PETROV};ж;;12.03.1979;;{SOLD}", ("ROW204", "gender", "ж")),
        (f"{PETROV};м;;12.03.1979;7707083893;{SOLD}", ("ROW205", "inn", "7707083893")),
        (
            f"101;ООО «Ромашка-Транс»;;;;500100732259;{SOLD}",
            ("ROW206", "inn", "500100732259"),
        ),
        (f"{PETROV};м;;12.03.2004;;{SOLD}", ("ROW203", "birth_date", "12.03.2004")),
        (
            f"{PETROV};м;;12.03.1979;;{SOLD.replace(';2014;', ';2015;')}",
            ("ROW201", "year", "2015"),
        ),
        (
            f"{PETROV};м;;12.03.1979;;{SOLD.replace(';2014;', ';2009;')}",
            ("ROW202", "new_used", "Новый"),
        ),
        (
            f"{PETROV};м;;12.03.1979;;{SOLD.replace('05.07.2014', '')}",
            ("ROW210", "next_date", ""),
        ),
    ],
)
def test_what_contradicts_in_a_sale_is_found(found, row, expected):
    assert found("sales", row) == [expected]


@pytest.mark.parametrize(
    ("visit", "expected"),
    [
        ("20.02.2016;20.02.2016;ЗН-1;Закрыт;ТО;2;Клиент;9500", []),
        (
            "20.02.2016;20.02.2016;ЗН-1;Закрыт;ТО;2;Клиент;0",
            [("ROW207", "to_no", "2")],
        ),
        (
            "20.02.2016;20.02.2016;;Закрыт;ТО;;Клиент;9500",
            [("ROW207", "visit_kind", "ТО")],
        ),
        ("20.02.2016;20.02.2016;ЗН-1;Закрыт;ТО;2;Завод;0", []),
        ("20.02.2016;20.02.2016;ЗН-1;Закрыт;Слесарный ремонт;-;Клиент;0", []),
        ("20.02.2016;20.02.2016;ЗН-1;Закрыт;Нулевое ТО;;Клиент;0", []),
        ("20.02.2016;;ЗН-1;В работе;ТО;2;Клиент;", []),
        (
            "20.02.2016;19.02.2016;ЗН-1;Закрыт;Слесарный;;Клиент;800",
            [("ROW208", "ro_close", "19.02.2016")],
        ),
    ],
)
def test_what_contradicts_in_a_visit_is_found(found, visit, expected):
    assert found("service", f"{VISIT};г. Москва, ул. Лесная, 5;{CAR};{visit}") == expected


def test_who_lives_elsewhere_than_his_plate_says_is_worth_knowing(found):
    visit = "20.02.2016;20.02.2016;ЗН-1;Закрыт;ТО;2;Клиент;9500"

    assert found("service", f"{VISIT};г. Пермь, ул. Лесная, 5;{CAR};{visit}") == [
        ("ROW301", "plate", "А123ВС77")
    ]


def test_a_repair_of_what_contradicts_settles_it(found, empty):
    found("sales", f"{PETROV};ж;;12.03.1979;;{SOLD}")
    with reading(empty) as connection:
        (one,) = findings.page(connection, codes=["ROW204"])

    check.accept(empty, [(one.row_id, one.position)], by="Ольга")

    assert told(empty) == []
    assert verify(empty).faults == ()


@pytest.mark.parametrize(("severity", "state"), [("warn", 1), ("block", 0)])
def test_a_field_that_the_dealer_requires_may_keep_the_card_out(found, empty, severity, state):
    book = f'[rules.ROW210]\nseverity = "{severity}"\n[required]\nsales = ["phone", "last_name"]'
    with writing(empty) as connection:
        rule_books.add(connection, book, "Ольга")

    assert found("sales", f"{PETROV};м;нет;12.03.1979;;{SOLD}") == [("ROW210", "phone", "")]
    assert dealer.exported(empty)["clients"].count("Петров") == state
    assert verify(empty).faults == ()
