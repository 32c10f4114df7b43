"""The numbers of an address, which do not change how the rest of it is read.

Most addresses of a file differ from an earlier one in their index, house and flat only.
Such an address is read once, with numbers that stand for any others.

>>> found = numbered("614766, г. Пермь, ул. Мира, д. 16, кв. 9")
>>> found and found.pattern
'614977, г. Пермь, ул. Мира, д. 977, кв. 978'
"""

import re
from dataclasses import dataclass

# The index is told by its first three digits. A letter before the house may make one word with
# it, a zero may stand for nothing.
_NUMBERS = re.compile(
    r"(?:([1-6][0-9]{2})([0-9]{3})(?=, ))?(.{0,200}?[^\w/-])([1-9][0-9]{0,2})"
    r"(?:(-|,? ?кв\.? ?)([1-9][0-9]{0,2}))?"
)
# Digits that may be a phone count by how many they are.
_MAY_BE_PHONE = re.compile(r"(?:\+7|8)[\s(-]*[0-9]{3}")
_HOUSE, _FLAT = "977", "978"


@dataclass(frozen=True, slots=True)
class Numbered:
    """An address apart from its index, house and flat, each "" where none was taken out.

    ``pattern`` is the same text with the ``stand_ins`` for these ``numbers``.
    """

    pattern: str
    stand_ins: tuple[str, str, str]
    numbers: tuple[str, str, str]


def numbered(text: str) -> Numbered | None:
    """The address with its numbers taken out, None where it does not end with usual ones."""
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    area, rest, words, house, between, flat = found.groups("")
    if _HOUSE in words or _FLAT in words or _MAY_BE_PHONE.search(text, found.start(3)):
        return None
    stand_ins = (area + _HOUSE if area else "", _HOUSE, _FLAT if flat else "")
    pattern = f"{stand_ins[0]}{words}{_HOUSE}{between}{stand_ins[2]}"
    return Numbered(pattern, stand_ins, (area + rest, house, flat))
