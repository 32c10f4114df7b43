"""Contradictions: pairs that cannot be one client, whatever else agrees."""

import numpy as np

from matching.book import Index, Mask
from matching.compare import Birth, births
from matching.encode import Cards
from matching.full_name import Compared, compare_names
from matching.names import Part
from matching.plain import Same, same


def vetoed(levels: Compared) -> Mask:
    """Whether a trusted field contradicts.

    Another ИНН, another date of birth beyond a slip, another first name or patronymic, another
    gender. Fathers and sons, spouses and new owners of a car all fall to one of these.
    """
    veto = np.zeros(len(levels["first"]), dtype=np.bool_)
    for contradicts in _by_field(levels).values():
        veto |= contradicts
    return veto


def contradictions(levels: Compared) -> tuple[str, ...]:
    """The fields that contradict in the first of the pairs."""
    return tuple(field for field, contradicts in _by_field(levels).items() if contradicts[0])


def _by_field(levels: Compared) -> dict[str, Mask]:
    """For each trusted field the pairs that it contradicts in."""
    other_gender = levels["gender"] == Same.DIFFERENT
    # One and the same first name has one gender; the field of the gender is what is wrong.
    one_name = np.isin(levels["first"], (Part.EQUAL, Part.TRANSLIT, Part.TYPO))
    return {
        "inn": levels["inn"] == Same.DIFFERENT,
        "birth": levels["birth"] == Birth.DIFFERENT,
        "first": levels["first"] == Part.DIFFERENT,
        "patronymic": levels["patronymic"] == Part.DIFFERENT,
        "gender": other_gender & ~one_name,
    }


def contradict(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether the cards of each pair of positions contradict each other."""
    levels = compare_names(cards, left, right)
    levels["inn"] = same(cards.inn[left], cards.inn[right])
    levels["birth"] = births(cards.birth[left], cards.birth[right])
    other: Mask = cards.person[left] != cards.person[right]
    return vetoed(levels) | other
