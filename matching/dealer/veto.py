"""Contradictions: pairs that cannot be one client, whatever else agrees."""

import numpy as np

from matching.core.book import Index, Mask
from matching.core.plain import Same, same
from matching.core.plan import Compared
from matching.dealer.compare import Birth, births
from matching.dealer.encode import Cards
from matching.dealer.full_name import compare_names
from matching.dealer.names import Part


def of_persons(levels: Compared) -> dict[str, Mask]:
    """For each trusted field the pairs that it contradicts in.

    Another ИНН, another date of birth beyond a slip, another first name or patronymic, another
    gender. Fathers and sons, spouses and new owners of a car all fall to one of these.
    """
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


def of_companies(levels: Compared) -> dict[str, Mask]:
    """Another ИНН is another company."""
    return {"inn": levels["inn"] == Same.DIFFERENT}


def contradict(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether the cards of each pair of positions contradict each other."""
    levels = compare_names(cards, left, right)
    levels["inn"] = same(cards.inn[left], cards.inn[right])
    levels["birth"] = births(cards.birth[left], cards.birth[right])
    persons = cards.person[left] & cards.person[right]
    for found in of_persons(levels).values():
        persons = persons & ~found
    firms = cards.firm[left] & cards.firm[right]
    for found in of_companies(levels).values():
        firms = firms & ~found
    contradicts: Mask = ~(persons | firms)
    return contradicts
