"""Texts read as the rules of a field read them: a rule's examples are run, shown and tested so.

A text of several columns parts them with `` | ``: ``Иван | Иванов`` are the columns of surname
and first name. A birth date ends with «г.р.».

>>> [found.code for found in findings("vin", "XW8AA11B0CK00012")]
['VIN101']
>>> shown("vin", "xw8 aa11b0ck000123")
'XW8AA11B0CK000123'
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as day
from decimal import Decimal

from rules import (
    address,
    amount,
    blacklist,
    body_no,
    booking_result,
    card,
    chassis_no,
    claim_kind,
    client,
    company,
    consent,
    date,
    driving_licence,
    email,
    engine_no,
    entry,
    inn,
    known,
    kpp,
    make_model,
    mileage,
    new_used,
    ogrn,
    order_status,
    passport,
    payer,
    person,
    phone,
    plate,
    row_examples,
    score,
    snils,
    to_no,
    vehicle_paper,
    vin,
    visit_kind,
    year,
)
from rules.finding import Finding, Normal, Rule

COLUMN = " | "
"""What parts the columns in the text of an example."""

ASOF = day(2026, 11, 21)
"""The day on which the examples are read."""

_BORN = "г.р."


@dataclass(frozen=True, slots=True)
class Reader:
    """How a field's texts are read, and how its normal form is written as a text again."""

    read: Callable[[str], Normal[object]]
    written: Callable[..., str] = str


def findings(field: str, text: str) -> tuple[Finding, ...]:
    """What the rules of a field find in a text.

    Raises:
        KeyError: no reader of the field is listed in ``READERS``.
    """
    return READERS[field].read(text).findings


def shown(field: str, text: str) -> str:
    """The normal form of a text as it is written, "" if it has none."""
    reader = READERS[field]
    value = reader.read(text).value
    return "" if value is None else reader.written(value)


def reader(rule: Rule) -> Reader:
    """The reader of a rule's examples: that of its group if it has one, else of its field.

    Raises:
        KeyError: ``READERS`` lists none.
    """
    return READERS.get(group(rule)) or READERS[rule.field]


def group(rule: Rule) -> str:
    """The letters that the codes of one group of rules begin with.

    >>> from rules.phone import RULES
    >>> group(RULES[0])
    'TEL'
    """
    return rule.code.rstrip("0123456789")


def _cells(text: str, count: int) -> list[str]:
    """The columns of a text, empty ones added up to the count."""
    cells = [cell.strip() for cell in text.split(COLUMN.strip())]
    return (cells + [""] * count)[:count]


def _name(text: str) -> Normal[person.PersonName]:
    """The person in one column, or in those of surname, first name and patronymic."""
    if COLUMN.strip() not in text:
        return person.normalise(text)
    last, first, patronymic = _cells(text, 3)
    return person.normalise_parts(last, first, patronymic)


def _make_model(text: str) -> Normal[make_model.MakeModel]:
    """The make and the model in one column or in two."""
    if COLUMN.strip() not in text:
        return make_model.normalise(text)
    make, model = _cells(text, 2)
    return make_model.normalise_parts(make, model)


def _date(text: str) -> Normal[day]:
    """The date of an event, or of a birth where the text says so."""
    return date.normalise(text, asof=ASOF, birth=text.endswith(_BORN))


def _card(text: str) -> Normal[object]:
    """The columns of name, ИНН, phone and e-mail of a card, judged as a whole."""
    name, number, phones, addresses = _cells(text, 4)
    named = client.normalise(name)
    reached = (inn.normalise(number), phone.normalise(phones), email.normalise(addresses))
    if (named.value and not named.blocked) or any(one.value for one in reached):
        return Normal(None)
    return Normal(None, (Finding(card.NAMELESS, text),))


def _known(text: str) -> Normal[object]:
    """A phone, judged by a rule file that lists +7 999 000-00-01 among the placeholders."""
    phones = phone.normalise(text).value or ()
    found = known.placeholder([one.number for one in phones], {"+79990000001"})
    return Normal(None, (found,) if found else ())


def _entry(text: str) -> Normal[object]:
    """The columns of name, phone and e-mail of a card entered by hand."""
    name, phones, addresses = _cells(text, 3)
    named = client.normalise(name)
    contact = phone.normalise(phones).value or email.normalise(addresses).value
    return Normal(
        None, entry.lacking(name=bool(named.value) and not named.blocked, contact=bool(contact))
    )


