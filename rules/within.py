"""ROW: fields of one row that contradict each other, or that the dealer wants and nobody filled.

What it does
    Sets the fields of one row side by side: the year against the sale, the birth date against
    every other date, the stated gender against the name, the ИНН against the legal form, the
    plate's region against the address, a maintenance mark against its payment.

Why it matters
    Each value is right by itself, so no rule of one field sees it. A birth date copied from the
    sale keeps a client and his own card apart; a maintenance mark without a paid order is how
    visits, and with them clients, are led past the till.

Example
    Blocked: born on 05.06.2014, bought on 05.06.2014
    Warned: year of make 2019, sold on 05.06.2014
"""

from datetime import date

from resources.texts import marked
from rules import company_forms, gender, new_used, order_status, subjects
from rules import payer as payer_rule
from rules.client import ClientKind
from rules.finding import Finding, Rule, Severity
from rules.new_used import NewUsed
from rules.order_status import OrderStatus
from rules.payer import Payer
from rules.visit_kind import VisitKind

BIRTH_IS_EVENT = Rule(
    "ROW101",
    "birth_date",
    Severity.BLOCK,
    marked("The birth date {value} is also the day of the sale, of the visit or of the entry."),
    marked("Copy the birth date from the client's documents or leave the cell empty."),
    bad=("дата рождения: 05.06.2014 | дата продажи: 05.06.2014",),
    good=("дата рождения: 12.03.1979 | дата продажи: 05.06.2014",),
)
YEAR_AFTER = Rule(
    "ROW201",
    "year",
    Severity.WARN,
    marked("The car was made in {value}, but was sold or serviced on {day} already."),
    marked("Compare the year and the date with the documents."),
    bad=(
        "год: 2016 | дата продажи: 05.06.2014",
        "год: 2016 | открыт: 05.06.2014",
    ),
    good=(
        "год: 2014 | дата продажи: 05.06.2014",
        "год: 2015 | дата продажи: 05.09.2014",
    ),
)
NEW_BUT_OLD = Rule(
    "ROW202",
    "new_used",
    Severity.WARN,
    marked("The car is called new, but was made in {year} and sold on {day}."),
    marked("Call it used, or compare the year with the documents."),
    bad=("состояние: Новый | год: 2009 | дата продажи: 05.06.2014",),
    good=(
        "состояние: Новый | год: 2013 | дата продажи: 05.06.2014",
        "состояние: Б/У | год: 2009 | дата продажи: 05.06.2014",
    ),
)
TOO_YOUNG = Rule(
    "ROW203",
    "birth_date",
    Severity.WARN,
    marked("With the birth date {value} the client was not yet 14 on {day}."),
    marked("Compare the birth date with the client's documents."),
    source="ГК РФ, ст. 26, 28",
    bad=(
        "дата рождения: 12.03.2004 | дата продажи: 05.06.2014",
        "дата рождения: 12.03.2015 | дата продажи: 05.06.2014",
    ),
    good=("дата рождения: 12.03.1999 | дата продажи: 05.06.2014",),
)
GENDER = Rule(
    "ROW204",
    "gender",
    Severity.WARN,
    marked("The gender «{value}» does not fit the name {name}."),
    marked("Write {suggestion} or correct the name."),
    bad=(
        "клиент: Петрова Анна Ивановна | пол: муж",
        "клиент: Петров Иван Андреевич | пол: ж",
    ),
    good=(
        "клиент: Петров Иван Андреевич | пол: м",
        "клиент: Петров Иван Андреевич | пол: 1",
    ),
)
INN_OF_COMPANY = Rule(
    "ROW205",
    "inn",
    Severity.WARN,
    marked("The ИНН {value} has 10 digits, as a company's, but the client is a person."),
    marked("Write the company into the client's name, or the person's own ИНН of 12 digits."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("клиент: Петров Иван Андреевич | ИНН: 7707083893",),
    good=("клиент: ООО «Ромашка» | ИНН: 7707083893",),
)
INN_OF_PERSON = Rule(
    "ROW206",
    "inn",
    Severity.WARN,
    marked("The ИНН {value} has 12 digits, as a person's, but the client is {form}."),
    marked("Write the company's ИНН of 10 digits."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("клиент: ООО «Ромашка» | ИНН: 500100732259",),
    good=("клиент: ИП Петров Иван Андреевич | ИНН: 500100732259",),
)
UNPAID_MAINTENANCE = Rule(
    "ROW207",
    "to_no",
    Severity.WARN,
    marked("Maintenance is marked as done, but there is no paid work order for it."),
    marked("Find the order and its payment; a mark without them is no visit."),
    bad=(
        "вид ремонта: ТО | номер ТО: 2 | плательщик: Клиент | сумма: 0",
        "вид ремонта: ТО-3 | сумма:",
    ),
    good=(
        "вид ремонта: ТО | номер ТО: 2 | плательщик: Клиент | сумма: 9500",
        "вид ремонта: ТО | номер ТО: 0 | сумма: 0",
        "вид ремонта: ТО | плательщик: Завод | сумма: 0",
    ),
)
CLOSED_BEFORE_OPENED = Rule(
    "ROW208",
    "ro_close",
    Severity.WARN,
    marked("The work order was closed on {value}, before it was opened on {day}."),
    marked("Compare both dates with the document."),
    bad=("открыт: 20.02.2016 | закрыт: 19.02.2016",),
    good=("открыт: 20.02.2016 | закрыт: 20.02.2016",),
)
HANDED_OVER_FIRST = Rule(
    "ROW209",
    "sale_date",
    Severity.WARN,
    marked("The car was handed over on {value}, before the contract of {day}."),
    marked("Compare both dates with the documents."),
    bad=("дата договора: 05.06.2014 | дата продажи: 04.06.2014",),
    good=("дата договора: 04.06.2014 | дата продажи: 05.06.2014",),
)
MISSING = Rule(
    "ROW210",
    "card",
    Severity.WARN,
    marked("A field is empty that a record of this kind needs."),
    marked("Fill it in: without it the record is not complete."),
    bad=("дата продажи: 05.06.2014 | дата следующего контакта:",),
    good=("дата продажи: 05.06.2014 | дата следующего контакта: 05.07.2014",),
)
OTHER_REGION = Rule(
    "ROW301",
    "plate",
    Severity.INFO,
    marked("The plate {value} is of {plate_region}, the address is in {region}."),
    marked("Check where the client lives: who lives far away will not come to this service."),
    bad=("госномер: А123ВС77 | адрес: г. Пермь, ул. Лесная, 5",),
    good=(
        "госномер: А123ВС59 | адрес: г. Пермь, ул. Лесная, 5",
        "госномер: А123ВС777 | адрес: Московская обл, г. Химки",
    ),
)
RULES = (
    BIRTH_IS_EVENT,
    YEAR_AFTER,
    NEW_BUT_OLD,
    TOO_YOUNG,
    GENDER,
    INN_OF_COMPANY,
    INN_OF_PERSON,
    UNPAID_MAINTENANCE,
    CLOSED_BEFORE_OPENED,
    HANDED_OVER_FIRST,
    MISSING,
    OTHER_REGION,
)

CONTRACT_AGE = 14
_NEXT_MODEL_YEAR = 7  # from July on, plants make cars of the next model year
_STALE = 3  # years a car stays new in stock
_COMPANY, _PERSON = 10, 12
_FARMS = frozenset(("КФХ", "К(Ф)Х"))  # a farm may be a company or its head
_GIFT = "0"
_OTHERS_PAY = frozenset((VisitKind.WARRANTY, VisitKind.INTERNAL, VisitKind.PREPARATION))
_OTHERS = frozenset((Payer.WARRANTY, Payer.INTERNAL, Payer.INSURER))
_UNDONE = frozenset((OrderStatus.OPEN, OrderStatus.CANCELLED))
_NEIGHBOURS = (
    frozenset(("Москва", "Московская область")),
    frozenset(("Санкт-Петербург", "Ленинградская область")),
    frozenset(("Республика Крым", "Севастополь")),
)


def written(day: date) -> str:
    """The day as people here write it."""
    return f"{day:%d.%m}.{day.year:04}"


def against_birth(birth: date, day: date) -> Finding | None:
    """A birth date beside another date of its row."""
    if birth == day:
        return Finding(BIRTH_IS_EVENT, written(birth))
    if (day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))) < CONTRACT_AGE:
        return Finding(TOO_YOUNG, written(birth), params=(("day", written(day)),))
    return None


