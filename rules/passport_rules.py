"""The rules on a passport, as data; ``rules.passport`` reads it."""

from resources.texts import marked
from rules.finding import Rule, Severity

_NORM = "постановление Правительства РФ от 23.12.2023 № 2267"
_GOOD = ("4508 123456",)

WRONG_LENGTH = Rule(
    "PAS101",
    "passport",
    Severity.BLOCK,
    marked("A passport has 4 digits of series and 6 of number, here there are {length} digits."),
    marked("Copy both from the passport, for example 4508 123456."),
    _NORM,
    ("4508 12345", "4508 1234567"),
    _GOOD,
)
NOT_A_PASSPORT = Rule(
    "PAS102",
    "passport",
    Severity.BLOCK,
    marked("«{value}» holds no series and number of a passport."),
    marked("Copy both from the passport, for example 4508 123456."),
    _NORM,
    ("выдан ОВД", "4.508E+09"),
    ("паспорт серия 45 08 № 123456",),
)
INVENTED = Rule(
    "PAS103",
    "passport",
    Severity.BLOCK,
    marked("The passport {value} is invented: such a number is never given."),
    marked("Copy series and number from the passport, or leave the cell empty."),
    _NORM,
    ("1111 111111", "4508 000000"),
    _GOOD,
)
WRONG_PART = Rule(
    "PAS104",
    "passport",
    Severity.BLOCK,
    marked("«{value}» has {length} digits, {needed} are needed."),
    marked("The series of a passport has 4 digits, its number has 6."),
    _NORM,
    ("серия 450",),
    ("серия 45 08", "номер 123456"),
)
WRONG_OFFICE = Rule(
    "PAS105",
    "passport",
    Severity.BLOCK,
    marked("«{value}» is no code of a passport office."),
    marked("Write three digits, a hyphen, three digits, for example 770-001."),
    _NORM,
    ("код 77-001",),
    ("код 770-001", "код 770001"),
)
UNKNOWN_REGION = Rule(
    "PAS201",
    "passport",
    Severity.WARN,
    marked("No region gives passports of the series {value}."),
    marked("Compare the first two digits with the passport."),
    "ОК 019-95 (ОКАТО)",
    ("0208 123456",),
    _GOOD,
)
BLANK_YEAR = Rule(
    "PAS202",
    "passport",
    Severity.WARN,
    marked("The series {value} says that the blank was printed in a year yet to come."),
    marked("Compare the third and the fourth digit with the passport."),
    _NORM,
    ("4555 123456",),
    ("4597 123456", "4526 123456"),
)
OTHER_DOCUMENT = Rule(
    "PAS203",
    "passport",
    Severity.WARN,
    marked("«{value}» is another document, not a passport of the Russian Federation."),
    marked("Leave it if the client is foreign, otherwise copy the number of the passport."),
    _NORM,
    ("AB 1234567", "75 1234567", "XII-АБ 123456"),
    _GOOD,
)
BEFORE_FIRST = Rule(
    "PAS204",
    "passport",
    Severity.WARN,
    marked("Passports of the Russian Federation are given since 1 October 1997, not on {value}."),
    marked("Compare the date with the passport."),
    _NORM,
    ("4598 123456 выдан 12.03.1996",),
    ("4508 123456 выдан 12.03.2008",),
)
ISSUED_TO_A_CHILD = Rule(
    "PAS205",
    "passport",
    Severity.WARN,
    marked("The client was {age} years old when the passport was issued on {value}."),
    marked("A passport is given from 14 years on: compare both dates with the passport."),
    _NORM,
    ("выдан 12.03.2008 | 12.03.1996 г.р.",),
    ("выдан 12.03.2008 | 12.03.1990 г.р.",),
)
EXPIRED = Rule(
    "PAS206",
    "passport",
    Severity.WARN,
    marked("The passport issued on {value} ended when the client turned {age}."),
    marked("Ask the client for the new passport."),
    _NORM,
    ("выдан 12.03.2008 | 12.03.1991 г.р.", "выдан 12.03.2008 | 12.03.1970 г.р."),
    ("выдан 12.03.2008 | 12.03.1985 г.р.",),
)
BEFORE_BLANK = Rule(
    "PAS207",
    "passport",
    Severity.WARN,
    marked("The passport cannot be issued on {value}: its blank was printed about {year}."),
    marked("Compare the date and the series with the passport."),
    _NORM,
    ("4508 123456 выдан 12.03.2001",),
    ("4508 123456 выдан 12.03.2008",),
)
IN_FUTURE = Rule(
    "PAS208",
    "passport",
    Severity.WARN,
    marked("The passport cannot be issued on {value}: that day is yet to come."),
    marked("Compare the date with the passport."),
    _NORM,
    ("4508 123456 выдан 12.03.2030",),
    ("4508 123456 выдан 12.03.2008",),
)
FLOAT = Rule(
    "PAS301",
    "passport",
    Severity.INFO,
    marked("The passport was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("4508123456.0",),
    _GOOD,
)
LETTERS = Rule(
    "PAS302",
    "passport",
    Severity.INFO,
    marked("Letters typed for digits in the passport were replaced: {suggestion}."),
    marked("Write 0 and 1, not O and l."),
    "",
    ("45О8 123456", "4508 l23456"),
    _GOOD,
)
RULES = (
    WRONG_LENGTH,
    NOT_A_PASSPORT,
    INVENTED,
    WRONG_PART,
    WRONG_OFFICE,
    UNKNOWN_REGION,
    BLANK_YEAR,
    OTHER_DOCUMENT,
    BEFORE_FIRST,
    ISSUED_TO_A_CHILD,
    EXPIRED,
    BEFORE_BLANK,
    IN_FUTURE,
    FLOAT,
    LETTERS,
)
