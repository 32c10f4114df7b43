"""The year a car was made.

What it does
    Reads «2015», «2015 г.в.», «15», a whole date, a spreadsheet's float. Next year's cars
    are sold this year; anything later is blocked.

Why it matters
    The year tells apart two cars of one model, and it dates a service card.

Example
    Blocked: ``150000`` (a mileage in the column of the year)
    Accepted: ``2015 г.в.``, kept as ``2015``

>>> from datetime import date
>>> normalise("2015 г.в.", asof=date(2026, 11, 1)).value
2015
"""

import re
from datetime import date

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.finding import Finding, Normal, Rule, Severity

NOT_A_YEAR = Rule(
    "YR101",
    "year",
    Severity.BLOCK,
    marked("«{value}» is no year."),
    marked("Write the year with four digits, for example 2015."),
    source="ТР ТС 018/2011",
    bad=("новый", "15000"),
    good=("2015", "2015 г.в."),
)
IMPOSSIBLE = Rule(
    "YR102",
    "year",
    Severity.BLOCK,
    marked("No car was made in {value}."),
    marked("Compare it with the registration certificate."),
    source="ТР ТС 018/2011",
    bad=("1015", "2035"),
    good=("2015", "2027"),
)
OLD = Rule(
    "YR201",
    "year",
    Severity.WARN,
    marked("A car of the year {value} is a rarity."),
    marked("Compare it with the registration certificate."),
    bad=("1937",),
    good=("1995",),
)
TWO_DIGITS = Rule(
    "YR301",
    "year",
    Severity.INFO,
    marked("The year of two digits was read as {suggestion}."),
    marked("Write the year with four digits."),
    source="ТР ТС 018/2011",
    bad=("15", "98 г."),
    good=("2015", "1998 г."),
)
RULES = (NOT_A_YEAR, IMPOSSIBLE, OLD, TWO_DIGITS)

_FOUR = re.compile(r"[0-9]{4}")
# 1С shows a number as «2 019».
_THOUSANDS = re.compile(r"(?<![0-9])([12])[ \xa0\u202f]([0-9]{3})(?![0-9])")
_TO_DIGIT = str.maketrans("OОoоIlЗз", "00001133")
_TEXT = re.compile(
    r"(?:(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|модельн|год|выпуск)\w*\.?\s+(?:год\w*\s+)?)?(?:[0-3]?[0-9][./-])?(?:[01]?[0-9][./-])?(?P<year>[0-9]{4})(?:[.,]0+)?"
    r"(?:-[0-9]{2}-[0-9]{2})?(?:[T ][0-9:.]+)?\s*(?:г\.?|год\w*|г\.?\s?в\.?|года?\s+выпуска)?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"['’]?(?P<year>[0-9]{2})(?:[.,]0+)?\s*(?:г\.?|год\w*|г\.?\s?в\.?)?", re.IGNORECASE
)
_EMPTY_YEARS = frozenset((1, 1899, 1900))
_FIRST, _USUAL = 1900, 1960


def normalise(text: str, *, asof: date) -> Normal[int]:
    """The year of production in a cell; ``asof`` is the day that tells the future."""
    value = text.strip()
    if _FOUR.fullmatch(value):
        return _judged(value, int(value), asof)
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_A_YEAR, value[:LONGEST_NUMBER]),))
    plain = _THOUSANDS.sub(r"\1\2", value)
    if (lettered := plain.translate(_TO_DIGIT)) and _FOUR.fullmatch(lettered):
        return _judged(value, int(lettered), asof)
    if found := _TEXT.fullmatch(plain):
        return _judged(value, int(found["year"]), asof)
    if found := _SHORT.fullmatch(value):
        short = int(found["year"])
        year = 2000 + short if 2000 + short <= asof.year + 1 else 1900 + short
        outcome = _judged(value, year, asof)
        finding = Finding(TWO_DIGITS, value, str(year), repaired=True)
        return Normal(outcome.value, (finding, *outcome.findings))
    return Normal(None, (Finding(NOT_A_YEAR, value),))


def _judged(value: str, year: int, asof: date) -> Normal[int]:
    """The year with what is doubtful about it, None for an empty mark of 1С or Excel."""
    if year in _EMPTY_YEARS or year == 0:
        return Normal(None)
    if not _FIRST < year <= asof.year + 1:
        return Normal(None, (Finding(IMPOSSIBLE, value),))
    if year < _USUAL:
        return Normal(year, (Finding(OLD, value),))
    return Normal(year)
