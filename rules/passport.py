"""The passport of a citizen of the Russian Federation: series, number, office, date.

What it does
    Writes series and number as ``4508 123456``, in one cell or in several, with the words,
    the date and the office that stand beside them. Tells the passports of others, and numbers
    that cannot exist: of no region, of a blank not yet printed, issued to a child.

Why it matters
    A contract with a mistyped passport is worth nothing in court. It is checked only:
    no export and no comparison of cards ever uses it.

Example
    Blocked: ``4508 12345`` (a digit is missing)
    Accepted: ``серия 45 08 № 123456``, kept as ``4508 123456``

>>> from datetime import date
>>> normalise("серия 45 08 № 123456", asof=date(2026, 11, 21)).value
'4508 123456'
>>> office("770001").value
'770-001'
"""

import re
from datetime import date

from rules import date as dates
from rules.blanks import LONGEST_TEXT, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal
from rules.passport_rules import (
    BEFORE_BLANK,
    BEFORE_FIRST,
    BLANK_YEAR,
    EXPIRED,
    FLOAT,
    IN_FUTURE,
    INVENTED,
    ISSUED_TO_A_CHILD,
    LETTERS,
    NOT_A_PASSPORT,
    OTHER_DOCUMENT,
    RULES,
    UNKNOWN_REGION,
    WRONG_LENGTH,
    WRONG_OFFICE,
    WRONG_PART,
)

__all__ = [
    "RULES",
    "SERIES",
    "against_birth",
    "issued_on",
    "normalise",
    "number",
    "office",
    "series",
]

SERIES = 4
"""The digits of a series."""

_NUMBER, _OFFICE = 6, 6
_WHOLE = SERIES + _NUMBER
_FIRST_PASSPORT = date(1997, 10, 1)
_FIRST_BLANK, _CENTURY = 97, 100
_LEAST_NUMBER = 101
_FIRST_AGE, _ENDS = 14, (20, 45)

# The regions of the classifier ОКАТО: the first two digits of a series.
_REGIONS = frozenset(
    """
    01 03 04 05 07 08 10 11 12 14 15 17 18 19 20 21 22 23 24 25 26 27 28 29 30 32 33 34 35 36 37
    38 40 41 42 43 44 45 46 47 49 50 52 53 54 56 57 58 60 61 63 64 65 66 67 68 69 70 71 73 74 75
    76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99
    """.split()
)
_D = "[0-9OОoоlIЗзбБ]"
_WHOLE_NUMBER = re.compile(
    rf"(?<![^\W_])({_D}{{2}})[\s\-]*({_D}{{2}})[\s,;№N\-]*(?i:номер|н-р|ном)?[\s:.№\-]*"
    rf"({_D}{{6}}|{_D}{{3}}[\s\-]{_D}{{3}})(?![^\W_])"
)
_LABEL = re.compile(
    r"(?<!\w)(?:загран\w*|паспорт\w*|серия|сер|номер|ном|граждан\w*|рф|passport)(?!\w)[\s.:№]*",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)")
_OTHER = re.compile(
    r"[IVXLСУ1]{1,7}\s*-?\s*[А-ЯЁ]{2}\W*(?:№\W*)?\d{6}"  # the USSR: Roman figures, two letters
    r"|(?=[A-ZА-ЯЁ0-9\s\-№]{6,20}$)[A-ZА-ЯЁ]{1,3}[\s\-№]*\d{5,9}"  # most neighbours
    r"|[5-7]\d[\s\-№]*\d{7}",  # for going abroad
    re.IGNORECASE,
)
_OFFICE_FORM = re.compile(r"(\d{3})[\s\-–—.]*(\d{3})", re.ASCII)
_OFFICE_LABEL = re.compile(r"^\W*(?:код\w*|к/?п|подр\w*|подразделени\w*|[\s./])+", re.IGNORECASE)
_TO_DIGIT = str.maketrans("OОoоlIЗзбБ", "0000113366")
_NOT_DIGIT = re.compile(r"[^0-9]+")


def normalise(text: str, *, asof: date) -> Normal[str]:
    """Series and number in a cell that may hold more, None where there is none."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value):
        return Normal(None)
    if whole := unfloat(value):
        if whole.rounded:
            return Normal(None, (Finding(NOT_A_PASSPORT, value),))
        return _judged(value, whole.digits, "", asof)
    if found := _WHOLE_NUMBER.search(value):
        raw = _joined("".join(found.groups()))
        rest = value[: found.start()] + " " + value[found.end() :]
        return _judged(value, raw, rest, asof)
    bare = _bare(value)
    if other := _OTHER.fullmatch(bare):
        return Normal(other[0].upper(), (Finding(OTHER_DOCUMENT, value),))
    return Normal(None, (_why_not(value, bare),))


def series(text: str, *, asof: date) -> Normal[str]:
    """The series in a cell of its own; one with a whole passport keeps the whole."""
    value = text.strip()[:LONGEST_TEXT]
    digits = _digits(value)
    if is_blank(value) or len(digits) == _WHOLE:
        return normalise(value, asof=asof)
    # A spreadsheet drops the zero of the regions 01 to 08.
    padded = "0" + digits if len(digits) == SERIES - 1 and unfloat(value) else digits
    if len(padded) != SERIES:
        if not any(map(str.isdecimal, value)) and _OTHER.fullmatch(_bare(value) + "123456"):
            return Normal(value.upper(), (Finding(OTHER_DOCUMENT, value),))
        return Normal(None, (_wrong_part(value, digits, SERIES),))
    return Normal(padded, tuple(_doubts_of_series(padded, asof)))


def number(text: str, *, asof: date) -> Normal[str]:
    """The number in a cell of its own; one with a whole passport keeps the whole."""
    value = text.strip()[:LONGEST_TEXT]
    digits = _digits(value)
    if is_blank(value) or len(digits) >= _WHOLE:
        return normalise(value, asof=asof)
    if len(digits) != _NUMBER:
        return Normal(None, (_wrong_part(value, digits, _NUMBER),))
    if int(digits) < _LEAST_NUMBER:
        return Normal(None, (Finding(INVENTED, digits),))
    return Normal(digits)


def office(text: str) -> Normal[str]:
    """The code of the office that issued a passport, written ``770-001``."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value):
        return Normal(None)
    whole = unfloat(value)
    bare = whole.digits if whole else _OFFICE_LABEL.sub("", value)
    found = _OFFICE_FORM.fullmatch(bare.zfill(_OFFICE) if whole else bare.strip())
    if not found or not found[0].strip("0-"):
        return Normal(None, (Finding(WRONG_OFFICE, value),))
    return Normal(f"{found[1]}-{found[2]}")