def year_against(year: int, day: date) -> Finding | None:
    """The year of a car beside the day of its sale or visit."""
    if year <= day.year + (day.month >= _NEXT_MODEL_YEAR):
        return None
    return Finding(YEAR_AFTER, str(year), params=(("day", written(day)),))


def new_against(said: str, year: int, day: date) -> Finding | None:
    """A car called new beside its year and the day of its sale."""
    if day.year - year <= _STALE or new_used.normalise(said).value is not NewUsed.NEW:
        return None
    return Finding(NEW_BUT_OLD, said, params=(("year", str(year)), ("day", written(day))))


def gender_against(said: str, stated: str, of_name: str, name: str) -> Finding | None:
    """A stated gender ("m" or "f") beside that of the name."""
    if not stated or not of_name or stated == of_name:
        return None
    right = next(word for word in ("м", "ж") if gender.normalise(word) == of_name)
    return Finding(GENDER, said, right, params=(("name", name),))


def inn_against(inn: str, kind: str, form: str) -> Finding | None:
    """A valid ИНН beside what the name says its owner is."""
    if len(inn) == _COMPANY and kind == ClientKind.PERSON:
        return Finding(INN_OF_COMPANY, inn)
    legal = form and form not in _FARMS and not company_forms.is_sole(form)
    if len(inn) == _PERSON and kind == ClientKind.COMPANY and legal:
        return Finding(INN_OF_PERSON, inn, params=(("form", form),))
    return None


