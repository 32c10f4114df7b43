"""The number of a planned maintenance (ТО-0, ТО-1, …).

What it does
    Reads «ТО-2», «2», «второе ТО», «ТО 30000», «ТО-30»; finds it in the words of a reason or of
    works; guesses it from the mileage where nothing else tells.

Why it matters
    Who bought a car and did not come to the next maintenance is the first funnel of service, and
    it is counted by these numbers.

Example
    Warned: ``масло`` (no number)
    Accepted: ``ТО 30 000 км``, kept as ``2``

>>> normalise("ТО 30 000 км").value, normalise("нулевое ТО").value
(2, 0)
>>> of_text("Замена колодок, ТО-4, мойка"), of_mileage(44_100, "Kia")
(4, 3)
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, LONGEST_TEXT, is_wordless
from rules.finding import Finding, Normal, Rule, Severity

NO_NUMBER = Rule(
    "TNO203",
    "to_no",
    Severity.WARN,
    marked("«{value}» is no number of a maintenance."),
    marked("Write the number alone: 0, 1, 2 …."),
    "",
    ("масло", "ТО-В"),
    ("2", "ТО-2"),
)
UNUSUAL = Rule(
    "TNO201",
    "to_no",
    Severity.WARN,
    marked("Hardly a car comes to its maintenance no. {value}."),
    marked("Compare it with the mileage."),
    "",
    ("17", "ТО-22"),
    ("ТО-10",),
)
THOUSANDS = Rule(
    "TNO202",
    "to_no",
    Severity.WARN,
    marked("«{value}» was read as thousands of kilometres: maintenance no. {suggestion}."),
    marked("Write the number of the maintenance and keep the mileage in its own field."),
    "",
    ("ТО-30", "45"),
    ("ТО-3", "ТО 30000"),
)
BY_MILEAGE = Rule(
    "TNO301",
    "to_no",
    Severity.INFO,
    marked("The mileage «{value}» was read as maintenance no. {suggestion}."),
    marked("Write the number of the maintenance and keep the mileage in its own field."),
    "",
    ("ТО 30000", "60 тыс. км"),
    ("ТО-2",),
)
RULES = (UNUSUAL, THOUSANDS, NO_NUMBER, BY_MILEAGE)

INTERVAL = 15_000
"""Kilometres from one maintenance to the next where the make has no other interval."""

INTERVALS = {
    **dict.fromkeys(
        (
            *("Toyota", "Lexus", "Mazda", "Subaru", "Suzuki", "Honda", "Haval", "Chery", "Exeed"),
            *(
                "Omoda",
                "Jaecoo",
                "Geely",
                "Belgee",
                "Changan",
                "Jetour",
                "Tank",
                "GAC",
                "Great Wall",
            ),
        ),
        10_000,
    ),
    "GAZ": 20_000,
}
"""The makes whose plants ask for another interval than the usual one."""

LEAST_MILEAGE, LATEST_BY_MILEAGE = 1_000, 20
"""Below this mileage, and above this number, the mileage tells nothing."""

_USUAL, _LARGEST = 12, 30
_BLANK = re.compile(
    r"(?:нет|не\s?указан\w*|б/?н|без\s.*|x+|х+|none|null|n/?a|прочее)\W*", re.IGNORECASE
)
_T_O = r"(?:[ТT][./]?\s?[ОO]|тех\w*\.?\s*обсл\w*|service|сервис)"
_FIRST = re.compile(rf"\W*(?:{_T_O}\W*(?:№|номер|no\.?)?\W*)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"0*(\d{1,3})(?:[.,]0+)?(?:\s*[-–]?\s*(?:е|ое|й|ый))?\b(?!\s*(?:000|тыс|т\.?\s?км))"
)
_KILOMETRES = re.compile(
    r"(\d{1,3})(?:[\s\xa0.,]?000)(?:[.,]0+)?\s*(?:км|km)?|(\d{1,3})\s*(?:тыс\w*|т)\.?\s*(?:км|km)?\.?",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\W*(?:ТО|T[OО]|тех\w*\.?\s*обсл\w*|обслуж\w*|км)?\W*(?:\(.*\))?\W*", re.IGNORECASE
)
_WORDS = {
    "нулев": 0, "инспекц": 0, "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4,
    "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
}  # fmt: skip
_WORD = re.compile(
    rf"(?<!\w)({'|'.join(_WORDS)})\w*(?:\s+(?:ТО|тех\w*|осмотр\w*|обслуж\w*))?", re.IGNORECASE
)
_WORD_IN_TEXT = re.compile(
    rf"(?<!\w)({'|'.join(_WORDS)})\w*\s+(?:ТО(?!\w)|тех\w*\.?\s*обсл\w*)|(инспекц)ионн\w*",
    re.IGNORECASE,
)
# In free text a lower «то» is a particle: only «ТО 2», «то-2» and «то2» count.
_NUMBER_IN_TEXT = re.compile(
    r"(?<![\w-])(?:[ТT][ОO][\s№.-]{0,3}|[тt][оo]-?)(\d{1,2})(?![\d\s]{0,2}\d|[\s.]?000|\s*тыс|[.,]\d)"
)
_KILOMETRES_IN_TEXT = re.compile(
    r"(?<![\w-])[ТT][ОO][\s№.-]{0,3}(\d{1,3})(?:[\s\xa0.]?000(?!\d)|\s*тыс)"
)


def normalise(text: str) -> Normal[int]:
    """The number of the maintenance in a cell, None where there is none."""
    value = text.strip()
    if is_wordless(value) or _BLANK.fullmatch(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        number = of_text(value)
        return Normal(number, () if number is not None else (_none(value),))
    bare = value[_first(value) :]
    if (found := _KILOMETRES.match(bare)) and _REST.fullmatch(bare[found.end() :]):
        return _by_mileage(value, int(found[1] or found[2]) * 1_000)
    if (found := _NUMBER.match(bare)) and _REST.fullmatch(bare[found.end() :]):
        return _judged(value, int(found[1]))
    if (found := _WORD.search(value)) and not any(map(str.isdecimal, value)):
        return Normal(_WORDS[found[1].lower()])
    digits = bare.replace("\xa0", "").replace(" ", "")
    if digits.isdecimal() and digits.isascii() and len(digits) <= 6:  # noqa: PLR2004 - kilometres
        return _by_mileage(value, int(digits))
    # «ТО-2, замена колодок»: words around one number do not make it doubtful.
    if len(set(_NUMBER_IN_TEXT.findall(value))) == 1 and (number := of_text(value)) is not None:
        return Normal(number)
    return Normal(None, (_none(value),))


def of_text(text: str) -> int | None:
    """The number of the maintenance that a reason or a list of works names, None if none."""
    value = text[:LONGEST_TEXT]
    if found := _KILOMETRES_IN_TEXT.search(value):
        return _near(int(found[1]) * 1_000)
    if found := _NUMBER_IN_TEXT.search(value):
        return _judged(found[0], int(found[1])).value
    if found := _WORD_IN_TEXT.search(value):
        return _WORDS[(found[1] or found[2]).lower()]
    return None


def interval(make: str) -> int:
    """Kilometres from one maintenance to the next for the make."""
    return INTERVALS.get(make, INTERVAL)


def of_mileage(kilometres: int, make: str) -> int | None:
    """The number that a maintenance at this mileage should have, None where that is a guess."""
    number = round(kilometres / interval(make))
    return number if kilometres >= LEAST_MILEAGE and number <= LATEST_BY_MILEAGE else None


def _first(value: str) -> int:
    """Where the text goes on after «ТО №»."""
    found = _FIRST.match(value)
    return found.end() if found else 0


def _none(value: str) -> Finding:
    return Finding(NO_NUMBER, value[:LONGEST_NUMBER])


def _judged(value: str, number: int) -> Normal[int]:
    """A number as it was typed, which may be thousands of kilometres."""
    if number <= _USUAL:
        return Normal(number)
    for step in (15, 10):
        if number % step == 0 and number // step <= _LARGEST:
            read = number // step
            return Normal(read, (Finding(THOUSANDS, value, str(read), repaired=True),))
    if number > _LARGEST:
        return Normal(None, (_none(value),))
    return Normal(number, (Finding(UNUSUAL, str(number)),))


def _by_mileage(value: str, kilometres: int) -> Normal[int]:
    number = _near(kilometres)
    if number is None:
        return Normal(None, (_none(value),))
    return Normal(number, (Finding(BY_MILEAGE, value, str(number), repaired=True),))


def _near(kilometres: int) -> int | None:
    """The number by the interval that divides the mileage, else by the usual one."""
    if not LEAST_MILEAGE <= kilometres <= _LARGEST * INTERVAL:
        return None
    number, rest = divmod(kilometres, 10_000)
    if rest or kilometres % INTERVAL == 0 or number > _LARGEST:
        return round(kilometres / INTERVAL)
    return number
