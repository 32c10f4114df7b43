"""A postal address.

What it does
    Reads index, region, town, street, house and flat out of one cell, in the order people
    write them and in that of 1С («Московская обл, Химки г, Ленина ул, дом № 5, кв.10»).

Why it matters
    The region tells the buyers who will never come to the service; street and house tell a
    family from namesakes. No address is ever blocked: too many of them are only half written.

Example
    Warned: ``101000, г. Казань`` (the index is of Moscow)
    Accepted: ``МО, г.Химки, Ленина ул, д5 корп.2 кв 10``

>>> one_line(normalise("МО, г.Химки, Ленина ул, д5 корп.2 кв 10").value)
'Московская область, г. Химки, ул. Ленина, д. 5к2, кв. 10'
"""

import re
import unicodedata
from dataclasses import dataclass

from resources.texts import marked
from rules import address_parts, subjects
from rules.address_parts import Parts
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

OTHER_REGION = Rule(
    "ADR201",
    "address",
    Severity.WARN,
    marked("The index {index} belongs to «{other}» and not to «{region}»."),
    marked("Compare the index with the town."),
    source="почтовые индексы Почты России",
    bad=("101000, г. Казань",),
    good=("420015, г. Казань", "101000, г. Москва"),
)
NOTHING_READ = Rule(
    "ADR202",
    "address",
    Severity.WARN,
    marked("No town and no street can be read from «{value}»."),
    marked("Write the address as town, street, house, flat."),
    source="ПП РФ от 19.11.2014 № 1221",
    bad=("дом 5", "12345"),
    good=("г. Москва, ул. Ленина, д. 5",),
)
UNKNOWN_REGION = Rule(
    "ADR203",
    "address",
    Severity.WARN,
    marked("There is no region «{region}»."),
    marked("Compare it with the list of the regions."),
    source="Конституция РФ, ст. 65",
    bad=("Мордорская обл., г. Химки",),
    good=("Московская обл., г. Химки",),
)
CONTACT_INSIDE = Rule(
    "ADR204",
    "address",
    Severity.WARN,
    marked("The address holds a phone or an e-mail address: {found}."),
    marked("Move it to its own field."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("г. Москва, ул. Ленина, д. 5, 8 916 123-45-67", "г. Москва, ivan@mail.ru"),
    good=("г. Москва, ул. Ленина, д. 5",),
)
RULES = (OTHER_REGION, NOTHING_READ, UNKNOWN_REGION, CONTACT_INSIDE)

_CONTACT = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,255}"
    r"|(?<![\d/-])(?:\+7|8)[\s(-]*\d{3,5}[\s)-]*\d[\d\s-]{4,9}\d(?!\d)"
)
_MAY_HOLD_CONTACT = re.compile(r"@|(?:\+7|8)[\s(-]*\d{3}")
_INDEX_FLOAT = re.compile(r"(?<!\d)([1-6]\d{5})\.0(?!\d)")
_NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        ("Москва", "Московская область"),
        ("Санкт-Петербург", "Ленинградская область"),
        ("Республика Адыгея", "Краснодарский край"),
        ("Архангельская область", "Ненецкий автономный округ"),
        ("Республика Крым", "Севастополь"),
        ("Тюменская область", "Ханты-Мансийский автономный округ — Югра"),
        ("Тюменская область", "Ямало-Ненецкий автономный округ"),
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """The fields of an address, "" for what is missing; ``rest`` is what fits no field.

    The street carries its kind («ул. Ленина»), the town does not; the house carries block and
    building («5к2с1»).
    """

    index: str = ""
    region: str = ""
    city: str = ""
    street: str = ""
    house: str = ""
    flat: str = ""
    rest: str = ""


def one_line(address: Address) -> str:
    """The address in one line; reading it again gives the same fields."""
    parts = (
        address.index,
        address.region if address.region != address.city else "",
        f"г. {address.city}" if address.city else "",
        address.street,
        f"д. {address.house}" if address.house else "",
        f"кв. {address.flat}" if address.flat else "",
        address.rest,
    )
    return ", ".join(part for part in parts if part)


def region(text: str) -> str:
    """The canonical name of the subject that a text names or whose town it names, or ""."""
    value = text.strip()
    if value.isdecimal():
        return subjects.by_code(value.zfill(2))
    return subjects.by_name(value) or subjects.by_town(value)


def normalise(text: str) -> Normal[Address]:
    """The fields of the address in a cell, None where there is none."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value):
        return Normal(None)
    plain = value
    if not unicodedata.is_normalized("NFKC", value):
        plain = unicodedata.normalize("NFKC", value)
    if ".0" in plain:
        plain = _INDEX_FLOAT.sub(r"\1", plain)
    contacts: list[str] = []
    if _MAY_HOLD_CONTACT.search(plain):
        contacts = [found[0].strip() for found in _CONTACT.finditer(plain)]
        plain = _CONTACT.sub(",", plain)
    parts = address_parts.read(plain)
    findings = list(_doubts(value, parts))
    if contacts:
        params = (("found", ", ".join(contacts)),)
        findings.append(Finding(CONTACT_INSIDE, value, params=params))
    address = Address(
        parts.index,
        parts.region,
        parts.city,
        parts.street,
        parts.house,
        parts.flat,
        ", ".join(parts.rest),
    )
    return Normal(address if address != Address() else None, tuple(findings))


def _doubts(value: str, parts: Parts) -> tuple[Finding, ...]:
    """What is doubtful about the fields read."""
    if not (parts.region or parts.city or parts.street):
        return (Finding(NOTHING_READ, value),)
    findings: tuple[Finding, ...] = ()
    if parts.unknown_region:
        params = (("region", parts.unknown_region),)
        findings = (Finding(UNKNOWN_REGION, value, params=params),)
    other = subjects.by_index(parts.index)
    pair = frozenset((other, parts.region))
    if other and parts.region and len(pair) > 1 and pair not in _NEIGHBOURS:
        places = (("index", parts.index), ("other", other), ("region", parts.region))
        findings = (*findings, Finding(OTHER_REGION, value, params=places))
    return findings
