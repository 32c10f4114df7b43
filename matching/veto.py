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
    other_gender = levels["gender"] == Same.DIFFERENT
    # One and the same first name has one gender; the field of the gender is what is wrong.
    one_name = np.isin(levels["first"], (Part.EQUAL, Part.TRANSLIT))
    veto: Mask = (
        (levels["inn"] == Same.DIFFERENT)
        | (levels["birth"] == Birth.DIFFERENT)
        | (levels["first"] == Part.DIFFERENT)
        | (levels["patronymic"] == Part.DIFFERENT)
        | (other_gender & ~one_name)
    )
    return veto


def contradict(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether the cards of each pair of positions contradict each other."""
    levels = compare_names(cards, left, right)
    levels["inn"] = same(cards.inn[left], cards.inn[right])
    levels["birth"] = births(cards.birth[left], cards.birth[right])
    other: Mask = cards.person[left] != cards.person[right]
    return vetoed(levels) | other
