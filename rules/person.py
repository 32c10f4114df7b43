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

from dataclasses import dataclass

from rules import company_forms, junk, name_faults
from rules.finding import Finding, Normal
from rules.name_draft import Draft
from rules.name_forms import folded, is_initial
from rules.name_order import assign
from rules.name_plain import plain_words
from rules.name_rules import IS_COMPANY, LEFT_OVER, NOT_A_NAME, ORDER, RULES, WRONG_COLUMNS
from rules.name_text import read
from rules.name_words import UNKNOWN_FIRST, Word, word

__all__ = ["RULES", "PersonName", "normalise", "normalise_parts", "read_person"]

_LONGEST = 300
_ROLES = "sfm"
_PAIR = 2
_NEVER_A_PERSON = ("legal", "farm")
_OFFICIAL = frozenset(("s", "f", "m", "sf", "sm", "fm", "sfm", "sff", "ssf", "sfff", "sffm", "ssfm"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, "" where unknown; initials end with a full stop.

    ``gender`` is "m", "f" or ""; ``remark`` holds what else stood in the field.
    """

    last: str = ""
    first: str = ""
    patronymic: str = ""
    gender: str = ""
    remark: str = ""

    @property
    def full(self) -> str:
        """Surname, first name and patronymic in one line."""
        return " ".join([part for part in (self.last, self.first, self.patronymic) if part])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about a person: the name, what belongs to other fields, the findings."""

    person: PersonName | None
    spare: tuple[str, ...]
    findings: tuple[Finding, ...]
    words: tuple[Word, ...] = ()
    roles: str = ""

    @property
    def known(self) -> bool:
        """Whether a word is known as part of a person's name."""
        several = len(self.words) > 1
        return any(one.known or (one.initial and several) for one in self.words)

    @property
    def sure(self) -> bool:
        """Whether the first name stands in the table or the patronymic ends as one does."""
        return any(map(_is_sure, self.words, self.roles))


def normalise(text: str) -> Normal[PersonName]:
    """The person's name in a cell; None if the cell is empty or names no person."""
    value = text[:_LONGEST]
    if reading := read_plain(value):
        return Normal(reading.person, reading.findings)
    if junk.is_placeholder(value):
        return Normal(None)
    if junk.is_gibberish(value):
        return Normal(None, (Finding(NOT_A_NAME, text),))
    reading = read_person(value)
    if _is_company(value, reading):
        return Normal(None, (Finding(IS_COMPANY, text),))
    if reading.person is None:
        return Normal(None, (*reading.findings, Finding(NOT_A_NAME, text)))
    return Normal(_with_spare(reading), reading.findings)


def normalise_parts(last: str, first: str, patronymic: str) -> Normal[PersonName]:
    """The person's name in three cells, put right where the cells were mixed up."""
    cells = [cell[:_LONGEST] for cell in (last, first, patronymic)]
    if all(not cell or cell.isspace() for cell in cells[1:]):
        return normalise(cells[0])
    if reading := _read_plain_cells(cells):
        return Normal(reading.person, reading.findings)
    cells = ["" if junk.is_placeholder(cell) else cell for cell in cells]
    raw = " ".join(" ".join(cells).split())
    if not raw:
        return Normal(None)
    drafts = [read(cell) if cell else Draft("", "") for cell in cells]
    reading = _compose(*_merged(drafts, raw))
    if _is_company(raw, reading):
        return Normal(None, (Finding(IS_COMPANY, raw),))
    if reading.person is None or junk.is_gibberish(raw):
        return Normal(None, (*reading.findings, Finding(NOT_A_NAME, raw)))
    return Normal(_with_spare(reading), reading.findings)


def _read_plain_cells(cells: list[str]) -> Reading | None:
    """The reading of three cells with one plain word each at most, None for any others."""
    filled = [cell for cell in cells if cell]
    words = [found[0] for cell in filled if (found := plain_words(cell)) and len(found) == 1]
    if len(words) < len(filled):
        return None
    claimed = "".join(role for cell, role in zip(cells, _ROLES, strict=True) if cell)
    raw = " ".join(filled)
    return _compose(Draft(raw, raw, words=words), claimed)


def read_plain(text: str) -> Reading | None:
    """The reading of a text that is nothing but a name, None for any other text."""
    words = plain_words(text)
    return _compose(Draft(text, text, words=words)) if words else None


def read_person(text: str) -> Reading:
    """The text read as a person's name, whether it is one or not."""
    return _compose(read(text))


def is_surely_person(text: str) -> bool:
    """Whether the text has a known first name beside another part of a name."""
    reading = read_person(text)
    found = reading.person
    if found is None or not found.first or not (found.last or found.patronymic):
        return False
    words = company_forms.words_of(text)
    if any(map(company_forms.is_trade_word, words)):
        return bool(found.patronymic)
    forms = company_forms.find(text) if company_forms.may_hold_form(words) else ()
    initials_only = is_initial(found.first) and any(len(form.short) > _PAIR for form in forms)
    return reading.sure and not initials_only


def _is_company(text: str, reading: Reading) -> bool:
    """Whether a company's form or a company's word stands where a name is no better."""
    words = company_forms.words_of(text)
    forms = company_forms.find(text) if company_forms.may_hold_form(words) else ()
    if any(form.kind in _NEVER_A_PERSON for form in forms):
        return True
    named = reading.known and reading.person and reading.person.first
    return not named and (bool(forms) or any(map(company_forms.is_trade_word, words)))


def _with_spare(reading: Reading) -> PersonName | None:
    """The name with what belongs to other fields kept in its remark, so that nothing is lost."""
    person = reading.person
    if person is None or not reading.spare:
        return person
    remark = "; ".join(part for part in (person.remark, *reading.spare) if part)
    return PersonName(person.last, person.first, person.patronymic, person.gender, remark)


def _merged(drafts: list[Draft], raw: str) -> tuple[Draft, str]:
    """One draft from the drafts of three cells, and the roles that the cells claim."""
    whole = Draft(raw, raw)
    roles = ""
    for draft, role in zip(drafts, _ROLES, strict=True):
        fresh = [text for text in draft.words if not _repeats(text, draft, drafts)]
        whole.words += fresh
        roles += role * len(fresh)
        whole.noted += draft.noted
        whole.remarks += draft.remarks
        whole.spare += draft.spare
    claimed = len(drafts[0].words) < len(_ROLES)
    return whole, roles if claimed else ""


def _repeats(text: str, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a cell before holds the word among others («Иванов Иван» | «Иван»)."""
    key = folded(text)
    earlier = drafts[: drafts.index(draft)]
    return any(len(one.words) > 1 and key in map(folded, one.words) for one in earlier)


def _compose(draft: Draft, claimed: str = "") -> Reading:
    """The reading of a draft's words."""
    if not draft.words:
        findings = tuple(Finding(rule, value) for rule, value in draft.noted)
        return Reading(None, tuple(draft.spare), findings)
    words = [word(text) for text in draft.words]
    roles = assign(words, claimed)
    if "x" in roles:
        rest = " ".join(text for text, role in zip(draft.words, roles, strict=True) if role == "x")
        draft.remarks.append(rest)
        draft.note(LEFT_OVER, rest)
    if claimed and roles != claimed:
        draft.note(WRONG_COLUMNS, draft.raw)
    elif not claimed and roles.replace("x", "") not in _OFFICIAL:
        draft.note(ORDER, draft.raw)
    person = _person(words, roles, "; ".join(draft.remarks))
    findings = name_faults.findings(draft, words, roles, person.full)
    return Reading(person, tuple(draft.spare), findings, words=tuple(words), roles=roles)


def _person(words: list[Word], roles: str, remark: str) -> PersonName:
    """The name that words make in their roles."""
    last = first = patronymic = ""
    for one, role in zip(words, roles, strict=True):
        if role == "s":
            shown = one.shown[0] if one.initial else one.shown
            last = f"{last} {shown}" if last else shown
        elif role == "f":
            first = f"{first} {one.shown}" if first else one.shown
        elif role == "m":
            patronymic = f"{patronymic} {one.shown}" if patronymic else one.shown
    return PersonName(last, first, patronymic, name_faults.gender_of(words, roles), remark)


def _is_sure(one: Word, role: str) -> bool:
    """Whether a first name stands in the table, or a patronymic ends as one does."""
    if role == "f":
        return one.initial or one.first > UNKNOWN_FIRST
    return role == "m" and bool(one.initial or one.patronymic_gender)
