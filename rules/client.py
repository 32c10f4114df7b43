"""CLI: what a client's card is the name of: a person, a company, or nobody.

What it does
    Tells persons from companies, reads a sole trader as both, recognises cards that name no
    client («Розничный покупатель», «тест», «Склад»), and keeps a phone that was typed into
    the name.

Why it matters
    One junk card with ten thousand orders would glue strangers together, and a company's
    driver is not the company.

Example
    Blocked: ``Розничный покупатель``
    Accepted: ``ИП Иванов И.И. 8-916-123-45-67``, a person and his company, with a spare phone

>>> found = normalise("ИП Иванов И.И. 8-916-123-45-67").value
>>> found and (found.kind.value, found.company and found.company.form, found.spare)
('person', 'ИП', '8-916-123-45-67')
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from resources.texts import marked
from rules import company_forms, junk
from rules.company import Company, CompanyReading, read_company
from rules.company_rules import NO_FORM
from rules.finding import Finding, Normal, Rule, Severity
from rules.name_reading import PersonName, read_person, read_plain
from rules.name_rules import UNCERTAIN
from rules.person import is_surely_person

PLACEHOLDER = Rule(
    "CLI101",
    "client",
    Severity.BLOCK,
    marked("«{value}» names no client."),
    marked("Write who the client is: surname, first name, patronymic, or the company."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("Розничный покупатель", "Частное лицо", "ОсновнойПокупатель", "-"),
    good=("Иванов Иван Иванович", "Частное лицо Иванов Иван"),
)
TECHNICAL = Rule(
    "CLI102",
    "client",
    Severity.BLOCK,
    marked("«{value}» is the dealer's own card (stock, test drive, inner orders), not a client."),
    marked("Leave it out of the client base, or write who the client is."),
    bad=("Склад новых автомобилей", "Тест-драйв Kia Rio"),
    good=("ООО «Склад»", "Складчиков Иван Петрович"),
)
TEST = Rule(
    "CLI103",
    "client",
    Severity.BLOCK,
    marked("«{value}» is a test card."),
    marked("Delete it in the source, or write who the client is."),
    bad=("Тест Тестович Тестов", "test 2"),
    good=("Тестов Иван Иванович",),
)
GIBBERISH = Rule(
    "CLI104",
    "client",
    Severity.BLOCK,
    marked("«{value}» is no name of a person or a company."),
    marked("Write who the client is: surname, first name, patronymic, or the company."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("фыва", "ааа", "111"),
    good=("Ли Олег", "ООО «АБВ»"),
)
MARK_ONLY = Rule(
    "CLI105",
    "client",
    Severity.BLOCK,
    marked("The card is only marked «{value}» and names no client."),
    marked("Delete the card in the source, or write who the client is."),
    bad=("*ЗАКРЫТ*", "дубль", "не использовать!"),
    good=("Иванов Иван Иванович", "дубль Иванов Иван"),
)
TOTAL = Rule(
    "CLI106",
    "client",
    Severity.BLOCK,
    marked("«{value}» is a line of totals, not a client."),
    marked("Leave it out of the file."),
    bad=("Итого",),
    good=("ООО «Итого»",),
)
CONTACT_ONLY = Rule(
    "CLI201",
    "client",
    Severity.WARN,
    marked("There is no name, only «{value}»."),
    marked("Move it to its own field and write who the client is."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("89161234567", "ivan@mail.ru"),
    good=("Иванов Иван Иванович", "Иванов Иван 89161234567"),
)
UNCLEAR = Rule(
    "CLI202",
    "client",
    Severity.WARN,
    marked("It is not clear whether «{value}» is a person or a company."),
    marked("Write surname, first name and patronymic, or the company with its legal form."),
    source="ГК РФ, ст. 54",
    bad=("Европлан", "Замена масла"),
    good=("ООО «Европлан»", "Иванов Иван"),
)
BOTH = Rule(
    "CLI203",
    "client",
    Severity.WARN,
    marked("«{value}» names a person and a company."),
    marked("Make a card for each of them: {person}; {company}."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("ООО Ромашка (Иванов Иван)", "Иванов Иван / ООО Ромашка"),
    good=("ООО «Ромашка»", "ИП Иванов И.И."),
)
RULES = (
    PLACEHOLDER,
    TECHNICAL,
    TEST,
    GIBBERISH,
    MARK_ONLY,
    TOTAL,
    CONTACT_ONLY,
    UNCLEAR,
    BOTH,
)

_JUNK = {
    "placeholder": PLACEHOLDER,
    "title": PLACEHOLDER,
    "technical": TECHNICAL,
    "test": TEST,
    "total": TOTAL,
    "mark": MARK_ONLY,
    "note": MARK_ONLY,
    "relation": MARK_ONLY,
}
_LONGEST = 500
_OWNED = ("sole", "farm")
# What parts a company from a person; the closing quote does so too.
_APART = re.compile(r"\s*[/;,()]\s*|\s+[-–—]\s+|(?<=\S[\"»”])\s+(?=[А-ЯЁ][а-яё])")
_UNIT = re.compile(r"(?<!\w)в\s?/\s?ч\.?\s*(?=№?\s?\d)", re.IGNORECASE)
_KINDERGARTEN = re.compile(r"(?<!\w)детский\sсад(?!\w)", re.IGNORECASE)
_WHOLE_NAME = 3
_TOWN = re.compile(r"(?:г|гор|город|обл|респ)\.?\s*[А-ЯЁ][а-яё-]{2,}(?:\s[А-ЯЁ][а-яё-]+)?")


class ClientKind(StrEnum):
    """What a client's card names."""

    PERSON = "person"
    COMPANY = "company"
    JUNK = "junk"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ClientName:
    """Whom a client's card names.

    A sole trader is a person with a company. ``spare`` is text of other fields (a phone, a VIN,
    an e-mail), pieces parted by ``", "``. An unknown kind may hold a guess in ``person``.
    """

    kind: ClientKind
    person: PersonName | None = None
    company: Company | None = None
    spare: str = ""


