"""The number of a driving licence.

What it does
    Writes ``99 01 123456`` and ``77 АВ 123456`` in one way, Latin twins in Cyrillic.
    Tells foreign licences, and numbers that cannot exist.

Why it matters
    A test drive or a car on loan without a licence that exists is not insured. It is checked
    only: no export and no comparison of cards ever uses it.

Example
    Blocked: ``99 01 12345`` (a digit is missing)
    Accepted: ``77ab123456``, kept as ``77 АВ 123456``

>>> normalise("77ab123456").value, normalise("9901123456").value
('77 АВ 123456', '99 01 123456')
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal, Rule, Severity
from rules.settle import settled

_NORM = "приказ МВД России от 13.05.2009 № 365"

WRONG_LENGTH = Rule(
    "LIC101",
    "license_no",
    Severity.BLOCK,
    marked("A driving licence has 10 characters, here there are {length}."),
    marked("Copy series and number from the licence, for example 99 01 123456."),
    _NORM,
    ("99 01 12345", "99 01 1234567"),
    ("99 01 123456", "77 АВ 123456"),
)
NOT_A_LICENCE = Rule(
    "LIC102",
    "license_no",
    Severity.BLOCK,
    marked("«{value}» is no number of a driving licence."),
    marked("Copy series and number from the licence, for example 99 01 123456."),
    _NORM,
    ("категория В", "9.9E+09"),
    ("ВУ 99 01 123456",),
)
INVENTED = Rule(
    "LIC103",
    "license_no",
    Severity.BLOCK,
    marked("The driving licence {value} is invented: such a number is never given."),
    marked("Copy series and number from the licence, or leave the cell empty."),
    _NORM,
    ("1111111111", "99 01 000000"),
    ("99 01 123456",),
)
FOREIGN = Rule(
    "LIC201",
    "license_no",
    Severity.WARN,
    marked("«{value}» is no Russian driving licence."),
    marked("Leave it if the licence is foreign, otherwise write it like 99 01 123456."),
    _NORM,
    ("1АА 123456", "77 ЮЯ 123456"),
    ("77 АВ 123456",),
)
LOOKALIKES = Rule(
    "LIC301",
    "license_no",
    Severity.INFO,
    marked("Look-alike characters in the driving licence were replaced: {suggestion}."),
    marked("The letters are Cyrillic: А, В, Е, К, М, Н, О, Р, С, Т, У, Х."),
    "",
    ("77 AB 123456", "77 АВ 12З45б"),
    ("77 АВ 123456",),
)
FLOAT = Rule(
    "LIC302",
    "license_no",
    Severity.INFO,
    marked("The driving licence was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("9901123456.0",),
    ("9901123456",),
)
RULES = (WRONG_LENGTH, NOT_A_LICENCE, INVENTED, FOREIGN, LOOKALIKES, FLOAT)

_LENGTH, _SERIES = 10, 4
_LETTERS = "АВЕКМНОРСТУХ"
_FORM = re.compile(rf"[0-9]{{2}}(?:[0-9]{{2}}|[{_LETTERS}]{{2}})[0-9]{{6}}")
_FOREIGN = re.compile(r"(?=(?:.*[0-9]){5})(?=.*[А-ЯЁA-Z])[А-ЯЁA-Z0-9]{7,14}")
_LABEL = re.compile(
    r"^\W*(?:вод\w*\.?\s*(?:уд\w*|права)\.?|в\s*[./]?\s*у|права|серия|licen[cs]e)(?!\w)\W*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\bномер\b|[\W_№]+", re.IGNORECASE)
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", _LETTERS)
_TO_DIGIT = str.maketrans("OОILЗБ", "001136")


def normalise(text: str) -> Normal[str]:
    """The licence's series and number in a cell, None where there is none."""
    return settled(_read, text.strip())


def _read(value: str) -> Normal[str]:
    """The licence that a text gives at the first reading."""
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_A_LICENCE, value[:LONGEST_NUMBER]),))
    whole = unfloat(value)
    if whole and whole.rounded:
        return Normal(None, (Finding(NOT_A_LICENCE, value),))
    bare = whole.digits if whole else _SEPARATORS.sub("", _LABEL.sub("", value)).upper()
    number = _placed(bare)
    if _FORM.fullmatch(number):
        return _judged(value, number, [FLOAT] * bool(whole) + [LOOKALIKES] * (number != bare))
    if _FOREIGN.fullmatch(bare):
        return Normal(bare, (Finding(FOREIGN, value),))
    if not any(map(str.isdecimal, bare)) or any(map(str.isalpha, bare)):
        return Normal(None, (Finding(NOT_A_LICENCE, value),))
    return Normal(None, (Finding(WRONG_LENGTH, value, params=(("length", str(len(bare))),)),))


def _placed(bare: str) -> str:
    """The ten characters with digits where only digits may stand, letters in Cyrillic."""
    if len(bare) != _LENGTH:
        return bare
    digits, letters = bare.translate(_TO_DIGIT), bare.translate(_TO_CYRILLIC)
    middle = letters[2:_SERIES]
    if any(map(str.isdecimal, middle)):
        middle = digits[2:_SERIES]
    return digits[:2] + middle + digits[_SERIES:]


def _judged(value: str, number: str, repairs: list[Rule]) -> Normal[str]:
    shown = f"{number[:2]} {number[2:4]} {number[4:]}"
    if len(set(number)) == 1 or not number[_SERIES:].strip("0"):
        return Normal(None, (Finding(INVENTED, shown),))
    return Normal(shown, tuple(Finding(one, value, shown, repaired=True) for one in repairs))
