"""Whole names: part against part, and parts that stand in each other's place."""

from enum import IntEnum

import numpy as np

from matching.core.book import Index, Mask
from matching.core.plain import Same, same
from matching.core.plan import Compared, Levels
from matching.dealer.card_kinds import PARTS
from matching.dealer.encode import FEMALE, MALE, Cards
from matching.dealer.names import Part, part_levels

_LAST, _FIRST, _PATRONYMIC = PARTS
# What stands as surname, first name and patronymic on the other card; the likeliest first.
_ORDERS = (
    (_FIRST, _LAST, _PATRONYMIC),
    (_LAST, _PATRONYMIC, _FIRST),
    (_PATRONYMIC, _FIRST, _LAST),
    (_FIRST, _PATRONYMIC, _LAST),
    (_PATRONYMIC, _LAST, _FIRST),
)


# A woman keeps her first name; without one there is nothing to know her by.
_AGREEING = (Part.EQUAL, Part.TRANSLIT, Part.INITIAL, Part.DIMINUTIVE, Part.TYPO)


class Order(IntEnum):
    """Whether the parts of the name stand in each other's place."""

    STRAIGHT = 1
    SWAPPED = 2


def compare_names(cards: Cards, left: Index, right: Index) -> Compared:
    """The levels of the parts of the name, of their order, and of the gender.

    Parts in each other's place are told as the one card has them that comes first by content,
    so that the numbers of the cards do not matter.
    """
    later = cards.content[left] > cards.content[right]
    left, right = np.where(later, right, left), np.where(later, left, right)
    levels = {part: _part(cards, part, part, left, right) for part in PARTS}
    order = np.full(len(left), Order.STRAIGHT, dtype=np.uint8)
    conflict = [levels[part] == Part.DIFFERENT for part in PARTS]
    odd = np.flatnonzero(conflict[0] | conflict[1] | conflict[2])
    odd = odd[_crossed(cards, left[odd], right[odd])]
    for places in _ORDERS:
        turned = {
            part: _part(cards, part, other, left[odd], right[odd])
            for part, other in zip(PARTS, places, strict=True)
        }
        fits = _fits(turned)
        for part in PARTS:
            levels[part][odd[fits]] = turned[part][fits]
        order[odd[fits]] = Order.SWAPPED
        odd = odd[~fits]
    gender = same(cards.gender[left], cards.gender[right])
    _part_names_of_couples(cards, levels, gender, left, right)
    married = np.isin(levels["first"], _AGREEING) & _may_marry(cards, left, right)
    levels["last"][married & (levels["last"] == Part.DIFFERENT)] = Part.MARRIED
    return levels | {"order": order, "gender": gender}


def _part_names_of_couples(
    cards: Cards, levels: Compared, gender: Levels, left: Index, right: Index
) -> None:
    """Tells Александр from Александра: of other genders they are two names, not a misprint."""
    soft, first = cards.names.soft, cards.parts["first"]
    unlike = soft[first[left]] != soft[first[right]]
    slip = (levels["first"] == Part.TYPO) & unlike
    levels["first"][slip & (gender == Same.DIFFERENT)] = Part.DIFFERENT


def _part(cards: Cards, part: str, other: str, left: Index, right: Index) -> Levels:
    return part_levels(
        cards.names,
        cards.parts[part][left],
        cards.parts[other][right],
        cards.counts[part],
        part=part if part == other else "",
    )


def _may_marry(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether the cards may be one woman's under two surnames."""
    one, other = cards.gender[left], cards.gender[right]
    woman: Mask = np.maximum(one, other) == FEMALE
    man: Mask = (one == MALE) | (other == MALE)
    return woman & ~man


def _crossed(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether any part of one name stands in another place of the other."""
    latin = cards.names.latin
    found = np.zeros(len(left), dtype=np.bool_)
    for part in PARTS:
        one = latin[cards.parts[part][left]]
        for other in PARTS:
            if other != part:
                found |= (one == latin[cards.parts[other][right]]) & (one != 0)
    return found


def _fits(levels: Compared) -> Mask:
    """Whether in this order at least two parts agree and none contradicts."""
    parts = np.stack([levels[part] for part in PARTS])
    whole = (Part.EQUAL, Part.TRANSLIT, Part.TYPO, Part.DIMINUTIVE)
    fits: Mask = (np.isin(parts, whole).sum(axis=0) > 1) & (parts != Part.DIFFERENT).all(axis=0)
    return fits
