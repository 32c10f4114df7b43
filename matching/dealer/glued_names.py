"""Names without the spaces between their parts: «плюхинвасилийиванович»."""

import re
from functools import cache

from matching.dealer.known_names import is_near_given
from resources import names as tables
from rules.name_forms import neutral_surname

_SHORTEST, _SURNAME, _NEAR = 4, 3, 5
_OFTEN = 30
_PATRONYMIC = re.compile("(?:[еои]в[иеы]?ч|[еио]?[иы]ч|[еио]вн[ао]|[ий]?[чш]?на)$")
_FATHERS = 5
_ENDING = re.compile(
    "(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая|ой)|цк(?:ий|ая)|енко|чук|[ую]к|[иы]х|ян|[иы]ч|дзе)$"
)


def unglued(text: str) -> tuple[str, str, str] | None:
    """Surname, first name and patronymic of a folded text without spaces; None if it is none.

    >>> unglued("плюхинвасилийиванович"), unglued("иванпетрович"), unglued("новосельцева")
    (('плюхин', 'василий', 'иванович'), ('', 'иван', 'петрович'), None)
    """
    best: tuple[int, tuple[str, str, str]] | None = None
    for start in range(len(text) - _SHORTEST + 1):
        for first in _beginning(text, start):
            before, after = text[:start], text[start + len(first) :]
            for found in _readings(before, first, after):
                weight = _weight(*found)
                if best is None or weight > best[0]:
                    best = weight, found
    return best[1] if best else None


def _weight(last: str, first: str, patronymic: str) -> int:
    """How well the parts are known, and how much of the text is more than a surname."""
    known = looks_like_surname(last) + 2 * (patronymic in _fathers())
    return 10 * known + 2 * len(first) + len(patronymic)


def _beginning(text: str, start: int) -> list[str]:
    """The first names that begin at a place of the text."""
    return [
        text[start:end]
        for end in range(start + _SHORTEST, min(len(text), start + _longest()) + 1)
        if text[start:end] in _firsts()
    ]


def _readings(before: str, first: str, after: str) -> list[tuple[str, str, str]]:
    """What the text around a first name may be."""
    found = []
    if after in _fathers() and not before:
        found.append(("", first, after))
    if len(before) >= _SURNAME:
        if is_patronymic(after):
            found.append((before, first, after))
        elif not after and looks_like_surname(before):
            found.append((before, first, ""))
    elif not before and len(after) >= _SURNAME:
        found += [
            (after[end:], first, after[:end])
            for end in range(_FATHERS, len(after) - _SURNAME + 1)
            if after[:end] in _fathers()
        ]
    return found


def is_surname(text: str) -> bool:
    """Whether a folded text is a known surname."""
    return bool(text) and neutral_surname(text) in tables.surnames()


def looks_like_surname(text: str) -> bool:
    """Whether a folded text is a known surname, or ends as surnames do."""
    return is_surname(text) or bool(_ENDING.search(text))


def is_patronymic(text: str) -> bool:
    """Whether a folded text is a patronymic, misspelt or not."""
    return text in _fathers() or (len(text) >= _FATHERS and bool(_PATRONYMIC.search(text)))


def is_first_name(text: str) -> bool:
    """Whether a folded text is a known first name or a short form of one."""
    return text in tables.first_names() or text in tables.diminutives()


def near_first_name(text: str) -> bool:
    """Whether a folded text is a slip away from a usual first name or a short form."""
    return len(text) >= _NEAR and not _ENDING.search(text) and is_near_given(text)


@cache
def _firsts() -> frozenset[str]:
    """The usual first names, and short forms long enough to be told inside a word."""
    usual = {name for name, known in tables.first_names().items() if known.often >= _OFTEN}
    return frozenset(name for name in usual | set(tables.diminutives()) if len(name) >= _SHORTEST)


@cache
def _fathers() -> frozenset[str]:
    return frozenset(tables.patronymics())


@cache
def _longest() -> int:
    return max(map(len, _firsts()))
