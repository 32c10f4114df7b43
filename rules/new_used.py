"""NUS: whether a car was sold new or used.

What it does
    Reads «Новый», «Б/У», «с пробегом», «трейд-ин»; of a cell with both words the first counts.

Why it matters
    Who buys a used car has its maintenance elsewhere behind it: the funnel from the sale to the
    first maintenance is counted of new cars.

Example
    Told: ``Демо`` (neither of the two)
    Accepted: ``а/м с пробегом``, kept as used

>>> normalise("Новый автомобиль").value, normalise("Б/У").value
(<NewUsed.NEW: 'new'>, <NewUsed.USED: 'used'>)
"""

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "NUS301",
    "new_used",
    Severity.INFO,
    marked("«{value}» tells neither a new nor a used car: the year of make decides."),
    marked("Write «новый» or «с пробегом»."),
    "",
    ("Демо", "Прочее"),
    ("Новый", "Б/У", "с пробегом"),
)
RULES = (UNKNOWN,)


class NewUsed(StrEnum):
    """What a car was when it was sold."""

    NEW = "new"
    USED = "used"


_TITLES = {NewUsed.NEW: marked("New car"), NewUsed.USED: marked("Used car")}
_SAID = re.compile(
    r"(?P<used>не\s?нов|\bб\W{0,3}у\b|с\s+пробегом|трейд|трэйд|trade|подерж|бывш|комисс|выкуп|\bused|"
    r"second|pre-?owned|\bcpo\b|approved)"
    r"|(?P<new>\bнов(?:ый|ая|ое|ые|ого|ых)\b|\bнов\b|без\s+пробега|\bnew\b)",
    re.IGNORECASE,
)


def normalise(text: str) -> Normal[NewUsed]:
    """Whether a cell says new or used, None where it says neither."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value):
        return Normal(None)
    if found := _SAID.search(value):
        return Normal(NewUsed.USED if found["used"] else NewUsed.NEW)
    return Normal(None, (Finding(UNKNOWN, value),))


def title(word: str) -> str:
    """What a code is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[NewUsed(word)]) if word in _NAMES else word


_NAMES = frozenset(str(word) for word in NewUsed)