def normalise(text: str) -> Normal[ClientName]:
    """Whom a cell names; None if it is empty. Junk has the kind JUNK and a blocking finding."""
    value = text[:_LONGEST].strip()
    if not value:
        return Normal(None)
    if (plain := read_plain(value)) and plain.person:
        return Normal(ClientName(ClientKind.PERSON, plain.person), plain.findings)
    return _unless_junk(value, _read(value))


def _unless_junk(value: str, outcome: Normal[ClientName], rounds: int = 3) -> Normal[ClientName]:
    """The outcome, junk if the name that was repaired is junk when it is read again."""
    right = {found.suggestion for found in outcome.repairs}
    firm = outcome.value.company if outcome.value else None
    if firm and not firm.form:
        right.add(firm.name)  # what quotes alone make a company of
    for name in sorted(right - {value, ""}):
        plain = read_plain(name)
        if plain and plain.person:
            continue
        if rounds and (again := _unless_junk(name, _read(name), rounds - 1)).blocked:
            return again
    return outcome


def _read(value: str) -> Normal[ClientName]:
    """Whom a text names that is no plain name of a person."""
    if "/" in value:
        value = _UNIT.sub("войсковая часть ", value)
    if "сад" in value.lower():
        value = _KINDERGARTEN.sub("детсад", value)
    if rule := _JUNK.get(junk.kind(value)):
        return _junk(rule, value, ())
    words = company_forms.words_of(value)
    signs = any(map(company_forms.is_sign, words)) or company_forms.has_quotes(value)
    if signs and (found := _company(value)):
        return found
    return _person(value)


def _junk(rule: Rule, value: str, spare: tuple[str, ...]) -> Normal[ClientName]:
    """A card that names nobody."""
    return Normal(ClientName(ClientKind.JUNK, spare=", ".join(spare)), (Finding(rule, value),))


def _company(value: str) -> Normal[ClientName] | None:
    """The company that a text with a company's signs names, None if it is a person after all."""
    if both := _both(value):
        return both
    reading = read_company(value)
    spare = ", ".join(reading.spare)
    if reading.company is None:
        return Normal(ClientName(ClientKind.JUNK, spare=spare), reading.findings)
    if reading.kind in _OWNED:
        return _owned(reading)
    if reading.kind != "legal" and (is_surely_person(value) or not _trades(value, reading)):
        return None
    if not reading.kind and is_surely_person(reading.company.name):
        owner = read_person(value).person
        if owner and is_surely_person(owner.full):
            return None
    findings = reading.findings if reading.kind else (*reading.findings, Finding(NO_FORM, value))
    return Normal(ClientName(ClientKind.COMPANY, None, reading.company, spare), findings)


