"""A date: of birth, of a sale, of an order.

What it does
    Reads Russian, ISO, 1С and Excel notations, months in words, two-digit years and Excel
    serial numbers; knows the empty dates of 1С, Excel and Unix. Birth dates are checked
    against an owner's age.

Why it matters
    A birth date decides between namesakes, father and son; the order of dates tells who owned
    the car when.

Example
    Blocked: ``31.02.1985`` (no such day)
    Accepted: ``12 марта 1985 г.``, kept as 1985-03-12

>>> from datetime import date
>>> normalise("12 марта 1985 г.", asof=date(2026, 11, 1), birth=True).value
datetime.date(1985, 3, 12)
"""

import re
from datetime import date

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.date_notation import Notation, Reading, read
from rules.finding import Finding, Normal, Rule, Severity

NO_SUCH_DAY = Rule(
    "DAT101",
    "date",
    Severity.BLOCK,
    marked("There is no such day: {value}."),
    marked("Compare it with the document; write day, month, year, for example 31.01.1985."),
    source="ГОСТ Р 7.0.97-2016; ISO 8601",
    bad=("31.02.1985", "45.13.2015"),
    good=("28.02.1985", "29.02.2016"),
)
UNREADABLE = Rule(
    "DAT102",
    "date",
    Severity.BLOCK,
    marked("«{value}» is no date."),
    marked("Write it as day, month, year, for example 31.01.1985."),
    source="ГОСТ Р 7.0.97-2016; ISO 8601",
    bad=("вчера", "15000 км"),
    good=("12.03.2015", "12 марта 2015 г.", "2015-03-12"),
)
BORN_IN_FUTURE = Rule(
    "DAT103",
    "date",
    Severity.BLOCK,
    marked("The birth date {value} lies in the future."),
    marked("Compare it with the client's documents."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("12.03.2030 г.р.",),
    good=("12.03.1985 г.р.",),
)
IMPOSSIBLE_YEAR = Rule(
    "DAT104",
    "date",
    Severity.BLOCK,
    marked("The year of the date {value} is impossible."),
    marked("Compare it with the document; write the year with four digits."),
    source="402-ФЗ, ст. 9",
    bad=("12.03.1015", "12.03.2215"),
    good=("12.03.2015",),
)
IMPOSSIBLE_AGE = Rule(
    "DAT105",
    "date",
    Severity.BLOCK,
    marked("With the birth date {value} the client would be {age} years old."),
    marked("Compare it with the client's documents."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("12.03.1815 г.р.",),
    good=("12.03.1985 г.р.",),
)
UNUSUAL_AGE = Rule(
    "DAT201",
    "date",
    Severity.WARN,
    marked("With the birth date {value} the client is {age} years old."),
    marked("Compare it with the client's documents."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("12.03.2020 г.р.", "12.03.1910 г.р."),
    good=("12.03.1985 г.р.",),
)
FUTURE = Rule(
    "DAT202",
    "date",
    Severity.WARN,
    marked("The date {value} lies in the future."),
    marked("Compare it with the document."),
    source="402-ФЗ, ст. 9",
    bad=("12.03.2030",),
    good=("12.03.2015",),
)
LONG_AGO = Rule(
    "DAT203",
    "date",
    Severity.WARN,
    marked("The date {value} is older than any dealer."),
    marked("Compare it with the document."),
    bad=("12.03.1915",),
    good=("12.03.2015",),
)
INCOMPLETE = Rule(
    "DAT204",
    "date",
    Severity.WARN,
    marked("«{value}» holds no day and is not used."),
    marked("Write day, month and year."),
    source="ГОСТ Р 7.0.97-2016; ISO 8601",
    bad=("03.2015", "март 2015", "2015"),
    good=("12.03.2015",),
)
SERIAL = Rule(
    "DAT205",
    "date",
    Severity.WARN,
    marked("The number {value} was read as a spreadsheet's date: {suggestion}."),
    marked("Give the column the date format."),
    source="ECMA-376",
    bad=("42075", "42075.5"),
    good=("12.03.2015",),
)
GUESSED_ORDER = Rule(
    "DAT206",
    "date",
    Severity.WARN,
    marked("The date {value} was read as {suggestion}."),
    marked("Write it as day, month, year with dots."),
    source="ГОСТ Р 7.0.97-2016; ISO 8601",
    bad=("03/25/2015", "120315"),
    good=("25.03.2015", "12.03.2015"),
)
TWO_DIGIT_YEAR = Rule(
    "DAT301",
    "date",
    Severity.INFO,
    marked("The year of two digits was read as {suggestion}."),
    marked("Write the year with four digits."),
    source="ГОСТ Р 7.0.97-2016; ISO 8601",
    bad=("12.03.15", "12 марта 85"),
    good=("12.03.2015",),
)
EMPTY_MARK = Rule(
    "DAT302",
    "date",
    Severity.INFO,
    marked("{value} is how a program writes an empty date."),
    marked("Leave the cell empty."),
    source="1С:Предприятие 8; ECMA-376; POSIX",
    bad=("01.01.1900", "30.12.1899", "01.01.1970"),
    good=("12.03.2015", "01.01.0001"),
)
NEW_YEARS_DAY = Rule(
    "DAT303",
    "date",
    Severity.INFO,
    marked("Born on 1 January {year}: perhaps only the year is known."),
    marked("Ask the client for the whole date."),
    bad=("01.01.1985 г.р.",),
    good=("02.01.1985 г.р.", "01.01.2015"),
)
RULES = (
    NO_SUCH_DAY,
    UNREADABLE,
    BORN_IN_FUTURE,
    IMPOSSIBLE_YEAR,
    IMPOSSIBLE_AGE,
    UNUSUAL_AGE,
    FUTURE,
    LONG_AGO,
    INCOMPLETE,
    SERIAL,
    GUESSED_ORDER,
    TWO_DIGIT_YEAR,
    EMPTY_MARK,
    NEW_YEARS_DAY,
)

_ONE_C_EMPTY = date(1, 1, 1)
_EMPTY_DATES = frozenset(
    (date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1970, 1, 1))
)
_YOUNGEST, _OLDEST, _IMPOSSIBLE = 16, 105, 130
_FIRST_YEAR, _FIRST_DEALER = 1900, 1980
_FAR_FUTURE_YEARS = 30
# «12.03.2015 с 10:00 до 11:30», «в 10:30»
_HOURS = re.compile(
    r"[\s,]*(?:\b(?:в|с|к|на|at)\s+)?\d{1,2}:\d{2}(?::\d{2})?"
    r"(?:\s*(?:[-–—]|до|по)\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s,]*",
    re.IGNORECASE,
)


def normalise(text: str, *, asof: date, birth: bool = False) -> Normal[date]:
    """The date in a cell; ``asof`` is the day of the load, which tells the future."""
    value = text.strip()
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(UNREADABLE, value[:LONGEST_NUMBER]),))
    reading = read(value)
    if reading is None:
        return Normal(None) if is_blank(value) else Normal(None, (Finding(UNREADABLE, value),))
    if reading.notation is Notation.EMPTY:
        return Normal(None)
    if reading.notation is Notation.NO_DAY:
        return Normal(None, (Finding(INCOMPLETE, value),))
    day = _day(reading, asof, birth=birth)
    if day is None:
        return Normal(None, (Finding(NO_SUCH_DAY, value),))
    if day == _ONE_C_EMPTY:
        return Normal(None)
    if day in _EMPTY_DATES:
        return Normal(None, (Finding(EMPTY_MARK, value),))
    doubts = _birth_doubts(value, day, asof) if birth else _event_doubts(value, day, asof)
    if any(finding.severity is Severity.BLOCK for finding in doubts):
        return Normal(None, doubts)
    return Normal(day, (*_notation_findings(value, reading, day), *doubts))


