"""Texts read as the rules of a field read them: a rule's examples are run, shown and tested so.

A text of several columns parts them with `` | ``: ``Иван | Иванов`` are the columns of surname
and first name. A birth date ends with «г.р.».

>>> [found.code for found in findings("vin", "XW8AA11B0CK00012")]
['VIN101']
>>> shown("vin", "xw8 aa11b0ck000123")
'XW8AA11B0CK000123'
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as day
from decimal import Decimal

from rules import (
    address,
    amount,
    body_no,
    card,
    client,
    company,
    consent,
    date,
    email,
    inn,
    make_model,
    mileage,
    person,
    phone,
    plate,
    vin,
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
    """The reader of a rule's examples.

    Raises:
        KeyError: no reader of the rule's field is listed in ``READERS``.
    """
    return READERS[rule.field]


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


def _client_name(name: client.ClientName) -> str:
    """Whom a card names, with the kind; a junk card names nobody."""
    firm, owner = name.company, name.person
    if name.kind is client.ClientKind.COMPANY or (firm and owner):
        return firm.full if firm else ""
    return owner.full if owner else ""


def _phones(phones: tuple[phone.Phone, ...]) -> str:
    """The numbers with their extensions."""
    return ", ".join(
        f"{one.number} доб. {one.extension}" if one.extension else one.number for one in phones
    )


def _sum(amount_: Decimal) -> str:
    return f"{amount_:.2f}"


def _day(value: day) -> str:
    return f"{value:%d.%m}.{value.year:04}"


READERS: dict[str, Reader] = {
    "card": Reader(_card),
    "client": Reader(client.normalise, _client_name),
    "name": Reader(_name, lambda name: name.full),
    "company": Reader(company.normalise, lambda firm: firm.full),
    "phone": Reader(phone.normalise, _phones),
    "email": Reader(email.normalise, ", ".join),
    "inn": Reader(inn.normalise),
    "date": Reader(_date, _day),
    "address": Reader(address.normalise, address.one_line),
    "consent": Reader(consent.normalise, lambda yes: "да" if yes else "нет"),
    "vin": Reader(vin.normalise),
    "body_no": Reader(body_no.normalise),
    "plate": Reader(plate.normalise),
    "make_model": Reader(_make_model, lambda car: f"{car.make} {car.model}".strip()),
    "year": Reader(lambda text: year.normalise(text, asof=ASOF)),
    "mileage": Reader(mileage.normalise),
    "amount": Reader(amount.normalise, _sum),
}