def _trades(value: str, reading: CompanyReading) -> bool:
    """Whether the text has a form, a word of companies or a name in quotes."""
    if reading.kind or any(map(company_forms.is_trade_word, company_forms.words_of(value))):
        return True
    return company_forms.has_quotes(value) and not read_person(value).known


def _owned(reading: CompanyReading) -> Normal[ClientName]:
    """A sole trader (a person with a company) or a farm (a company, its head the person)."""
    owner = read_person(reading.rest)
    named = owner.known and (owner.sure or reading.kind == "sole")
    spare = ", ".join((*reading.spare, *owner.spare))
    if not named:
        return Normal(
            ClientName(ClientKind.COMPANY, None, reading.company, spare), reading.findings
        )
    kind = ClientKind.PERSON if reading.kind == "sole" else ClientKind.COMPANY
    name = ClientName(kind, owner.person, reading.company, spare)
    findings = (*reading.findings, *owner.findings) if kind is ClientKind.PERSON else ()
    return Normal(name, findings or reading.findings)


def _both(value: str) -> Normal[ClientName] | None:
    """The person and the company that stand side by side; the first of them is the client."""
    pieces = [piece for piece in _APART.split(value) if piece.strip()]
    if len(pieces) == 1:
        pieces = _around_form(value)
    if len(pieces) != 2:  # noqa: PLR2004 - one of each
        return None
    legal = [_has_legal_form(piece) for piece in pieces]
    if sum(legal) != 1:
        return None
    at = legal.index(True)
    firm, owner = read_company(pieces[at]), read_person(pieces[1 - at])
    if _TOWN.fullmatch(pieces[1 - at]) or not (
        firm.company and owner.person and is_surely_person(pieces[1 - at])
    ):
        return None
    params = (("person", owner.person.full), ("company", firm.company.full))
    kind = ClientKind.COMPANY if at == 0 else ClientKind.PERSON
    spare = ", ".join((*firm.spare, *owner.spare))
    name = ClientName(kind, owner.person, firm.company, spare)
    return Normal(name, (Finding(BOTH, value, params=params),))


def _around_form(text: str) -> list[str]:
    """The person and the company with its form between them («Иванов Иван ООО Ромашка»)."""
    legal = [form for form in company_forms.find(text) if form.kind == "legal"]
    if len(legal) != 1:
        return [text]
    before, after = text[: legal[0].start], text[legal[0].end :]
    if not before.strip():
        return _behind_company(text, legal[0].end)
    if not after.strip():
        return [text]
    if is_surely_person(before):
        return [before, text[legal[0].start :]]
    return [text[: legal[0].end], after] if is_surely_person(after) else [text]


def _behind_company(text: str, start: int) -> list[str]:
    """A company and the whole name of the person behind it («ООО Ромашка Иванов Иван Ильич»)."""
    words = list(re.finditer(r"\S+", text[start:]))
    if len(words) <= _WHOLE_NAME:
        return [text]
    at = start + words[-_WHOLE_NAME].start()
    named = read_person(text[at:])
    whole = sorted(named.roles) == sorted("sfm") and all(one.known for one in named.words)
    return [text[:at], text[at:]] if whole and named.sure else [text]


def _has_legal_form(text: str) -> bool:
    """Whether the text holds the form of a legal person."""
    return any(form.kind == "legal" for form in company_forms.find(text))


def _person(value: str) -> Normal[ClientName]:
    """The person whom a text names, with a guess where no part of it is known."""
    reading = read_person(value)
    person, spare = reading.person, ", ".join(reading.spare)
    if person is None:
        if not spare:
            return _junk(GIBBERISH, value, ())
        name = ClientName(ClientKind.UNKNOWN, spare=spare)
        return Normal(name, (Finding(CONTACT_ONLY, value),))
    kind = junk.kind(person.full)
    rule = _JUNK.get(kind) if kind == "technical" or not reading.sure else None
    if rule or (not reading.sure and junk.is_gibberish(person.full)):
        return _junk(rule or GIBBERISH, value, reading.spare)
    if reading.known:
        return Normal(ClientName(ClientKind.PERSON, person, None, spare), reading.findings)
    findings = tuple(one for one in reading.findings if one.rule is not UNCERTAIN)
    guess = ClientName(ClientKind.UNKNOWN, person, None, spare)
    return Normal(guess, (*findings, Finding(UNCLEAR, value)))
