"""Pairs of cards, field by field: each field gives a level, 0 = nothing to compare."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from matching.core.book import Codes, Floats, Index, distinct_pairs
from matching.core.plain import Same, same
from matching.core.plan import Compared, Levels
from matching.core.slips import slips
from matching.dealer.card_kinds import PARTS
from matching.dealer.contacts import Contact
from matching.dealer.encode import Cards
from matching.dealer.firms import is_misprint
from matching.dealer.full_name import Order, compare_names
from matching.dealer.names import KEYED, Part
from matching.dealer.statistics import NO_DATE


class Firm(IntEnum):
    """How two company names agree."""

    MISSING = 0
    EQUAL = 1
    TRANSLIT = 2
    TYPO = 3
    PARTLY = 4
    DIFFERENT = 5


class Birth(IntEnum):
    """How two dates of birth agree."""

    MISSING = 0
    EQUAL = 1
    TYPO = 2
    PARTLY = 3
    DIFFERENT = 4


class Place(IntEnum):
    """How far two addresses agree."""

    MISSING = 0
    HOUSE = 1
    STREET = 2
    CITY = 3
    OTHER_STREET = 4
    OTHER_CITY = 5


_CONTAINED = 95


def compare_persons(cards: Cards, left: Index, right: Index) -> Compared:
    """The level of every field of persons for each pair of positions."""
    levels = compare_names(cards, left, right) | _shared(cards, left, right)
    levels["birth"] = births(cards.birth[left], cards.birth[right])
    # A surname alone, or with an initial, does not tell which of the family carries the phone.
    nameless = np.isin(levels["first"], (Part.MISSING, Part.INITIAL))
    for contact in ("phone", "email"):
        levels[contact][nameless & (levels[contact] == Contact.SAME)] = Contact.UNTOLD
    return levels


def compare_companies(cards: Cards, left: Index, right: Index) -> Compared:
    """The level of every field of companies for each pair of positions."""
    named = {
        "company": company_levels(cards, left, right),
        "form": same(cards.form[left], cards.form[right]),
    }
    return named | _shared(cards, left, right)


def _shared(cards: Cards, left: Index, right: Index) -> Compared:
    """The levels of what persons and companies have alike."""
    return {
        "inn": same(cards.inn[left], cards.inn[right]),
        "phone": cards.phones.compare(left, right),
        "email": cards.emails.compare(left, right),
        "address": places(cards, left, right),
        "car": cards.timelines.compare(left, right),
    }


def company_levels(cards: Cards, left: Index, right: Index) -> Levels:
    """The levels of the companies' names for each pair of positions."""
    a, b = cards.company[left], cards.company[right]
    levels = np.full(len(a), Firm.DIFFERENT, dtype=np.uint8)
    levels[(a == 0) | (b == 0)] = Firm.MISSING
    levels[(a == b) & (a != 0)] = Firm.EQUAL
    rest = np.flatnonzero(levels == Firm.DIFFERENT)
    low, high, where = distinct_pairs(a[rest], b[rest])
    levels[rest] = _unequal_companies(cards, low, high)[where]
    return levels


def _unequal_companies(cards: Cards, a: Codes, b: Codes) -> Levels:
    levels = np.full(len(a), Firm.DIFFERENT, dtype=np.uint8)
    if not len(a):
        return levels
    texts = cards.firms.latins
    one, other = cards.firms.latin[a], cards.firms.latin[b]
    left = [texts[code] for code in one.tolist()]
    right = [texts[code] for code in other.tolist()]
    # One's words are among the other's: «Ромашка» and «Ромашка Сервис» may be two companies.
    contained = cpdist(left, right, scorer=fuzz.token_set_ratio, score_cutoff=_CONTAINED)
    levels[contained >= _CONTAINED] = Firm.PARTLY
    typed, words = cards.firms.book.texts, cards.firms.words
    for place in np.flatnonzero(slips(texts.__getitem__, one, other)).tolist():
        if is_misprint(typed[a[place]], typed[b[place]], words):
            levels[place] = Firm.TYPO
    levels[one == other] = Firm.TRANSLIT
    return levels