def _passport(text: str) -> Normal[str]:
    """The passport in one column, or the part of it that the first word names."""
    text = text.strip()
    if COLUMN in text:
        cells = [one.removeprefix("выдан") for one in text.split(COLUMN)]
        issued, born = (date.normalise(one, asof=ASOF).value for one in cells[:2])
        found = passport.against_birth(issued, born, ASOF) if issued and born else None
        return Normal(None, (found,) if found else ())
    part, _, rest = text.partition(" ")
    if part.casefold() == "код":
        return passport.office(rest)
    if part.casefold() in _PARTS_OF_PASSPORT and rest:
        return _PARTS_OF_PASSPORT[part.casefold()](rest, asof=ASOF)
    return passport.normalise(text, asof=ASOF)


_NUMBER, _HIGHEST = 6, 12
_OFFICE = re.compile("[0-9]{3}-[0-9]{3}")
_PARTS_OF_PASSPORT = {"серия": passport.series, "номер": passport.number}


def _passport_text(value: str) -> str:
    """The normal form with the word that tells a part of a passport."""
    if len(value) <= passport.SERIES:
        return f"серия {value}"
    if value.isdecimal() and len(value) == _NUMBER:
        return f"номер {value}"
    return f"код {value}" if _OFFICE.fullmatch(value) else value


def _maintenance(number: int) -> str:
    """The number of a maintenance; a high one by its mileage, as it would be taken for that."""
    return f"ТО-{number}" if number <= _HIGHEST else f"ТО {number * to_no.INTERVAL}"


def _client_name(name: client.ClientName) -> str:
    """Whom a card names; a junk card names nobody."""
    firm, owner = name.company, name.person
    if firm and (name.kind is client.ClientKind.COMPANY or owner):
        return _company_name(firm)
    return owner.full if owner else ""


def _company_name(firm: company.Company) -> str:
    """The company with its form, or in quotes where it has none: they tell it from a person."""
    return firm.full if firm.form or "«" in firm.name else f"«{firm.name}»"


def _phones(phones: tuple[phone.Phone, ...]) -> str:
    """The numbers with their extensions."""
    return ", ".join(
        f"{one.number} доб. {one.extension}" if one.extension else one.number for one in phones
    )


def _sum(amount_: Decimal) -> str:
    return f"{amount_:.2f}"


def _day(value: day) -> str:
    return f"{value:%d.%m}.{value.year:04}"


def _yes_or_no(yes: bool) -> str:  # noqa: FBT001 - a rule's value
    return "да" if yes else "нет"


READERS: dict[str, Reader] = {
    "card": Reader(_card),
    "KNW": Reader(_known),
    "ROW": Reader(row_examples.row),
    "BAS": Reader(row_examples.base),
    "entry": Reader(_entry),
    "client": Reader(client.normalise, _client_name),
    "name": Reader(_name, lambda name: name.full),
    "company": Reader(company.normalise, _company_name),
    "phone": Reader(phone.normalise, _phones),
    "email": Reader(email.normalise, ", ".join),
    "inn": Reader(inn.normalise),
    "kpp": Reader(kpp.normalise),
    "ogrn": Reader(ogrn.normalise),
    "passport": Reader(_passport, _passport_text),
    "license_no": Reader(driving_licence.normalise),
    "snils": Reader(snils.normalise),
    "date": Reader(_date, _day),
    "address": Reader(address.normalise, address.one_line),
    "consent": Reader(consent.normalise, _yes_or_no),
    "blacklist": Reader(blacklist.normalise, _yes_or_no),
    "vin": Reader(vin.normalise),
    "body_no": Reader(body_no.normalise),
    "chassis_no": Reader(chassis_no.normalise),
    "engine_no": Reader(engine_no.normalise),
    "sts": Reader(vehicle_paper.sts),
    "pts": Reader(vehicle_paper.pts),
    "epts": Reader(vehicle_paper.epts),
    "plate": Reader(plate.normalise),
    "make_model": Reader(_make_model, lambda car: f"{car.make} {car.model}".strip()),
    "year": Reader(lambda text: year.normalise(text, asof=ASOF)),
    "mileage": Reader(mileage.normalise),
    "visit_kind": Reader(visit_kind.normalise),
    "to_no": Reader(to_no.normalise, _maintenance),
    "amount": Reader(amount.normalise, _sum),
    "ro_status": Reader(order_status.normalise),
    "payer": Reader(payer.normalise),
    "new_used": Reader(new_used.normalise),
    "bk_result": Reader(booking_result.normalise),
    "claim_kind": Reader(claim_kind.normalise),
    "csi": Reader(score.normalise, score.written),
}
