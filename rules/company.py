"""CMP: a company's name.

What it does
    Parts the legal form from the name, whether it stands before or after, written out or
    typed with Latin letters, drops quotes and tails, and makes one key for comparing.

Why it matters
    «ООО "Ромашка"», «Ромашка, ООО» and «OOO РОМАШКА (г. Тула)» are one buyer of many cars.

Example
    Blocked: ``ООО`` (a form without a name)
    Accepted: ``"Ромашка" OOO``, kept as Ромашка with the form ООО

>>> found = normalise('OOO "Ромашка-Авто"').value
>>> found and (found.name, found.form, found.key)
('Ромашка-Авто', 'ООО', 'ромашка авто')
"""

import re
import unicodedata
from dataclasses import dataclass

from rules import company_forms, junk
from rules.company_forms import Form
from rules.company_rules import (
    CONTACT,
    FORM_SPELLING,
    IS_PERSON,
    LAYOUT,
    LOOKALIKES,
    NO_FORM,
    NO_NAME,
    NOT_A_COMPANY,
    REMARK,
    RULES,
    SEVERAL_FORMS,
    SIGNS,
)
from rules.finding import Finding, Normal
from rules.letters import fold_lookalikes, from_latin_layout, has_cyrillic, has_latin
from rules.name_contacts import take_contacts
from rules.name_draft import Draft
from rules.name_forms import folded
from rules.name_layout import fix_twins, sounds_russian
from rules.name_reading import read_person
from rules.person import is_surely_person

__all__ = [
    "RULES",
    "Company",
    "CompanyReading",
    "company_key",
    "normalise",
    "read_company",
    "written",
]

_LONGEST = 500
_ROUNDS = 4
_USUAL = re.compile("[А-ЯЁ][а-яё]{2,}(?:[ -][А-ЯЁ][а-яё]{2,})*")
_PHONE_DIGITS = 7
# The key of a Russian quotation mark gives @, that of Э gives a quotation mark in Latin.
_QUOTE_KEY = re.compile(r'@|(?<!\S)"(?=\S[^"]*"$)|(?<=\S)"$')
_SHORTEST_WORD = 2
_QUOTES = re.compile("[\"«»“”„‟″]|''|<<|>>|(?<!\\w)'|'(?!\\w)")
_TAIL = re.compile(
    r"\s*[(\[]([^()\[\]]*)(?:[)\]]|$)"
    r"|[,;]?\s+((?:г\.|гор\.|город\s|филиал\s|обособленное подразделение"
    r"|обл\.|респ\.|ИНН\b|КПП\b).*)$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[^\W\d_]{3}\s*[/(\\]\s*$")
_LEADS_ON = re.compile(r"(?<!\w)(?:по|в|во|на)$", re.IGNORECASE)
# «"Ромашка" директор Петров», «Ромашка Петров П.П.», «Ромашка НЕ ИСПОЛЬЗОВАТЬ»
_BEHIND_QUOTES = re.compile(
    r"^[^\"«»“”„]*([\"«“„])([^\"«»“”„]+)[\"»”]\s*(?!(?:и|&)\s)([^\"«»“”„]*[^\W\d_]{3}[^\"«»“”„]*)$"
)
_PERSON_BEHIND = re.compile(
    r"(?<=\w),?\s+([А-ЯЁ][а-яё]{2,}\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?)?"
    r"|(?:директор|водитель|менеджер|бухгалтер|представитель|механик)\s+[А-ЯЁ][а-яё]{2,}.*)[\s,;]*$"
)
_STATE = re.compile(
    r"(?<=\w)[\s,.-]+((?:больше\s)?не\s(?:исп\w*|работ\w+|актив\w+|брать)|дубль|дубликат\w*|"
    r"закрыт[ао]?|удал[её]н[ао]?|ликвидирован[ао]?|на\sудаление)[.!]*$",
    re.IGNORECASE,
)
_EDGES = " \t,;:-–—/\\!*#_+=?|&()[]"
_STRAY = " ,;:-!*#_+=?|&"
_INITIAL_AT_END = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_KEY_NOISE = re.compile(r"[\W_]+")
_CAMEL = re.compile("(?<=[а-яёa-z])(?=[А-ЯЁA-Z])")
_SHORTER = (
    ("торговый дом", re.compile(r"\bторговый дом\b"), "тд"),
    ("управляющая компания", re.compile(r"\bуправляющая компания\b"), "ук"),
    ("группа компаний", re.compile(r"\bгруппа компаний\b"), "гк"),
    ("транспортная компания", re.compile(r"\bтранспортная компания\b"), "тк"),
    ("страховая компания", re.compile(r"\bстраховая компания\b"), "ск"),
)


@dataclass(frozen=True, slots=True)
class Company:
    """A company: its name as shown without the form, the short form, the key to compare by."""

    name: str
    form: str
    key: str

    @property
    def full(self) -> str:
        """The form and the name as they are usually written."""
        return written(self.form, self.name)