def births(a: Codes, b: Codes) -> Levels:
    """The levels of pairs of birth dates, given as days since 1970."""
    levels = np.zeros(len(a), dtype=np.uint8)
    known = (a != NO_DATE) & (b != NO_DATE)
    levels[known] = Birth.EQUAL
    unlike = np.flatnonzero(known & (a != b))
    levels[unlike] = _unlike_births(a[unlike], b[unlike])
    return levels


def _unlike_births(a: Codes, b: Codes) -> Levels:
    levels = np.full(len(a), Birth.DIFFERENT, dtype=np.uint8)
    left, right = _digits(a), _digits(b)
    parts = ((0, 4), (4, 6), (6, 8))
    alike = sum((left[:, i:j] == right[:, i:j]).all(axis=1).astype(np.int8) for i, j in parts)
    levels[np.asarray(alike) == 2] = Birth.PARTLY  # noqa: PLR2004 - two of day, month and year
    turned = np.roll(right[:, 4:], 2, axis=1)
    mirrored = (left[:, :4] == right[:, :4]).all(axis=1) & (left[:, 4:] == turned).all(axis=1)
    levels[mirrored | ((left != right).sum(axis=1) == 1)] = Birth.TYPO
    return levels


def _digits(days: Codes) -> NDArray[np.int8]:
    """The digits YYYYMMDD of each date, a row each."""
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]").astype(np.int64)
    day = (dates - dates.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1
    number = (1970 + months // 12) * 10_000 + (months % 12 + 1) * 100 + day
    digits: NDArray[np.int8] = (number[:, None] // 10 ** np.arange(7, -1, -1) % 10).astype(np.int8)
    return digits


def places(cards: Cards, left: Index, right: Index) -> Levels:
    """How far the addresses of each pair of positions agree."""
    city = same(cards.city[left], cards.city[right])
    street = same(cards.street[left], cards.street[right])
    house = same(cards.house[left], cards.house[right])
    levels = np.choose(city, (Place.MISSING, Place.CITY, Place.OTHER_CITY)).astype(np.uint8)
    one_town = city != Same.DIFFERENT
    levels[one_town & (street == Same.DIFFERENT)] = Place.OTHER_STREET
    levels[one_town & (street == Same.EQUAL)] = Place.STREET
    levels[one_town & (house == Same.EQUAL)] = Place.HOUSE
    return levels


def name_rarities(cards: Cards, compared: Compared, left: Index, right: Index) -> dict[str, Floats]:
    """How rare the agreeing names are: logarithms of frequencies, 0 where none agrees."""
    swapped = np.flatnonzero(compared["order"] == Order.SWAPPED)
    found = {}
    for part in PARTS:
        a, b = cards.parts[part][left], cards.parts[part][right]
        known = np.isin(compared[part], KEYED)
        rarity = cards.rarity[part]
        value = np.maximum(rarity[a], rarity[b])
        # Swapped: in the true field's frequencies the name is a usual one, take those.
        a, b = a[swapped], b[swapped]
        crossed = [np.maximum(rare[a], rare[b]) for rare in cards.rarity.values()]
        value[swapped] = np.max(crossed, axis=0)
        found[part] = np.where(known, value, 0.0)
    return {"surname": found["last"], "given": found["first"] + found["patronymic"]}


def company_rarities(
    cards: Cards, compared: Compared, left: Index, right: Index
) -> dict[str, Floats]:
    """How rare the agreeing companies' names are."""
    a, b = cards.company[left], cards.company[right]
    known = np.isin(compared["company"], (Firm.EQUAL, Firm.TRANSLIT, Firm.TYPO))
    value = np.maximum(cards.company_rarity[a], cards.company_rarity[b])
    return {"surname": np.where(known, value, 0.0)}
