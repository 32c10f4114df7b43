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

from resources.texts import marked
from rules import company_forms, junk
from rules.company_forms import Form
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import fold_lookalikes, has_cyrillic, has_latin
from rules.name_contacts import take_contacts
from rules.name_draft import Draft
from rules.name_forms import folded
from rules.name_layout import fix_twins
from rules.name_reading import read_person
from rules.person import is_surely_person

NO_NAME = Rule(
    "CMP101",
    "company",
    Severity.BLOCK,
    marked("«{value}» is a legal form without a name."),
    marked("Write the company's name after its form, for example ООО «Ромашка»."),
    source="ГК РФ, ст. 54",
    bad=("ООО", "ИП"),
    good=("ООО «Ромашка»",),
)
NOT_A_COMPANY = Rule(
    "CMP102",
    "company",
    Severity.BLOCK,
    marked("«{value}» is no company's name."),
    marked("Write the name as in the registration certificate."),
    source="ГК РФ, ст. 54",
    bad=("№ 5", "фыва"),
    good=("ООО «Ромашка»", "Банк Открытие"),
)
IS_PERSON = Rule(
    "CMP103",
    "company",
    Severity.BLOCK,
    marked("«{value}» is a person, not a company."),
    marked("Move it to the field of the person's name."),
    source="ГК РФ, ст. 54",
    bad=("Иванов Иван Иванович",),
    good=("ИП Иванов Иван Иванович", "ООО «Иванов и сыновья»"),
)
CONTACT = Rule(
    "CMP201",
    "company",
    Severity.WARN,
    marked("A phone, e-mail or another number stands inside the company's name: «{value}»."),
    marked("Move it to its own field; the company is {suggestion}."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("ООО Ромашка 8 495 123-45-67",),
    good=("ООО «Ромашка»", "ООО «Ромашка 2000»"),
)
REMARK = Rule(
    "CMP202",
    "company",
    Severity.WARN,
    marked("A remark stands inside the company's name: «{value}»."),
    marked("Move it to the comment or the address; the company is {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Ромашка» (г. Тула)",),
    good=("ООО «Ромашка»",),
)
NO_FORM = Rule(
    "CMP203",
    "company",
    Severity.WARN,
    marked("The company «{value}» has no legal form."),
    marked("Add ООО, АО, ИП or another form as in the registration certificate."),
    source="ГК РФ, ст. 54",
    bad=("«Ромашка»", "Банк Открытие"),
    good=("ООО «Ромашка»", "ПАО «Банк Открытие»"),
)
SEVERAL_FORMS = Rule(
    "CMP204",
    "company",
    Severity.WARN,
    marked("The company «{value}» has several legal forms."),
    marked("Leave the right one; {suggestion} was taken."),
    source="ГК РФ, ст. 54",
    bad=("ООО ЗАО Ромашка",),
    good=("ООО «Ромашка»", "ООО «ТД Ромашка»"),
)
FORM_SPELLING = Rule(
    "CMP301",
    "company",
    Severity.INFO,
    marked("The legal form in «{value}» was put right."),
    marked("Write {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("Ромашка, ооо", "Общество с ограниченной ответственностью «Ромашка»"),
    good=("ООО «Ромашка»",),
)
LOOKALIKES = Rule(
    "CMP302",
    "company",
    Severity.INFO,
    marked("«{value}» mixed Russian and Latin letters that look alike."),
    marked("It was written in one alphabet: {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Рoмaшка»",),
    good=("ООО «Ромашка»", "ООО «Romashka»"),
)
SIGNS = Rule(
    "CMP303",
    "company",
    Severity.INFO,
    marked("Quotes, spaces or other signs of «{value}» were put right."),
    marked("Write {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Ромашка", "ООО  «Ромашка»"),
    good=("ООО «Ромашка»", 'ООО "Ромашка"'),
)
RULES = (
    NO_NAME,
    NOT_A_COMPANY,
    IS_PERSON,
    CONTACT,
    REMARK,
    NO_FORM,
    SEVERAL_FORMS,
    FORM_SPELLING,
    LOOKALIKES,
    SIGNS,
)

_LONGEST = 500
_PHONE_DIGITS = 7
_QUOTES = re.compile("[\"«»“”„‟″]|''|<<|>>|(?<!\\w)'|'(?!\\w)")
_TAIL = re.compile(
    r"\s*[(\[]([^()\[\]]*)(?:[)\]]|$)"
    r"|[,;]?\s+((?:г\.|гор\.|город\s|филиал\s|обособленное подразделение"
    r"|обл\.|респ\.|ИНН\b|КПП\b).*)$",
    re.IGNORECASE,
)
_EDGES = " \t,;:-–—/\\!*#_+=?|&()[]"
_STRAY = " ,;:-!*#_+=?|&"
_INITIAL_AT_END = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_KEY_NOISE = re.compile(r"[\W_]+")
_CAMEL = re.compile("(?<=[а-яёa-z])(?=[А-ЯЁA-Z])")
_SHORTER = (
    (re.compile(r"\bторговый дом\b"), "тд"),
    (re.compile(r"\bуправляющая компания\b"), "ук"),
    (re.compile(r"\bгруппа компаний\b"), "гк"),
    (re.compile(r"\bтранспортная компания\b"), "тк"),
    (re.compile(r"\bстраховая компания\b"), "ск"),
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
    if reading.company is None:
        return Normal(None, reading.findings)
    if reading.kind:
        return Normal(reading.company, reading.findings)
    if junk.kind(text) or junk.is_gibberish(reading.company.name):
        return Normal(None, (Finding(NOT_A_COMPANY, text),))
    if is_surely_person(text):
        return Normal(None, (Finding(IS_PERSON, text),))
    return Normal(reading.company, (*reading.findings, Finding(NO_FORM, text)))


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
    draft = Draft(text, unicodedata.normalize("NFC", text[:_LONGEST]))
    take_contacts(draft, _PHONE_DIGITS)
    contacts = [Finding(CONTACT, piece) for piece in draft.spare]
    tidy = " ".join(draft.text.split())
    plain = company_forms.unglued(fix_twins(tidy))
    forms = company_forms.find(plain)
    form = _main(plain, forms)
    rest, remarks = _without_tails(_cut(plain, forms, form), draft)
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
        if not _bare(text[: found.start()] + text[found.end() :]):
            return text.replace("(", " ").replace(")", " "), findings
        if piece:
            draft.remarks.append(piece)
            findings.append(Finding(REMARK, found[0].strip()))
        text = f"{text[: found.start()]} {text[found.end() :]}".strip()
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
    for pattern, short in _SHORTER:
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
