"""The number of a chassis, on lorries and off-road cars beside the VIN or instead of it.

What it does
    Reads it as a body number is read; says where it is the VIN itself, and that «отсутствует»
    in a registration certificate means that the car has no chassis.

Why it matters
    It is the third key of a car, after VIN and body number.

Example
    Blocked: ``РАМА`` (no digit)
    Accepted: ``Х8956432 1С0АВ1234``, kept as ``X89564321C0AB1234``

>>> normalise("шасси № 330200 1234567").value
'3302001234567'
"""

import re

from resources.texts import marked
from rules import body_no
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity
from rules.settle import settled

NO_NUMBER = Rule(
    "CHS101",
    "chassis_no",
    Severity.BLOCK,
    marked("«{value}» is no chassis number."),
    marked("It has 5 to 17 letters and digits: copy it from the registration certificate."),
    "ГОСТ 33990-2016",
    ("РАМА СТАЛЬНАЯ", "123"),
    ("330200 1234567",),
)
UNUSUAL = Rule(
    "CHS201",
    "chassis_no",
    Severity.WARN,
    marked("«{value}» does not look like a chassis number."),
    marked("Compare it with the registration certificate."),
    "ГОСТ 33990-2016",
    ("12АБВГД",),
    ("330200 1234567",),
)
LOOKALIKES = Rule(
    "CHS301",
    "chassis_no",
    Severity.INFO,
    marked("Look-alike characters in the chassis number were replaced: {suggestion}."),
    marked("Write it in one alphabet."),
    "",
    ("Х8956432 1С0АВ1234",),
    ("X8956432 1C0AB1234",),
)
PLACEHOLDER = Rule(
    "CHS302",
    "chassis_no",
    Severity.INFO,
    marked("«{value}» says that the car has no chassis number."),
    marked("Leave the cell empty."),
    "",
    ("ОТСУТСТВУЕТ", "0000000"),
    ("330200 1234567",),
)
RULES = (NO_NUMBER, UNUSUAL, LOOKALIKES, PLACEHOLDER)

_SAME = {
    body_no.NO_NUMBER: NO_NUMBER,
    body_no.WRONG_LENGTH: NO_NUMBER,
    body_no.UNUSUAL: UNUSUAL,
    body_no.LOOKALIKES: LOOKALIKES,
    body_no.LAYOUT: LOOKALIKES,
    body_no.PLACEHOLDER: PLACEHOLDER,
}
_NONE = re.compile(r"(?=.*отсут|.*\bнет\b)[^0-9]*", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:шасси|рам[аы]|chassis)\W*(?:номер|№|no)?\W*(?=\S*\d)", re.IGNORECASE)


def normalise(text: str) -> Normal[str]:
    """The chassis number in a cell, None where there is none."""
    return settled(_read, text.strip()[:LONGEST_TEXT])


def _read(value: str) -> Normal[str]:
    """The chassis number that a text gives at the first reading."""
    if not value or (is_blank(value) and not any(map(str.isalnum, value))):
        return Normal(None)
    if _NONE.fullmatch(value):
        return Normal(None, (Finding(PLACEHOLDER, value),))
    found = body_no.normalise(_LABEL.sub("", value, count=1))
    findings = (
        Finding(_SAME[one.rule], value, one.suggestion, repaired=one.repaired)
        for one in found.findings
        if one.rule in _SAME
    )
    return Normal(found.value, tuple(findings))
