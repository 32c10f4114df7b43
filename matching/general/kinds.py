"""The kinds of fields, and how two values of each may agree."""

from enum import IntEnum, StrEnum

from matching.core.plan import Shares


class Kind(StrEnum):
    """What a field holds, which says how two values of it are compared."""

    NAME_PART = "name part"
    FULL_NAME = "full name"
    DATE = "date"
    IDENTIFIER = "identifier"
    CONTACT = "contact"
    TEXT = "text"
    CATEGORY = "category"
    VEHICLE = "vehicle"


class Likeness(IntEnum):
    """How two short values agree: parts of names, texts, numbers, categories."""

    MISSING = 0
    EQUAL = 1
    TYPO = 2
    CLOSE = 3
    PARTLY = 4
    DIFFERENT = 5


class Name(IntEnum):
    """How two whole names agree, word by word."""

    MISSING = 0
    EQUAL = 1
    CONTAINED = 2
    WORD = 3
    CLOSE = 4
    CLOSE_WORD = 5
    PARTLY = 6
    PARTLY_CLOSE = 7
    DIFFERENT = 8


class Date(IntEnum):
    """How two dates agree."""

    MISSING = 0
    EQUAL = 1
    TYPO = 2
    TWO_PARTS = 3
    YEAR = 4
    DIFFERENT = 5


class Turned(IntEnum):
    """Whether two parts of a name stand in each other's place."""

    STRAIGHT = 1
    SWAPPED = 2


# Of one client, of related ones, of strangers: for a level at which the value is known, its
# frequency says how usual it is among strangers.
LIKENESS: Shares = {
    Likeness.EQUAL: (0.8, 0.1, 1.0),
    Likeness.TYPO: (0.08, 0.01, 2.0),
    Likeness.CLOSE: (0.04, 0.01, 0.004),
    Likeness.PARTLY: (0.03, 0.02, 0.01),
    Likeness.DIFFERENT: (0.05, 0.86, 0.98),
}
NAME: Shares = {
    Name.EQUAL: (0.6, 0.05, 1.0),
    Name.CONTAINED: (0.12, 0.02, 1.0),
    Name.WORD: (0.04, 0.02, 1.0),
    Name.CLOSE: (0.12, 0.01, 1.0),
    Name.CLOSE_WORD: (0.02, 0.01, 1.0),
    Name.PARTLY: (0.06, 0.3, 1.0),
    Name.PARTLY_CLOSE: (0.02, 0.1, 1.0),
    Name.DIFFERENT: (0.02, 0.49, 0.97),
}
DATE: Shares = {
    Date.EQUAL: (0.85, 0.01, 1.0),
    Date.TYPO: (0.08, 0.005, 0.0015),
    Date.TWO_PARTS: (0.03, 0.005, 0.005),
    Date.YEAR: (0.01, 0.01, 0.02),
    Date.DIFFERENT: (0.03, 0.97, 0.97),
}
TURNED: Shares = {Turned.STRAIGHT: (0.98, 0.998, 1.0), Turned.SWAPPED: (0.02, 0.002, 0.001)}
