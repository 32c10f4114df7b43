"""The ways a date is written, read into day, month and year without judging them.

>>> read("1985-03-12T00:00:00")
Reading(day=12, month=3, year=1985, notation=<Notation.USUAL: 'usual'>, short_year=False)
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rules.excel import unfloat


class Notation(StrEnum):
    """How sure the reading of a date is."""

    USUAL = "usual"
    GUESSED = "guessed"
    SERIAL = "serial"
    NO_DAY = "no day"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a written date; they need not be a day of the calendar."""

    day: int
    month: int
    year: int
    notation: Notation = Notation.USUAL
    short_year: bool = False


_TIME = (
    r"(?:[Tt\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[Zz]|[+-]\d\d:?\d\d|[AaPp][Mm])?)?"
)
_YEAR_WORD = r"\s*(?:г\.?|года?)?\s*(?:р\.?)?"
_TAIL = _YEAR_WORD + _TIME
_RUSSIAN = re.compile(rf"(\d{{1,2}})\s*([./\- ])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}){_TAIL}", re.ASCII)
_SHORT = re.compile(rf"(\d{{1,2}})([./\- ])(\d{{1,2}})\2['’]?(\d{{2}}){_TAIL}", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})([.\-/])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_DAY_WORD = re.compile(
    rf"(\d{{1,2}})[\s.\-/]*([а-яa-z]{{3,9}})\.?[\s.\-/,]*(\d{{4}}|\d{{2}}){_YEAR_WORD}{_TIME}"
)
_WORD_DAY = re.compile(rf"([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}")
_DIGITS = re.compile(r"(\d{8})(?:\d{6})?", re.ASCII)
_LOST_ZERO = re.compile(r"\d{7}", re.ASCII)
_SHORT_DIGITS = re.compile(r"\d{6}", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_NO_DAY = re.compile(
    r"(?:\d{1,2}[./\-])?(?:19|20)\d\d(?:[./\-](?:0?[1-9]|1[0-2]))?(?:[.,]0+)?"
    r"(?:\s*г\.?(?:\s*р\.?)?|\s*год\w*)?"
    r"|\d{1,2}[./]\d{1,2}\.?"
    r"|[а-я]{3,9}\s+(?:19|20)\d\d(?:\s*г\.?)?"
    r"|(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,5}[.\s\-]+\d{2}"
    r"|\d{1,2}\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,5}\.?"
)
_WEEKDAY = r"(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)"
# «от 12.01.2019», «сб, 12.01.2019», «12.03.1985 (40 лет)»
_BESIDE = re.compile(
    rf"^(?:(?:от|дата|рожд\w*|род\w*|д\.?\s?р|{_WEEKDAY})(?![а-я])[.,:]?\s*)+|[\s,]+{_WEEKDAY}\.?$|\s*г(?:ода|\.)?\s*рожд\w*\.?$|\s*\([^()\d]*(?:\d+\s*[а-я]+)?\)$"
)
# A comma for a dot, the key of the dot in the Russian layout, two signs for one.
_WRONG_DOTS = re.compile(r"\s*[.,;:ю/\-]+\s*")
_TO_DIGIT = str.maketrans("оoзl", "0031")
_ZEROS = re.compile(r"[\s0./\-:T_]+")
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 60_000
_SERIAL_ZERO = date(1899, 12, 30)
_LAST_MONTH = 12
_LATEST_COMPACT_YEAR = 2100
_MONTHS = {
    stem: number
    for number, stems in enumerate(
        ("янв jan", "фев feb", "мар mar", "апр apr", "май мая may", "июн jun", "июл jul",
         "авг aug", "сен sep", "окт oct", "ноя nov", "дек dec"),
        start=1,
    )
    for stem in stems.split()
}  # fmt: skip


def read(value: str) -> Reading | None:
    """The parts of the written date, None if the text is no date."""
    if found := _RUSSIAN.fullmatch(value):
        return _ordered(int(found[1]), int(found[3]), int(found[4]))
    if found := _ISO.fullmatch(value):
        return _iso(found)
    if not any(map(str.isdigit, value)):
        return None
    plain = unicodedata.normalize("NFKC", value).strip().strip("'\"«»").lower()
    if _ZEROS.fullmatch(plain):
        return Reading(0, 0, 0, Notation.EMPTY)
    bare = _BESIDE.sub("", plain)
    reading = _in_words(bare) or _in_digits(bare) or _incomplete(bare) or _mended(bare)
    if bare == plain or reading is None or reading.notation is not Notation.USUAL:
        return reading
    return replace(reading, notation=Notation.GUESSED)


def _mended(plain: str) -> Reading | None:
    """A date with slips in its signs: «12.03,1985», «12юО3ю1985», «12..03.1985.»."""
    dotted = _WRONG_DOTS.sub(".", plain.translate(_TO_DIGIT)).strip(".")
    found = _RUSSIAN.fullmatch(dotted)
    if not found:
        return None
    return _ordered(int(found[1]), int(found[3]), int(found[4]), guessed=True)


def _iso(found: re.Match[str]) -> Reading:
    """Year, month, day."""
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    empty = not (year or month or day)
    return Reading(day, month, year, Notation.EMPTY if empty else Notation.USUAL)


def _ordered(
    first: int, second: int, year: int, *, short: bool = False, guessed: bool = False
) -> Reading:
    """Day before month, unless only the American order makes a date."""
    if not (first or second or year):
        return Reading(0, 0, 0, Notation.EMPTY)
    if second > _LAST_MONTH >= first:
        return Reading(second, first, year, Notation.GUESSED, short)
    notation = Notation.GUESSED if guessed else Notation.USUAL
    return Reading(first, second, year, notation, short_year=short)


def _in_words(plain: str) -> Reading | None:
    """A date of two-digit years, of months in words or of odd spaces."""
    if found := _RUSSIAN.fullmatch(plain):
        return _ordered(int(found[1]), int(found[3]), int(found[4]))
    if found := _SHORT.fullmatch(plain):
        return _ordered(int(found[1]), int(found[3]), int(found[4]), short=True)
    if found := _ISO.fullmatch(plain):
        return _iso(found)
    if (found := _DAY_WORD.fullmatch(plain)) and (month := _MONTHS.get(found[2][:3])):
        short = len(found[3]) == len("yy")
        return Reading(int(found[1]), month, int(found[3]), short_year=short)
    if (found := _WORD_DAY.fullmatch(plain)) and (month := _MONTHS.get(found[1][:3])):
        return Reading(int(found[2]), month, int(found[3]))
    return None


def _in_digits(plain: str) -> Reading | None:
    """A date of digits only: 19850312, 12031985, 120385, or a spreadsheet's serial number."""
    if (found := _SERIAL.fullmatch(plain)) and _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
        dated = _SERIAL_ZERO + timedelta(days=int(found[1]))
        return Reading(dated.day, dated.month, dated.year, Notation.SERIAL)
    number = unfloat(plain)
    digits = number.digits if number and not number.rounded else plain
    if found := _DIGITS.fullmatch(digits):
        return _compact(found[1])
    if _LOST_ZERO.fullmatch(digits):
        return Reading(int(digits[0]), int(digits[1:3]), int(digits[3:]), Notation.GUESSED)
    if _SHORT_DIGITS.fullmatch(digits):
        day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        return Reading(day, month, year, Notation.GUESSED, short_year=True)
    return None


def _compact(digits: str) -> Reading:
    """Eight digits: year first if that makes a date of our time, else day first."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if year <= _LATEST_COMPACT_YEAR and _is_month_and_day(month, day) and year >= 1:
        return Reading(day, month, year)
    return Reading(int(digits[:2]), int(digits[2:4]), int(digits[4:]), Notation.GUESSED)


def _is_month_and_day(month: int, day: int) -> bool:
    return 1 <= month <= _LAST_MONTH and 1 <= day <= 31  # noqa: PLR2004 - the longest month


def _incomplete(plain: str) -> Reading | None:
    """A year or a month without its day."""
    return Reading(0, 0, 0, Notation.NO_DAY) if _NO_DAY.fullmatch(plain) else None
