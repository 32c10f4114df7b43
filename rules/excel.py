"""Whole numbers that a spreadsheet has turned into floats.

Why it matters
    A phone, an ИНН or a mileage read from a workbook arrives as ``89161234567.0`` or
    ``8.9161234567E10``. The first is whole, the second is whole only if no digit was
    rounded away; ``8.916E+10`` has lost seven digits for ever.

>>> unfloat("8.9161234567E10")
Whole(digits='89161234567', rounded=False)
>>> unfloat("8.916E+10").rounded
True
>>> unfloat("15 000") is None
True
"""

import re
from dataclasses import dataclass

_PLAIN = re.compile(r"\+?(\d{1,19})[.,]0+", re.ASCII)
_EXPONENT = re.compile(r"\+?(\d)(?:[.,](\d{1,18}))?[eEеЕ]\+?0*(\d{1,2})", re.ASCII)
_TAIL = re.compile(r"(?<=[0-9]{6})[.,]0{1,2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Whole:
    """The digits of a float that was a whole number; ``rounded`` if some of them are lost."""

    digits: str
    rounded: bool


def unfloat(text: str) -> Whole | None:
    """The whole number behind a float's text, or None when the text is no float."""
    stripped = text.strip()
    if found := _PLAIN.fullmatch(stripped):
        return Whole(found[1], rounded=False)
    if not (found := _EXPONENT.fullmatch(stripped)):
        return None
    significand = found[1] + (found[2] or "").rstrip("0")
    width = int(found[3]) + 1
    if len(significand) > width:
        return None
    # One or two zeros at the end are ordinary; more of them in a number is what rounding leaves.
    lost = width - len(significand)
    return Whole(significand.ljust(width, "0"), rounded=lost > _ZEROS_IN_GOOD_FAITH)


def without_tails(text: str) -> str:
    """The text without the zero that a spreadsheet's float hangs on a long number in it.

    >>> without_tails("7707083893.0/773601001.0"), without_tails("125.0 км")
    ('7707083893/773601001', '125.0 км')
    """
    return _TAIL.sub("", text) if ".0" in text or ",0" in text else text


_ZEROS_IN_GOOD_FAITH = 3