@dataclass(frozen=True, slots=True)
class CompanyReading:
    """What a text says about a company, and what in it belongs to other fields.

    ``rest`` is the text without the form, ``kind`` the kind of the form ("" if there is none).
    """

    company: Company | None
    rest: str
    kind: str
    remark: str
    spare: tuple[str, ...]
    findings: tuple[Finding, ...]


def normalise(text: str) -> Normal[Company]:
    """The company in a cell; None if the cell is empty or names none."""
    if junk.is_placeholder(text):
        return Normal(None)
    reading = read_company(text)
    found = _settled(reading.company) if reading.company else None
    if found is None:
        unread = reading.company and (Finding(NOT_A_COMPANY, text),)
        return Normal(None, unread or reading.findings)
    if found.form:
        return Normal(found, reading.findings)
    # What quotes alone make a company of must be one without them too.
    texts = {text, found.name}
    if not _USUAL.fullmatch(found.name):
        texts.add(f"«{found.name}»")
    if any(map(junk.kind, texts)) or junk.is_gibberish(found.name):
        return Normal(None, (Finding(NOT_A_COMPANY, text),))
    if any(map(is_surely_person, texts)):
        return Normal(None, (Finding(IS_PERSON, text),))
    return Normal(found, (*reading.findings, Finding(NO_FORM, text)))


def _settled(company: Company | None) -> Company | None:
    """The company as it is read from its own full name, until that changes nothing.

    A usual one need not be read again.
    """
    for _ in range(_ROUNDS):
        if company is None or (
            _USUAL.fullmatch(company.name) and not company_forms.find(company.name)
        ):
            break
        again = read_company(company.full).company
        if again == company:
            break
        company = again
    return company


def written(form: str, name: str) -> str:
    """The form and the name in quotes; a sole trader bears the name of a person, without quotes.

    >>> written("ООО", "Ромашка"), written("ИП", "Иванов Иван"), written("", "Ромашка")
    ('ООО «Ромашка»', 'ИП Иванов Иван', 'Ромашка')
    """
    if not form:
        return name
    return f"{form} {name}" if company_forms.is_sole(form) else f"{form} «{name}»"


def read_company(text: str) -> CompanyReading:
    """The text read as a company, whether it is one or not."""
    typed = unicodedata.normalize("NFC", text[:_LONGEST])
    draft = Draft(text, _meant(typed))
    layout = [Finding(LAYOUT, text)] if draft.text != typed else []
    take_contacts(draft, _PHONE_DIGITS)
    contacts = [*layout, *(Finding(CONTACT, piece) for piece in draft.spare)]
    tidy = " ".join(draft.text.split())
    plain = company_forms.unglued(fix_twins(tidy))
    forms = company_forms.find(plain)
    form = _main(plain, forms)
    plain, aside = _one_of_two(plain, form, draft)
    forms = company_forms.find(plain)
    form = _main(plain, forms)
    rest, remarks = _without_tails(_cut(plain, forms, form), draft)
    remarks = [*aside, *remarks]
    name = _shown(rest)
    if not name:
        rule = NO_NAME if form else NOT_A_COMPANY
        kind = form.kind if form else ""
        return CompanyReading(None, "", kind, "", tuple(draft.spare), (Finding(rule, text),))
    company = _official(Company(name, form.short if form else "", company_key(name)), rest, form)
    found = tuple(
        _rewritten(finding, company.full)
        for finding in (*contacts, *remarks, *_repairs(text, tidy, plain, forms))
    )
    remark = "; ".join(draft.remarks)
    kind = form.kind if form else ""
    return CompanyReading(company, rest, kind, remark, tuple(draft.spare), found)


def _meant(text: str) -> str:
    """The text in the other keyboard layout if only that gives it a legal form and a name."""
    if not has_latin(text) or has_cyrillic(text) or company_forms.find(text):
        return text
    pieces = (from_latin_layout(piece) for piece in _QUOTE_KEY.split(text))
    meant = " ".join('"'.join(pieces).split())
    forms = company_forms.find(meant)
    words = [one for one in company_forms.words_of(meant) if len(one) > _SHORTEST_WORD]
    named = [one for one in words if not any(one.upper() == form.short for form in forms)]
    legal = any(form.kind in ("legal", "sole") for form in forms)
    return meant if legal and named and all(map(sounds_russian, named)) else text


def _official(company: Company, rest: str, form: Form | None) -> Company:
    """The company; one that bears a person's name gets it in the official order."""
    if form and form.kind in ("sole", "farm"):
        owner = read_person(rest)
        if owner.person and owner.known and (owner.sure or form.kind == "sole"):
            full = owner.person.full
            return Company(full, company.form, company_key(full))
    return company


def _rewritten(finding: Finding, full: str) -> Finding:
    """The finding with the company's right name as its suggestion."""
    return Finding(finding.rule, finding.value, full, repaired=True)


