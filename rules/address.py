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
from functools import lru_cache

from resources.texts import marked
from rules import address_numbers, address_parts, subjects
from rules.address_fields import Parts
from rules.blanks import LONGEST_TEXT, is_blank, is_wordless
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import (
    as_cyrillic,
    fold_lookalikes,
    from_latin_layout,
    has_cyrillic,
    has_latin,
)

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
    marked("Write a region of Russia, for example Московская область."),
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
LAYOUT = Rule(
    "ADR301",
    "address",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="почтовые индексы Почты России",
    bad=("u/ Cfvfhf? ek/ Jrnz,hmcrfz? l/ 5",),
    good=("г. Самара, ул. Октябрьская, д. 5",),
)
PLACEHOLDER = Rule(
    "ADR302",
    "address",
    Severity.INFO,
    marked("«{value}» stands for a missing address."),
    marked("Leave the cell empty."),
    bad=("не помнит", "со слов", "адрес не указан", "по прописке"),
    good=("г. Москва", ""),
)
RULES = (OTHER_REGION, NOTHING_READ, UNKNOWN_REGION, CONTACT_INSIDE, LAYOUT, PLACEHOLDER)

_CONTACT = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,255}"
    r"|(?<![\d/-])(?:\+7|8)[\s(-]*\d{3,5}[\s)-]*\d[\d\s-]{4,9}\d(?!\d)"
)
# Every word of such a text says that there is no address, or that it stands somewhere else.
_UNSAID = re.compile(
    r"(?:\W*(?<!\w)(?:не|нет|без|есть|со|по|из|у|то|же|слов|клиента?|адреса?|данных|указано?|"
    r"помн\w+|зна\w+|назва\w*|сообщ\w+|каза\w+|скаж\w+|указа\w*|хочет|прожива\w+|жив[её]т|"
    r"отказ\w*|уточн\w+|узнать|проверить|спросить|заполнить|дополнить|внести|потом|позже|"
    r"прописк\w+|паспорт\w*|регистраци\w+|документ\w*|тот|там|тоже|сам\w+|см|смотри|выше|ниже|"
    r"самовывоз|переехал[аи]?|неизвест\w+|отсутствует|прежний|"
    r"до|востребования|временн\w+|съ[её]мн\w+|квартира|общежитие)(?!\w))+\W*",
    re.IGNORECASE,
)
_LATIN_WORD = re.compile("[A-Za-z]+")
_MAY_HOLD_CONTACT = re.compile(r"@|(?:\+7|8)[\s(-]*\d{3}")
_INDEX_FLOAT = re.compile(r"(?<!\d)([1-6]\d{5})\.0(?!\d)")
_LONGEST_UNSAID = 60
_ROUNDS = 4
_USUAL_CITY = re.compile("[А-ЯЁ][а-яё]{2,}(?:[- ](?:на-)?[А-ЯЁ][а-яё]{2,})*")
_USUAL_STREET = re.compile("[а-я.-]{2,9} (?:[0-9]+(?:-я)? )?[А-ЯЁ][а-яё]{2,}(?: [А-ЯЁ][а-яё]{2,})*")
_USUAL_HOUSE = re.compile("[0-9]{1,4}(?:[А-Я]|(?:/[0-9]{1,4})?(?:к[0-9]{1,3})?(?:с[0-9]{1,3})?)")
_USUAL_FLAT = re.compile("[0-9]{1,5}")
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
    numbered = address_numbers.numbered(text)
    if numbered and (alike := _alike(numbered.pattern, numbered.stand_ins)):
        index, house, flat = numbered.numbers
        places = (alike.region, alike.city, alike.street)
        return Normal(Address(index or alike.index, *places, house, flat, alike.rest))
    return read_whole(text)


@lru_cache(maxsize=1 << 15)
def _alike(pattern: str, stand_ins: tuple[str, str, str]) -> Address | None:
    """The address of a pattern, None unless the stand-ins are its numbers and nothing is odd."""
    normal = read_whole(pattern)
    address = normal.value
    if address is None or normal.findings:
        return None
    index, house, flat = stand_ins
    fits = index in ("", address.index) and (house, flat) == (address.house, address.flat)
    return address if fits else None


def read_whole(text: str) -> Normal[Address]:
    """What ``normalise`` gives, read word by word."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value) or (len(value) <= _LONGEST_UNSAID and _UNSAID.fullmatch(value)):
        return Normal(None) if _is_empty(value) else Normal(None, (Finding(PLACEHOLDER, value),))
    plain = value
    if not unicodedata.is_normalized("NFKC", value):
        plain = unicodedata.normalize("NFKC", value)
    if "İ" in plain:  # the one letter whose small form has a mark of its own, which is no letter
        plain = plain.replace("İ", "I")
    if ".0" in plain:
        plain = _INDEX_FLOAT.sub(r"\1", plain)
    contacts: list[str] = []
    typed = _in_russian_layout(plain) if has_latin(plain) else plain
    parts = _read(typed, contacts)
    findings = list(_doubts(value, parts))
    if typed != plain:
        findings.append(Finding(LAYOUT, value, typed, repaired=True))
    address = _settled(_fields(parts), contacts)
    if contacts:
        params = (("found", ", ".join(contacts)),)
        findings.append(Finding(CONTACT_INSIDE, value, params=params))
    return Normal(address if address != Address() else None, tuple(findings))


def _is_empty(value: str) -> bool:
    """Whether nothing was typed but signs and zeros."""
    return is_wordless(value) or not any(map(str.isalpha, value))


def _read(text: str, contacts: list[str]) -> Parts:
    """The parts of an address without the contacts in it, which are added to the list."""
    if _MAY_HOLD_CONTACT.search(text):
        contacts += [found[0].strip() for found in _CONTACT.finditer(text)]
        text = _CONTACT.sub(",", text)
    if has_latin(text) and has_cyrillic(text):
        text = _LATIN_WORD.sub(_as_twin, fold_lookalikes(text))
    return address_parts.read(text)


def _as_twin(found: re.Match[str]) -> str:
    """A Latin word amid Russian ones in Russian letters, if all of it looks like them."""
    return as_cyrillic(found[0]) or found[0]


def _in_russian_layout(plain: str) -> str:
    """What was meant by a Latin text, if only the Russian keyboard layout makes it an address."""
    if has_cyrillic(plain):
        return plain
    typed = from_latin_layout(plain)
    found = address_parts.read(typed).region and not address_parts.read(plain).region
    return typed if found else plain


def _fields(parts: Parts) -> Address:
    """The parts as fields."""
    rest = ", ".join(parts.rest)
    return Address(
        parts.index, parts.region, parts.city, parts.street, parts.house, parts.flat, rest
    )


def _settled(address: Address, contacts: list[str]) -> Address:
    """The address as it is read from its own line, until that changes nothing.

    A usual one need not be read again: of 30,000 soiled ones none came out another.
    """
    for _ in range(0 if _is_usual(address) else _ROUNDS):
        again = _fields(_read(one_line(address), contacts))
        if again == address:
            break
        address = again
    return address


def _is_usual(address: Address) -> bool:
    """Whether every field is written as it mostly is."""
    if address.rest or not (address.city or address.street):
        return False
    usual = (
        (address.city, _USUAL_CITY),
        (address.street, _USUAL_STREET),
        (address.house, _USUAL_HOUSE),
        (address.flat, _USUAL_FLAT),
    )
    return all(not text or form.fullmatch(text) for text, form in usual)


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
