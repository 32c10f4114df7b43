"""The registration number of a company (ОГРН, 13 digits) or a sole trader (ОГРНИП, 15 digits).

What it does
    Keeps the digits, reads floats and letters typed for digits, checks the control digit.

Why it matters
    With the ИНН it names a company beyond doubt, whatever the company is called now.

Example
    Blocked: ``1027700132196`` (its control digit is wrong)
    Accepted: ``ОГРН 1027700132195``, kept as ``1027700132195``

>>> normalise("ОГРН 1027700132195").value
'1027700132195'
"""

import re

from resources.texts import marked
from rules import digit_number
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import without_tails
from rules.finding import Finding, Normal, Rule, Severity

_NORM = "приказ Минфина России от 30.10.2017 № 165н"

WRONG_LENGTH = Rule(
    "OGR101",
    "ogrn",
    Severity.BLOCK,
    marked("An ОГРН has 13 digits (company) or 15 (sole trader), here there are {length}."),
    marked("Copy it whole from the client's documents."),
    _NORM,
    ("102770013219", "10277001321950"),
    ("1027700132195",),
)
WRONG_DIGITS = Rule(
    "OGR102",
    "ogrn",
    Severity.BLOCK,
    marked("The control digit of the ОГРН {value} does not agree: a digit is mistyped."),
    marked("Compare it with the client's documents."),
    _NORM,
    ("1027700132196", "304500116000158"),
    ("1027700132195", "304500116000157"),
)
NOT_DIGITS = Rule(
    "OGR103",
    "ogrn",
    Severity.BLOCK,
    marked("«{value}» is no ОГРН."),
    marked("An ОГРН consists of digits only."),
    _NORM,
    ("ООО Ромашка",),
    ("ОГРН 1027700132195",),
)
ROUNDED = Rule(
    "OGR104",
    "ogrn",
    Severity.BLOCK,
    marked("The spreadsheet has rounded the ОГРН «{value}», its last digits are lost."),
    marked("Give the column the text format and export it again."),
    "",
    ("1.0277E+12",),
    ("1.027700132195E+12",),
)
FLOAT = Rule(
    "OGR301",
    "ogrn",
    Severity.INFO,
    marked("The ОГРН was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("1027700132195.0", "1.027700132195E+12"),
    ("1027700132195",),
)
LETTERS = Rule(
    "OGR302",
    "ogrn",
    Severity.INFO,
    marked("Letters typed for digits in the ОГРН were replaced: {suggestion}."),
    marked("Write 0 and 1, not O and l."),
    "",
    ("1О277ОО132195",),
    ("1027700132195",),
)
PLACEHOLDER = Rule(
    "OGR303",
    "ogrn",
    Severity.INFO,
    marked("«{value}» stands for a missing ОГРН."),
    marked("Leave the cell empty."),
    "",
    ("1111111111111",),
    ("1027700132195",),
)
RULES = (WRONG_LENGTH, WRONG_DIGITS, NOT_DIGITS, ROUNDED, FLOAT, LETTERS, PLACEHOLDER)

_LENGTHS = (13, 15)
_LABEL = r"ОГРН\s*/\s*ОГРНИП|ОГРНИП|ОГРН|OGRN"
_PLAIN = re.compile(r"[0-9]{13}(?:[0-9]{2})?")
# «1027700132195/770101001», «1027700132195 от 12.03.2002»
_BESIDE = re.compile(
    r"(?<=[0-9]{13})\s*(?:[/\\,;|]|\b(?:от|дата|ИНН|КПП)\b).*$", re.IGNORECASE | re.DOTALL
)


def normalise(text: str) -> Normal[str]:
    """The ОГРН or ОГРНИП in a cell, None where there is none or it is wrong."""
    value = text.strip()
    if _PLAIN.fullmatch(value) and _is_valid(value):
        return Normal(value)
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_DIGITS, value[:LONGEST_NUMBER]),))
    whole = without_tails(value)
    number = digit_number.read(_BESIDE.sub("", whole), label=_LABEL)
    if number.rounded:
        return Normal(None, (Finding(ROUNDED, value),))
    if not number.digits:
        return Normal(None, (Finding(NOT_DIGITS, value),))
    if len(set(number.digits)) == 1:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    if len(number.digits) not in _LENGTHS:
        length = (("length", str(len(number.digits))),)
        return Normal(None, (Finding(WRONG_LENGTH, value, params=length),))
    if not _is_valid(number.digits):
        return Normal(None, (Finding(WRONG_DIGITS, value),))
    rules = [FLOAT] * (number.floated or whole != value) + [LETTERS] * number.lettered
    return Normal(
        number.digits, tuple(Finding(one, value, number.digits, repaired=True) for one in rules)
    )


def _is_valid(digits: str) -> bool:
    """Whether the control digit is the last of the remainder by 11 (company) or 13 (trader).

    python-stdnum 2.2 refuses three traders of thirteen: it takes the remainders 10 to 12 whole.
    """
    divisor, firsts = (11, "123456789") if len(digits) == _LENGTHS[0] else (13, "34")
    return digits[0] in firsts and int(digits[:-1]) % divisor % 10 == int(digits[-1])
