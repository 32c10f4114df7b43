"""A number of digits alone, taken from a cell with its label, separators, floats and letters.

>>> read("ОГРН: 1О2 773 9О1", label=r"ОГРН")
DigitNumber(digits='102773901', lettered=True, floated=False, rounded=False)
>>> read("1.02E+12", label=r"ОГРН").rounded
True
>>> read("нет номера", label=r"ОГРН").digits
''
"""

import re
from dataclasses import dataclass
from functools import cache

from rules.excel import unfloat

_SEPARATORS = re.compile(r"[\s\-–—.,'’_/\\№]+")
_TO_DIGIT = str.maketrans("OОoоQlIіІ|ЗзбБ", "00000111113366")


@dataclass(frozen=True, slots=True)
class DigitNumber:
    """The digits of a cell, "" where it holds anything else; what became of it on the way.

    ``lettered``: letters stood for digits; ``floated``: it was a spreadsheet's float;
    ``rounded``: the float has lost some of its digits for ever.
    """

    digits: str
    lettered: bool = False
    floated: bool = False
    rounded: bool = False


def read(text: str, *, label: str) -> DigitNumber:
    """The number in a cell; ``label`` is the pattern of the words that may stand before it."""
    value = text.strip()
    if number := unfloat(value):
        return DigitNumber(number.digits, floated=True, rounded=number.rounded)
    bare = _SEPARATORS.sub("", _label(label).sub("", value, count=1))
    digits = bare.translate(_TO_DIGIT)
    if not (digits.isascii() and digits.isdecimal()) or not any(map(str.isdecimal, bare)):
        return DigitNumber("")
    return DigitNumber(digits, lettered=digits != bare)


@cache
def _label(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{label})(?![^\W\d_])[\s:№.\-]*", re.IGNORECASE)
