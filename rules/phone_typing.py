"""A phone while it is typed: the text with its separators, and where the cursor stands in it.

>>> typed("+7916123", 8)
Typed(text='+7 916 123', cursor=10)
>>> typed("+7 916 12", 3)
Typed(text='+7 916 12', cursor=2)
>>> typed("89161234567 доб. 12", 19).text
'89161234567 доб. 12'
"""

import re
from dataclasses import dataclass

import phonenumbers

_LONGEST = 15
_ONE_NUMBER = re.compile(r"\s*\+?[\d\s().\-–]*", re.ASCII)
_SIGNIFICANT = re.compile(r"[+\d]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """A text and the place of the cursor in it."""

    text: str
    cursor: int


def typed(text: str, cursor: int) -> Typed:
    """The text as far as it is typed, its groups apart; the cursor stays behind the same digit.

    What is no single number (an extension, two numbers, words) stays as it is.
    """
    signs = _SIGNIFICANT.findall(text)
    if not _ONE_NUMBER.fullmatch(text) or not 0 < len(signs) <= _LONGEST:
        return Typed(text, cursor)
    shown = _formatted("".join(signs))
    if cursor >= len(text):
        return Typed(shown, len(shown))
    return Typed(shown, _behind(shown, len(_SIGNIFICANT.findall(text[:cursor]))))


def _formatted(digits: str) -> str:
    formatter = phonenumbers.AsYouTypeFormatter("RU")
    shown = ""
    for digit in digits:
        shown = formatter.input_digit(digit)
    # The library may leave digits out of a number that it does not know: those are never lost.
    return shown if "".join(_SIGNIFICANT.findall(shown)) == digits else digits


def _behind(text: str, count: int) -> int:
    """The place behind so many digits."""
    for place, sign in enumerate(text):
        if count == 0:
            return place
        count -= bool(_SIGNIFICANT.fullmatch(sign))
    return len(text)