def _one_of_two(text: str, form: Form | None, draft: Draft) -> tuple[str, list[Finding]]:
    """The text without another name before the form, told («Европлан/ООО Ромашка»)."""
    if not form or form.kind != "legal" or not _ANOTHER.search(text[: form.start]):
        return text, []
    if not _bare(text[form.end :]):
        return text, []
    other = text[: form.start].strip(_EDGES)
    draft.remarks.append(other)
    return text[form.start :].rstrip(")"), [Finding(REMARK, other)]


def _main(text: str, forms: tuple[Form, ...]) -> Form | None:
    """The form that makes the company what it is: a legal one before «ТД», «УК» and the like."""
    ranks = ("sole", "legal", "farm", "soft")
    form = min(forms, key=lambda form: ranks.index(form.kind), default=None)
    if form and form.kind == "soft" and _bare(text[: form.start]):
        return None
    return form


def _cut(text: str, forms: tuple[Form, ...], main: Form | None) -> str:
    """The text without its form; a trading house («ТД») inside a name stays."""
    for form in reversed(forms):
        if form == main or form.kind != "soft":
            before, after = text[: form.start], text[form.end :]
            text = f"{before.rstrip(_EDGES)} {after.lstrip(_EDGES)}".strip()
    return text


def _without_tails(text: str, draft: Draft) -> tuple[str, list[Finding]]:
    """The text without brackets, town and branch, and what is to be said of them."""
    findings: list[Finding] = []
    while found := _TAIL.search(text):
        piece = (found[1] or found[2] or "").strip(_EDGES)
        left = _bare(text[: found.start()] + text[found.end() :])
        lone = "-" not in left and company_forms.is_trade_word(left)
        if found[2] and (lone or _LEADS_ON.search(left)):
            break  # «Администрация г. Химки», «УМВД по г. Казани»: without its town it could be any
        if not left:
            return text.replace("(", " ").replace(")", " "), findings
        if piece:
            draft.remarks.append(piece)
            findings.append(Finding(REMARK, found[0].strip()))
        text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    for pattern in (_BEHIND_QUOTES, _STATE, _PERSON_BEHIND):
        if found := pattern.search(text):
            piece = found[found.re.groups]
            draft.remarks.append(piece)
            findings.append(Finding(REMARK, piece))
            text = text[: found.start(found.re.groups)].rstrip(_EDGES)
    return text, findings


def _bare(text: str) -> str:
    """The text without quotes and signs at its edges."""
    bare = " ".join(_QUOTES.sub(" ", text).split()).strip(_EDGES).lstrip(". ")
    return bare if _INITIAL_AT_END.search(bare) else bare.rstrip("." + _EDGES)


def _shown(text: str) -> str:
    """The name without outer quotes; inner ones as «», capitals added if it has none."""
    marks = _QUOTES.findall(text)
    bare = _bare(text)
    if len(marks) > 2:  # noqa: PLR2004 - more than one pair: one name inside another
        bare = _nested(text) or bare
    first = bare[:1].upper()
    return first + bare[1:] if bare.islower() and len(first) == 1 else bare


def _nested(text: str) -> str:
    """The name with its inner quotes, ТД «Ромашка», "" if the quotes do not tell."""
    pieces = [piece.strip(_EDGES) for piece in _QUOTES.split(text)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) != 2:  # noqa: PLR2004 - what is outside and what is inside
        return ""
    return f"{pieces[0]} «{pieces[1]}»"


def company_key(name: str) -> str:
    """The form of a company's name to compare by: folded words with single spaces.

    >>> company_key("ТД «РомашкаАвто»"), company_key("Торговый Дом Ромашка-Авто")
    ('тд ромашка авто', 'тд ромашка авто')
    """
    apart = _CAMEL.sub(" ", fold_lookalikes(name))
    key = _KEY_NOISE.sub(" ", folded(apart)).strip()
    for long, pattern, short in _SHORTER:
        if long in key:
            key = pattern.sub(short, key)
    return key


def _repairs(text: str, tidy: str, plain: str, forms: tuple[Form, ...]) -> list[Finding]:
    """What was put right on the way to the normal form."""
    findings = []
    legal = [form for form in forms if form.kind != "soft"]
    if len({form.short for form in legal}) > 1:
        findings.append(Finding(SEVERAL_FORMS, text))
    if any(form.changed for form in legal):
        findings.append(Finding(FORM_SPELLING, text))
    if has_latin(tidy) and has_cyrillic(tidy) and _letters(tidy) != _letters(plain):
        findings.append(Finding(LOOKALIKES, text))
    odd_quotes = len(_QUOTES.findall(tidy)) % 2
    if odd_quotes or " ".join(text.split()) != text.strip() or tidy.strip(_STRAY) != tidy:
        findings.append(Finding(SIGNS, text))
    return findings


def _letters(text: str) -> str:
    """The text without spaces, dots and quotes."""
    return re.sub(r"[\s.]", "", text)
