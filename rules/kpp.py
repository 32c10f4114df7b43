"""The code of a company's registration with a tax office (КПП).

What it does
    Keeps nine characters: the tax office, the reason (two digits or Latin letters), the serial
    number. Gives back the leading zero that a spreadsheet drops, takes a letter's Latin twin.

Why it matters
    One ИНН with another КПП is a branch of the same company.

Example
    Blocked: ``77010100`` (8 characters)
    Accepted: ``КПП 770101001``, kept as ``770101001``

>>> normalise("КПП 7701 01 001").value
'770101001'
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal, Rule, Severity

_NORM = "приказ ФНС России от 29.06.2012 № ММВ-7-6/435@"

WRONG_FORM = Rule(
    "KPP101",
    "kpp",
    Severity.BLOCK,
    marked("«{value}» is no КПП: it has nine characters, the fifth and sixth may be letters."),
    marked("Copy it whole from the client's documents, for example 770101001."),
    _NORM,
    ("7701010011", "77010100", "АКПП"),
    ("770101001", "7701AB001"),
)
NO_OFFICE = Rule(
    "KPP201",
    "kpp",
    Severity.WARN,
    marked("No tax office has a code such as that of the КПП {value}."),
    marked("The first two digits are the code of a region. Compare it with the documents."),
    _NORM,
    ("000101001",),
    ("770101001",),
)
PADDED = Rule(
    "KPP301",
    "kpp",
    Severity.INFO,
    marked("The leading zero of the КПП was lost and was given back: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("22501001", "22501001.0"),
    ("022501001",),
)
FLOAT = Rule(
    "KPP302",
    "kpp",
    Severity.INFO,
    marked("The КПП was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("770101001.0",),
    ("770101001",),
)
LETTERS = Rule(
    "KPP303",
    "kpp",
    Severity.INFO,
    marked("Look-alike characters in the КПП were replaced: {suggestion}."),
    marked("Write digits, and the letters of the fifth and sixth place in Latin."),
    "",
    ("77О1О1001", "7701АВ001"),
    ("770101001",),
)
PLACEHOLDER = Rule(
    "KPP304",
    "kpp",
    Severity.INFO,
    marked("«{value}» stands for a missing КПП."),
    marked("Leave the cell empty."),
    "",
    ("111111111",),
    ("770101001",),
)
RULES = (WRONG_FORM, NO_OFFICE, PADDED, FLOAT, LETTERS, PLACEHOLDER)

_LENGTH = 9
_FORM = re.compile(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}")
_PADDABLE = re.compile(r"[1-9][0-9]{2}(?:01|43|44|45|50)[0-9]{3}")
_LABEL = re.compile(r"^\W*(?:КПП|KPP)[\s:№.\-]*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s\-.'’_]+")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_TO_DIGIT = str.maketrans("OIlЗ", "0113")
_REASON = slice(4, 6)


def normalise(text: str) -> Normal[str]:
    """The КПП in a cell, None where there is none or it is none."""
    value = text.strip()
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(WRONG_FORM, value[:LONGEST_NUMBER]),))
    number = unfloat(value)
    if number and not number.rounded:
        return _judged(value, number.digits, [FLOAT])
    bare = _SEPARATORS.sub("", _LABEL.sub("", value, count=1)).replace("l", "1").upper()
    code = _with_digits(bare.translate(_TO_LATIN))
    return _judged(value, code, [LETTERS] if code != bare or "l" in value else [])


def _with_digits(code: str) -> str:
    """The code with digits for the letters that stand where only digits may."""
    digits = code.translate(_TO_DIGIT)
    # A reason has two letters, if it has any: «О1» is «01».
    reason = digits[_REASON] if any(map(str.isdecimal, code[_REASON])) else code[_REASON]
    return digits[: _REASON.start] + reason + digits[_REASON.stop :]


def _judged(value: str, code: str, repairs: list[Rule]) -> Normal[str]:
    """The code if it has the form of a КПП, with what was done to it."""
    if len(set(code)) == 1 and code.isdecimal():
        return Normal(None, (Finding(PLACEHOLDER, value),))
    # With a usual reason (the head office, a branch, a car) it can only be a КПП of a region 0x.
    if len(code) == _LENGTH - 1 and _PADDABLE.fullmatch(code):
        code, repairs = "0" + code, [*repairs, PADDED]
    if not _FORM.fullmatch(code):
        return Normal(None, (Finding(WRONG_FORM, value),))
    findings = [Finding(one, value, code, repaired=True) for one in repairs]
    if code.startswith("00"):
        findings.append(Finding(NO_OFFICE, code))
    return Normal(code, tuple(findings))
