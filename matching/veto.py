"""Contradictions: pairs that cannot be one client, whatever else agrees."""

from matching.book import Index, Mask
from matching.compare import Birth, Compared, Same, births, compare_names, same
from matching.encode import Cards
from matching.names import Part


def vetoed(levels: Compared) -> Mask:
    """Whether a trusted field contradicts.

    Another ИНН, another date of birth beyond a slip, another first name or patronymic, another
    gender. Fathers and sons, spouses and new owners of a car all fall to one of these.
    """
    veto: Mask = (
        (levels["inn"] == Same.DIFFERENT)
        | (levels["birth"] == Birth.DIFFERENT)
        | (levels["first"] == Part.DIFFERENT)
        | (levels["patronymic"] == Part.DIFFERENT)
        | (levels["gender"] == Same.DIFFERENT)
    )
    return veto


def contradict(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether the cards of each pair of positions contradict each other."""
    levels = compare_names(cards, left, right)
    levels["inn"] = same(cards.inn[left], cards.inn[right])
    levels["birth"] = births(cards.birth[left], cards.birth[right])
    other: Mask = cards.person[left] != cards.person[right]
    return vetoed(levels) | other