def issued_on(text: str, *, asof: date) -> Normal[date]:
    """The day in a cell on which a passport was issued."""
    normal = dates.normalise(text, asof=asof)
    if normal.value is None:
        return normal
    early = [Finding(BEFORE_FIRST, text.strip())] if normal.value < _FIRST_PASSPORT else []
    return Normal(normal.value, (*normal.findings, *early))


def against_birth(issued: date, born: date, asof: date) -> Finding | None:
    """What is doubtful about a passport of that day for a client born on that one."""
    shown = f"{issued:%d.%m}.{issued.year:04}"
    age = _age(born, issued)
    if age < _FIRST_AGE:
        return Finding(ISSUED_TO_A_CHILD, shown, params=(("age", str(age)),))
    ended = next((end for end in _ENDS if age < end <= _age(born, asof)), None)
    return Finding(EXPIRED, shown, params=(("age", str(ended)),)) if ended else None


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _joined(raw: str) -> str:
    return re.sub(r"[\s\-]+", "", raw)


def _digits(value: str) -> str:
    """The digits of a cell of digits and labels, a float's without its zero."""
    whole = unfloat(value)
    return whole.digits if whole else _NOT_DIGIT.sub("", _bare(value).translate(_TO_DIGIT))


def _bare(value: str) -> str:
    """The text without the words that may stand before a number."""
    return _LABEL.sub("", value).strip()


def _wrong_part(value: str, digits: str, needed: int) -> Finding:
    params = (("length", str(len(digits))), ("needed", str(needed)))
    return Finding(WRONG_PART, value, params=params)


def _why_not(value: str, bare: str) -> Finding:
    digits = _NOT_DIGIT.sub("", bare)
    if digits and not _NOT_DIGIT.sub("", _DATE.sub("", bare)):
        return Finding(NOT_A_PASSPORT, value)
    letters = sum(map(str.isalpha, bare))
    if not digits or letters > len(digits):
        return Finding(NOT_A_PASSPORT, value)
    return Finding(WRONG_LENGTH, value, params=(("length", str(len(digits))),))


def _judged(value: str, raw: str, rest: str, asof: date) -> Normal[str]:
    """The ten digits that a cell holds, with what is doubtful about them."""
    digits = raw.translate(_TO_DIGIT)
    if len(digits) != _WHOLE:
        length = (("length", str(len(digits))),)
        return Normal(None, (Finding(WRONG_LENGTH, value, params=length),))
    shown = f"{digits[:SERIES]} {digits[SERIES:]}"
    if len(set(digits)) == 1 or int(digits[SERIES:]) < _LEAST_NUMBER:
        return Normal(None, (Finding(INVENTED, shown),))
    findings = [Finding(LETTERS, value, shown, repaired=True)] if digits != raw else []
    if unfloat(value):
        findings.append(Finding(FLOAT, value, shown, repaired=True))
    findings.extend(_doubts_of_series(digits[:SERIES], asof))
    if dated := _DATE.search(rest):
        day = dates.normalise(dated[0], asof=asof).value
        if day:
            findings.extend(_doubts_of_day(day, dated[0], digits[:SERIES], asof))
    return Normal(shown, tuple(findings))


def _doubts_of_series(digits: str, asof: date) -> list[Finding]:
    """What is doubtful about a series: its region, the year of its blank."""
    findings = []
    if digits[:2] not in _REGIONS:
        findings.append(Finding(UNKNOWN_REGION, digits))
    # Blanks of the next year are printed in the autumn.
    if asof.year % _CENTURY + 1 < int(digits[2:]) < _FIRST_BLANK:
        findings.append(Finding(BLANK_YEAR, digits))
    return findings


def _doubts_of_day(day: date, value: str, digits: str, asof: date) -> list[Finding]:
    """Why a passport of that series cannot be issued on the day."""
    if day < _FIRST_PASSPORT:
        return [Finding(BEFORE_FIRST, value)]
    if day > asof:
        return [Finding(IN_FUTURE, value)]
    blank = _year_of_blank(int(digits[2:]))
    params = (("year", str(blank)),)
    return [Finding(BEFORE_BLANK, value, params=params)] if day.year < blank - 1 else []


def _year_of_blank(short: int) -> int:
    return 1900 + short if short >= _FIRST_BLANK else 2000 + short
