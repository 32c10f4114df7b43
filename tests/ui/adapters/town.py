"""A made-up town: a couple on one phone, a client of three cards, a car that changed hands,
a company and its driver, namesakes."""
# ruff: noqa: E501 - a file's rows stay rows

from sqlalchemy import select

from db import decisions as base
from db import findings, tables
from db.engine import reading
from tests.workflow import dealer
from workflow.load import Order, load
from workflow.propose import propose

SALES_HEADER = (
    "Код клиента;ФИО;Телефон;E-mail;ИНН;Дата рождения;Адрес;"
    "Автомобиль;VIN;Год выпуска;Дата продажи;№ договора;Стоимость"
)
SERVICE_HEADER = (
    "Код клиента;Клиент;Телефон;Адрес;Автомобиль;VIN;Госномер;Пробег;Дата заезда;"
    "№ заказ-наряда;Вид ремонта"
)

OLEG, ANNA, FIRM, PAVEL, NAMESAKE = range(1, 6)
OLEG_SERVICE, OLEG_SHORT, ANNA_SERVICE, DRIVER, PAVEL_SERVICE, DENIS, JUNK = range(6, 13)
KIA, HYUNDAI, LADA, CEED = (
    "Z94CB41AAER123456",
    "Z94CT41DBFR234567",
    "XTAKS045LE0345678",
    "XWEHH812BD0456789",
)

SALES = (
    f"101;Шапкин Олег Игоревич;+7 916 555-01-01;oleg@example.ru;;12.03.1979;Пермь, ул Лесная, д 3;Kia Rio;{KIA};2014;05.06.2014;А-1;640000,00",
    f"102;Шапкина Анна Львовна;8(916)555-01-01;;;30.07.1981;Пермь, ул Лесная, д 3;Hyundai Solaris;{HYUNDAI};2015;11.02.2015;А-2;",
    f"103;ООО «Ромашка-Транс»;84955550303;;7707083893;;;Lada Largus;{LADA};2014;20.08.2014;А-3;",
    f"104;Громов Павел Сергеевич;9165550505;;;01.01.1990;;Kia Ceed;{CEED};2013;17.12.2013;А-5;",
    "105;Шапкин Олег Игоревич;+7 912 777-88-99;;;01.02.1955;Уфа;;;;;;",
)
SERVICE = (
    f"7;ШАПКИН ОЛЕГ ИГОРЕВИЧ;89165550101;Пермь, Лесная ул, д. 3, кв. 12;Киа Рио;{KIA};А123ВС59;15010;07.06.2015;ЗН-10;ТО",
    f"7;ШАПКИН ОЛЕГ ИГОРЕВИЧ;89165550101;Пермь, Лесная ул, д. 3, кв. 12;Киа Рио;{KIA};К777МН59;30500;09.06.2016;ЗН-11;Слесарный ремонт",
    f"8;Шапкин О.И.;89165550101;;Киа Рио;{KIA};К777МН59;41000;10.06.2017;ЗН-12;ТО",
    f"9;Шапкина Анна;89165550101;;Хендай Солярис;{HYUNDAI};В234ЕК59;14000;20.02.2016;ЗН-13;ТО",
    f"10;Водянов Петр Петрович;89165550909;;Лада Ларгус;{LADA};С345МН59;60000;01.09.2016;ЗН-14;ТО",
    f"11;Громов Павел;89165550505;;Kia Ceed;{CEED};Е456ОР59;45000;18.12.2016;ЗН-15;ТО",
    f"12;Новиков Денис Львович;89165551111;;Kia Ceed;{CEED};Е456ОР59;70000;18.12.2018;ЗН-16;ТО",
    "13;тест;;;;;;;;ЗН-17;",
)


def settle(engine, folder):
    """Load the town's two files and look for duplicates; nothing is decided."""
    sales = dealer.write(folder / "sales.csv", SALES_HEADER, SALES)
    service = dealer.write(folder / "service.csv", SERVICE_HEADER, SERVICE)
    load(engine, Order(sales, kind="sales"), by="Ольга")
    load(engine, Order(service, kind="service"), by="Ольга")
    propose(engine, by="Ольга")


def load_service(engine, folder, rows):
    """Load one more file of the service."""
    path = dealer.write(folder / "service_more.csv", SERVICE_HEADER, rows)
    load(engine, Order(path, kind="service"), by="Ольга")


def key_of(engine, code):
    """The key of the first finding of a rule."""
    with reading(engine) as connection:
        found = findings.page(connection, codes=[code])[0]
    return found.row_id, found.position


def standing(engine, left, right):
    """Verdict and relation in force of two cards."""
    pair = tables.standing.c
    with reading(engine) as connection:
        return tuple(
            connection.execute(
                select(pair.verdict, pair.relation).where(pair.left == left, pair.right == right)
            ).one()
        )


def decisions(engine):
    """How many decisions were made."""
    with reading(engine) as connection:
        return base.count(connection)
