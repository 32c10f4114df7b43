"""The examples of rules that set several fields side by side: «поле: текст | поле: текст».

>>> [found.code for found in row("дата рождения: 05.06.2014 | дата продажи: 05.06.2014").findings]
['ROW101']
>>> [found.code for found in base("пробег: 07.06.2015 90000 | пробег: 07.06.2016 10500").findings]
['BAS203']
"""

import re
from collections.abc import Iterator
from datetime import date as day

from rules import (
    across,
    address,
    amount,
    client,
    date,
    gender,
    inn,
    odometer,
    phone,
    plate,
    to_no,
    vin,
    visit_kind,
    within,
    year,
)
from rules.finding import Finding, Normal

_ASOF = day(2026, 11, 21)
_CELL = re.compile(r"\s*([^:|]+):([^|]*)")
_CODE = re.compile(r"(\d{2,3})$")


class _Cells:
    """The fields of an example by their names."""

    def __init__(self, text: str) -> None:
        self._cells = [(name.strip(), said.strip()) for name, said in _CELL.findall(text)]

    def text(self, name: str) -> str:
        """What stands in a field, "" without it."""
        return next(self.texts(name), "")

    def texts(self, name: str) -> Iterator[str]:
        """What stands in a field that comes several times."""
        return (said for named, said in self._cells if named == name)

    def has(self, name: str) -> bool:
        """Whether the example has that field, be it empty."""
        return any(named == name for named, _ in self._cells)

    def day(self, name: str) -> day | None:
        """The date in a field."""
        return date.normalise(self.text(name), asof=_ASOF).value

    def number(self, name: str) -> int:
        """The count in a field, 0 without it."""
        return int(self.text(name) or 0)


def row(text: str) -> Normal[object]:
    """The fields of one row: what is found in it."""
    cells = _Cells(text)
    return Normal(None, tuple(found for found in _in_row(cells) if found))


def _in_row(cells: _Cells) -> Iterator[Finding | None]:
    birth, sold, opened = cells.day("дата рождения"), cells.day("дата продажи"), cells.day("открыт")
    made = year.normalise(cells.text("год"), asof=_ASOF).value
    if happened := sold or opened:
        yield within.against_birth(birth, happened) if birth else None
        yield within.year_against(made, happened) if made else None
    if sold and made:
        yield within.new_against(cells.text("состояние"), made, sold)
    if sold and (contract := cells.day("дата договора")):
        yield within.handed_over_against(sold, contract)
    if opened and (closed := cells.day("закрыт")):
        yield within.closed_against(closed, opened)
    yield from _of_client(cells)
    paid = amount.normalise(cells.text("сумма")).value
    if not paid:
        kind = visit_kind.normalise(cells.text("вид ремонта")).value or ""
        number = to_no.normalise(cells.text("номер ТО") or cells.text("вид ремонта")).value
        said = "" if number is None else str(number)
        yield within.unpaid(kind, said, cells.text("плательщик"), cells.text("состояние"))
    if cells.has("дата следующего контакта") and not cells.text("дата следующего контакта"):
        yield Finding(within.MISSING, "")


def _of_client(cells: _Cells) -> Iterator[Finding | None]:
    name = client.normalise(cells.text("клиент")).value
    if name:
        who, firm = name.person, name.company
        said = cells.text("пол")
        of_name, telling = (who.gender, who.patronymic or who.first) if who else ("", "")
        yield within.gender_against(said, gender.normalise(said), of_name, telling)
        number = inn.normalise(cells.text("ИНН")).value
        form = firm.form if firm else ""
        yield within.inn_against(number, name.kind, form) if number else None
    number = plate.normalise(cells.text("госномер")).value
    place = address.normalise(cells.text("адрес")).value
    if number and place and (code := _CODE.search(number)):
        yield within.region_against(number, code[1], place.region)


def base(text: str) -> Normal[object]:
    """What many rows of a base say together: what is found in them."""
    cells = _Cells(text)
    return Normal(None, tuple(found for found in _in_base(cells) if found))


def _in_base(cells: _Cells) -> Iterator[Finding | None]:
    yield from _of_sale(cells)
    readings = [odometer.Reading(*_reading(said)) for said in cells.texts("пробег")]
    for one in odometer.misfits(readings):
        shown = {"before": str(one.before), "after": str(one.after)}
        params = tuple(shown.items())
        yield Finding(across.MILEAGE_MISFIT, str(readings[one.at].km), params=params)
    yield from _of_many(cells)
    yield from _of_plant(cells)


def _reading(said: str) -> tuple[day, int]:
    when, _, km = said.partition(" ")
    return date.normalise(when, asof=_ASOF).value or _ASOF, int(km)


def _of_sale(cells: _Cells) -> Iterator[Finding | None]:
    sold = cells.day("продан")
    made = year.normalise(cells.text("год"), asof=_ASOF).value
    if not sold or not across.sold_new(made, sold):
        return
    visits = [date.normalise(said, asof=_ASOF).value or sold for said in cells.texts("визит")]
    before = [visit for visit in visits if visit < sold]
    rule = across.against_sale(len(visits), len(before))
    if rule:
        params = (("day", within.written(sold)), ("count", str(len(before))))
        yield Finding(rule, within.written(before[0]), params=params)


def _of_many(cells: _Cells) -> Iterator[Finding | None]:
    people, usual = cells.number("клиентов"), cells.number("обычно")
    if people <= across.most_clients(usual):
        return
    params = (("cards", str(people)), ("people", str(people)), ("usual", str(usual)))
    if cells.has("телефон"):
        number = (phone.normalise(cells.text("телефон")).value or ())[0].number
        of_base = cells.number("карточек в базе")
        rule = across.contact_rule("phone", number, people=people, cards_of_base=of_base)
        yield Finding(rule, number, params=params)
    elif cells.has("VIN"):
        yield Finding(across.CROWDED_VIN, cells.text("VIN"), params=params)
    else:
        yield Finding(across.COMMON_VALUE, cells.text("дата рождения"), params=params)


def _of_plant(cells: _Cells) -> Iterator[Finding | None]:
    number = vin.normalise(cells.text("VIN")).value
    kept, cars = (int(one) for one in (cells.text("так у") or "0 из 1").split(" из "))
    if not number or not across.is_habit(kept, cars):
        return
    params = (("wmi", number[:3]), ("share", str(100 * kept // cars)))
    if cells.has("марка") and cells.text("марка") != cells.text("марка завода"):
        told = (*params, ("make", cells.text("марка завода")))
        yield Finding(across.OTHER_MAKE, cells.text("марка"), params=told)
    if cells.has("контрольный знак") and not vin.check_digit_ok(number):
        yield Finding(across.CHECK_DIGIT, number, params=params)
    if cells.has("год") and abs(cells.number("год") - cells.number("год по VIN")) > 1:
        told = (*params, ("vin_year", cells.text("год по VIN")))
        yield Finding(across.YEAR_OF_VIN, cells.text("год"), params=told)
