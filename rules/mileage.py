"""The mileage of a car in kilometres.

What it does
    Reads «15 000 км», «15 тыс.», «15.000», floats of a spreadsheet. Blocks what is no distance
    a car can have; warns about what is more than a car usually runs.

Why it matters
    Mileage by date tells the next service and proves which of two cars is meant.

Example
    Blocked: ``-5``
    Accepted: ``15 тыс. км``, kept as ``15000``

>>> normalise("15 тыс. км").value, normalise("123456").value
(15000, None)
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal, Rule, Severity

NOT_A_NUMBER = Rule(
    "KM101",
    "mileage",
    Severity.BLOCK,
    marked("«{value}» is no mileage."),
    marked("Write the kilometres as a number, for example 15000."),
    bad=("много", "12.03.2015"),
    good=("15000", "15 000 км", "15 тыс. км"),
)
IMPOSSIBLE = Rule(
    "KM102",
    "mileage",
    Severity.BLOCK,
    marked("No car has a mileage of {value}."),
    marked("Read the odometer again, in kilometres."),
    bad=("-5", "89162403581"),
    good=("5", "150000"),
)
TOO_MUCH = Rule(
    "KM201",
    "mileage",
    Severity.WARN,
    marked("A mileage of {value} km is more than a million."),
    marked("Check for a digit too many."),
    bad=("1 200 000",),
    good=("120 000", "999 998"),
)
ABOUT = Rule(
    "KM202",
    "mileage",
    Severity.WARN,
    marked("«{value}» tells a mileage only roughly; {suggestion} was taken."),
    marked("Read it from the odometer."),
    bad=("около 125000", "~125 000 км", "125000 (со слов)"),
    good=("125000", "125 000 (км)"),
)
THOUSANDS = Rule(
    "KM301",
    "mileage",
    Severity.INFO,
    marked("The mileage was given in thousands: {suggestion}."),
    marked("Write it in kilometres."),
    bad=("15 тыс. км", "150k"),
    good=("15000", "15 000 км"),
)
PLACEHOLDER = Rule(
    "KM302",
    "mileage",
    Severity.INFO,
    marked("A mileage of {value} stands for an unknown one."),
    marked("Leave the cell empty."),
    bad=("1", "111111", "123456", "999999", "новый", "не работает"),
    good=("2", "123457", "0"),
)
LETTERS = Rule(
    "KM303",
    "mileage",
    Severity.INFO,
    marked("Letters typed for digits were replaced: {suggestion}."),
    marked("Write 0 and 1, not O and l."),
    source="ТР ТС 018/2011",
    bad=("15О00", "1З500 км"),
    good=("15000", "15 тыс."),
)
RULES = (NOT_A_NUMBER, IMPOSSIBLE, TOO_MUCH, ABOUT, THOUSANDS, PLACEHOLDER, LETTERS)

_PLAIN = re.compile(r"[0-9]{1,7}")
# What stands around the figures: a label, the unit, the day of the reading.
_UNIT = re.compile(
    r"^\W*(?:пр(?:обег)?\b\W*)?(?:км|km)?[\s.:]*(?=[0-9])"
    r"|\s+(?:на|от)\s+[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}\s*г?\.?$"
    r"|\s*[(\[]?\s*(?:км|km|kilomet\w*|километр\w*)\.?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:[~≈<>]|(?:около|ок|примерно|прим|приблизительно|более|больше|свыше|менее|меньше|почти|"
    r"где-то|до)\b\.?)\s*(?=[0-9])"
    r"|\s*(?:[+?]+|[(\[]?\s*(?:со\s+слов(?:\s+клиента)?|примерно|прим\.?|приблизительно|около)"
    r"\s*[)\]]?)$",
    re.IGNORECASE,
)
_NO_READING = re.compile(
    r"\W*(?:нов(?:ый|ая|ое)\b.*|без\s+пробега|б\s*/?\s*п|(?:спидометр|одометр|пробег)?\s*не\s+"
    r"(?:работает|раб|видно|горит|показывает|читается)|сломан|неисправен|скручен)\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:[ .,'’\xa0\u202f][0-9]{3})+|[0-9]+)(?:[.,](?P<part>[0-9]{1,3}))?"
    r"\s*(?P<thousands>(?:тыс(?:яч[аи]?)?|тыщ|т|k|к)\b\.?(?:\s*км\.?)?)?",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?=[^0-9]*[0-9][^0-9]*[0-9])(?=.*[OОoоIlЗз])[0-9][0-9OОoоIlЗз\s]{1,7}")
_TO_DIGIT = str.maketrans("OОoоIlЗз", "00001133")
_SPACES = re.compile(r"\s+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_PLACEHOLDERS = frozenset((1, 11111, 111111, 123456, 999999, 99999, 12345, 1234567, 9999999))
_MUCH, _MOST = 1_000_000, 5_000_000


def normalise(text: str) -> Normal[int]:
    """The kilometres in a cell, None where there are none."""
    value = text.strip()
    if _PLAIN.fullmatch(value):
        return _judged(value, int(value))
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_A_NUMBER, value[:LONGEST_NUMBER]),))
    number = None if _GROUPED.fullmatch(value) else unfloat(value)
    if number:
        return _judged(value, int(number.digits))
    if value[0] in "-−–" and value[1:2].isdigit():
        return Normal(None, (Finding(IMPOSSIBLE, value),))
    if _NO_READING.fullmatch(value):
        return Normal(None, (Finding(PLACEHOLDER, value),))
    exact = _ABOUT.sub("", value)
    outcome = _read(value, exact)
    if exact == value or outcome.value is None:
        return outcome
    about = Finding(ABOUT, value, str(outcome.value), repaired=True)
    return Normal(outcome.value, (*outcome.findings, about))


def _read(value: str, exact: str) -> Normal[int]:
    """The kilometres in a cell that is no plain number; ``exact`` is it without «about»."""
    bare = _UNIT.sub("", _UNIT.sub("", exact)).strip()
    found = _NUMBER.fullmatch(bare)
    if not found and _LETTERED.fullmatch(bare):
        kilometres = int(_SPACES.sub("", bare).translate(_TO_DIGIT))
        outcome = _judged(value, kilometres)
        finding = Finding(LETTERS, value, str(kilometres), repaired=True)
        return Normal(outcome.value, (finding, *outcome.findings)) if outcome.value else outcome
    if not found:
        return Normal(None, (Finding(NOT_A_NUMBER, value),))
    whole = int(re.sub(r"\D", "", found["whole"]))
    if not found["thousands"]:
        return _judged(value, whole)
    metres = int((found["part"] or "").ljust(3, "0"))
    kilometres = whole * 1000 + metres
    outcome = _judged(value, kilometres)
    finding = Finding(THOUSANDS, value, str(kilometres), repaired=True)
    return Normal(outcome.value, (finding, *outcome.findings)) if outcome.value else outcome


def _judged(value: str, kilometres: int) -> Normal[int]:
    """The kilometres with what is doubtful about them, None for a placeholder."""
    if kilometres == 0:
        return Normal(None)
    if kilometres in _PLACEHOLDERS:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    if kilometres > _MOST:
        return Normal(None, (Finding(IMPOSSIBLE, value),))
    if kilometres > _MUCH:
        return Normal(kilometres, (Finding(TOO_MUCH, value),))
    return Normal(kilometres)
