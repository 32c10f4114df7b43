"""NAM: a person's name.

What it does
    Finds surname, first name and patronymic in any order, writes them with the right capitals
    and letters, tells the gender, and sets remarks, phones and other people aside.

Why it matters
    The name is the only thing nearly every card has. «ИВАНОВ ИВАН», «Иван Иванов», «Bdfyjd Bdfy»
    and «Ивaнов И. (сын)» are found together only in one normal form.

Example
    Blocked: ``ООО Ромашка`` (a company)
    Accepted: ``иван иванович ИВАНОВ``, kept as Иванов, Иван, Иванович

>>> name = normalise("иван иванович ИВАНОВ").value
>>> name and name.full, name and name.gender
('Иванов Иван Иванович', 'm')
"""

from resources.names import first_names, surnames
from rules import company_forms, junk
from rules.finding import Finding, Normal
from rules.name_endings import is_surname
from rules.name_forms import folded, is_initial, neutral_surname
from rules.name_reading import (
    PersonName,
    Reading,
    read_cells,
    read_person,
    read_plain,
    read_plain_cells,
)
from rules.name_rules import IS_COMPANY, NOT_A_NAME, RULES

__all__ = ["RULES", "PersonName", "is_surely_person", "normalise", "normalise_parts"]

_LONGEST = 300
_PAIR = 2
_NEVER_A_PERSON = ("legal", "farm")


def normalise(text: str) -> Normal[PersonName]:
    """The person's name in a cell; None if the cell is empty or names no person."""
    value = text[:_LONGEST]
    if reading := read_plain(value):
        return Normal(reading.person, reading.findings)
    if junk.is_placeholder(value):
        return Normal(None)
    reading = read_person(_without_trade(value))
    if reading.person and (bare := _without_trade(reading.person.full)) != reading.person.full:
        reading = read_person(bare)  # «ИП» was glued to a part of the name
    return _judged(value, reading)


def normalise_parts(last: str, first: str, patronymic: str) -> Normal[PersonName]:
    """The person's name in three cells, put right where the cells were mixed up."""
    cells = [cell[:_LONGEST].strip() for cell in (last, first, patronymic)]
    if not (cells[1] or cells[2]):
        return normalise(cells[0])
    if reading := read_plain_cells(cells):
        return Normal(reading.person, reading.findings)
    cells = ["" if _is_nothing(cell) else _without_trade(cell) for cell in cells]
    if not (cells[1] or cells[2]):
        return normalise(cells[0])
    raw = " ".join(" ".join(cells).split())
    return _judged(raw, read_cells(cells, raw)) if raw else Normal(None)


def _judged(raw: str, reading: Reading) -> Normal[PersonName]:
    """The name that was read, unless it is none."""
    if _is_company(raw, reading):
        return Normal(None, (Finding(IS_COMPANY, raw),))
    person = reading.person
    nobody = person and (not reading.sure and _is_nobody(person.full))
    if person is None or nobody or junk.is_placeholder(person.full):
        return Normal(None, (Finding(NOT_A_NAME, raw),))
    if person.full != raw and _is_company(person.full, reading):
        return Normal(None, (Finding(IS_COMPANY, raw),))
    return Normal(_with_spare(person, reading.spare), reading.findings)


def _is_nothing(cell: str) -> bool:
    """Whether a cell is empty or says so; «Х.» is an initial, though «х» crosses a cell out."""
    return junk.is_placeholder(cell) and not (cell[:1].isalpha() and cell[1:] == ".")


def _is_nobody(full: str) -> bool:
    """Whether the words that were read as a name are none."""
    return junk.is_gibberish(full) or junk.is_placeholder(full)


def is_surely_person(text: str) -> bool:
    """Whether the text has a known first name beside another part of a name."""
    reading = read_person(text)
    found = reading.person
    if found is None or not found.first or not (found.last or found.patronymic):
        return False
    words = company_forms.words_of(text)
    if any(map(company_forms.is_trade_word, words)):
        return bool(found.patronymic) and not is_initial(found.patronymic)
    forms = company_forms.find(text) if company_forms.may_hold_form(words) else ()
    # «УК Иванов» has initials, «УК Уют» is a company: no person is called so.
    last = folded(found.last)
    named = is_surname(last) or neutral_surname(last) in surnames()
    unknown = is_initial(found.first) or folded(found.first) not in first_names()
    initials_only = unknown and any(len(form.short) > _PAIR or not named for form in forms)
    return reading.sure and not initials_only


def _without_trade(text: str) -> str:
    """The text without «ИП»: who trades is a person all the same."""
    if not company_forms.may_hold_form(company_forms.words_of(text)):
        return text
    for form in reversed(company_forms.find(text)):
        if form.kind == "sole":
            text = f"{text[: form.start]} {text[form.end :]}".strip()
    return text


def _is_company(text: str, reading: Reading) -> bool:
    """Whether a company's form or a company's word stands where a name is no better."""
    words = company_forms.words_of(text)
    forms = company_forms.find(text) if company_forms.may_hold_form(words) else ()
    if any(form.kind in _NEVER_A_PERSON for form in forms):
        return True
    named = reading.known and reading.person and reading.person.first
    trade = any(form.kind == "soft" for form in forms)
    return not named and (trade or any(map(company_forms.is_trade_word, words)))


def _with_spare(person: PersonName, spare: tuple[str, ...]) -> PersonName:
    """The name with what belongs to other fields kept in its remark, so that nothing is lost."""
    if not spare:
        return person
    remark = "; ".join(part for part in (person.remark, *spare) if part)
    return PersonName(person.last, person.first, person.patronymic, person.gender, remark)