def planned(text: str, *, asof: date) -> Normal[date]:
    """The day that something is planned for, whose hours may stand beside it or alone.

    It is no wonder that such a day lies in the future.
    """
    value = text.strip()
    if read(value) is None:
        value = _HOURS.sub("", value)
    found = normalise(value, asof=asof)
    return Normal(found.value, tuple(one for one in found.findings if one.rule is not FUTURE))


def _day(reading: Reading, asof: date, *, birth: bool) -> date | None:
    """The calendar day of a reading, None if there is no such day."""
    year = _century(reading.year, asof, birth=birth) if reading.short_year else reading.year
    try:
        return date(year, reading.month, reading.day)
    except ValueError:
        return None


def _century(short: int, asof: date, *, birth: bool) -> int:
    """The full year of two digits: an owner's age, or not later than next year."""
    latest = asof.year - _YOUNGEST if birth else asof.year + 1
    century = latest // 100 * 100
    return century + short if century + short <= latest else century - 100 + short


def _notation_findings(value: str, reading: Reading, day: date) -> tuple[Finding, ...]:
    """What the notation left to guess."""
    rules = []
    if reading.notation is Notation.SERIAL:
        rules.append(SERIAL)
    if reading.notation is Notation.GUESSED:
        rules.append(GUESSED_ORDER)
    if reading.short_year:
        rules.append(TWO_DIGIT_YEAR)
    if not rules:  # most dates leave nothing to guess, and to show one is a third of its cost
        return ()
    shown = f"{day:%d.%m}.{day.year:04}"
    return tuple(Finding(rule, value, shown, repaired=True) for rule in rules)


def _birth_doubts(value: str, day: date, asof: date) -> tuple[Finding, ...]:
    """What is wrong with a day as a client's birth date."""
    if day > asof:
        return (Finding(BORN_IN_FUTURE, value),)
    age = asof.year - day.year - ((asof.month, asof.day) < (day.month, day.day))
    params = (("age", str(age)),)
    if age > _IMPOSSIBLE:
        return (Finding(IMPOSSIBLE_AGE, value, params=params),)
    if not _YOUNGEST <= age <= _OLDEST:
        return (Finding(UNUSUAL_AGE, value, params=params),)
    if day.month == day.day == 1:
        return (Finding(NEW_YEARS_DAY, value, params=(("year", str(day.year)),)),)
    return ()


def _event_doubts(value: str, day: date, asof: date) -> tuple[Finding, ...]:
    """What is wrong with a day as the date of a sale or an order."""
    if not _FIRST_YEAR <= day.year <= asof.year + _FAR_FUTURE_YEARS:
        return (Finding(IMPOSSIBLE_YEAR, value),)
    if day > asof:
        return (Finding(FUTURE, value),)
    if day.year < _FIRST_DEALER:
        return (Finding(LONG_AGO, value),)
    return ()