def region_against(plate: str, code: str, region: str) -> Finding | None:
    """The region code of a plate beside the region of an address."""
    plate_region, address_region = subjects.by_code(code), subjects.by_name(region)
    if not plate_region or not address_region:
        return None
    if address_region in (plate_region, subjects.once_by_code(code)):
        return None
    if any({plate_region, address_region} <= pair for pair in _NEIGHBOURS):
        return None
    params = (("plate_region", plate_region), ("region", address_region))
    return Finding(OTHER_REGION, plate, params=params)


def unpaid(visit_kind: str, number: str, payer: str, status: str) -> Finding | None:
    """A mark of maintenance on a row that has no paid order.

    Args:
        visit_kind: what the car came for, one of ``VisitKind``; "" if nothing tells it.
        number: the number of the maintenance, "" if nothing tells it; number 0 is a gift.
        payer: who pays, as it was typed.
        status: the state of the order, as it was typed.
    """
    marked_so = bool(number) or visit_kind == VisitKind.MAINTENANCE
    if not marked_so or number == _GIFT or visit_kind in _OTHERS_PAY:
        return None
    if payer_rule.normalise(payer).value in _OTHERS:
        return None
    if order_status.normalise(status).value in _UNDONE:
        return None
    return Finding(UNPAID_MAINTENANCE, number)


def closed_against(closed: date, opened: date) -> Finding | None:
    """The day an order was closed beside the day it was opened."""
    if closed >= opened:
        return None
    return Finding(CLOSED_BEFORE_OPENED, written(closed), params=(("day", written(opened)),))


def handed_over_against(sold: date, contract: date) -> Finding | None:
    """The day a car was handed over beside the day of its contract."""
    if sold >= contract:
        return None
    return Finding(HANDED_OVER_FIRST, written(sold), params=(("day", written(contract)),))
