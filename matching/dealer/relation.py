"""What two cards are to each other when they are not one client, as far as the fields tell."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Codes, Index, Mask
from matching.core.plain import Same
from matching.core.plan import Compared
from matching.dealer.compare import Place
from matching.dealer.contacts import Contact
from matching.dealer.encode import Cards
from matching.dealer.names import Part
from matching.dealer.timeline import Car


class Relation(StrEnum):
    """Two cards of one client, or what else they may be."""

    SAME = "same"
    SPOUSE = "spouse"
    PARENT_CHILD = "parent_child"
    FORMER_OWNER = "former_owner"
    DRIVER = "driver"
    NAMESAKE = "namesake"
    SHARED_CONTACT = "shared_contact"


# A generation, and how far apart spouses are born at most, in days; a guess needs no more.
_GENERATION, _COUPLE = 16 * 365, 15 * 365
_ROOT = 4


def of_persons(
    cards: Cards, levels: Compared, left: Index, right: Index, same: Mask
) -> NDArray[np.str_]:
    """What two persons are; ``same`` marks those that are likelier one client than not."""
    kin = np.isin(levels["last"], (Part.EQUAL, Part.TRANSLIT, Part.GENDER, Part.PARTLY))
    contact = _contact(levels)
    apart = _apart(cards, left, right)
    found = np.full(len(left), Relation.SHARED_CONTACT, dtype="<U16")
    named = kin & np.isin(levels["first"], (Part.EQUAL, Part.TRANSLIT))
    found[named & ~contact] = Relation.NAMESAKE
    met = np.isin(levels["car"], (Car.RESOLD, Car.SUCCESSION))
    found[met & ~contact] = Relation.FORMER_OWNER
    couple = kin & (levels["gender"] == Same.DIFFERENT) & (apart < _COUPLE)
    found[couple & (contact | (levels["car"] == Car.SAME))] = Relation.SPOUSE
    child = kin & (_fathered(cards, left, right) | (contact & (apart >= _GENERATION)))
    found[child & (levels["first"] == Part.DIFFERENT)] = Relation.PARENT_CHILD
    found[same] = Relation.SAME
    return found


def of_companies(levels: Compared, same: Mask) -> NDArray[np.str_]:
    """What two companies are; ``same`` marks those that are likelier one client than not."""
    found = np.full(len(same), Relation.SHARED_CONTACT, dtype="<U16")
    met = np.isin(levels["car"], (Car.RESOLD, Car.SUCCESSION))
    found[met & ~_contact(levels)] = Relation.FORMER_OWNER
    found[same] = Relation.SAME
    return found


def _contact(levels: Compared) -> Mask:
    shared = (Contact.SAME, Contact.FAMILY, Contact.UNTOLD)
    contact: Mask = (
        np.isin(levels["phone"], shared)
        | np.isin(levels["email"], shared)
        | (levels["address"] == Place.HOUSE)
    )
    return contact


def _apart(cards: Cards, left: Index, right: Index) -> Index:
    """Days between the births, 0 where one is unknown."""
    a, b = cards.birth[left].astype(np.int64), cards.birth[right].astype(np.int64)
    known = np.minimum(a, b) > -_GENERATION * 100
    return np.where(known, np.abs(a - b), 0)


def _fathered(cards: Cards, left: Index, right: Index) -> Mask:
    """Whether one's patronymic comes from the other's first name (Иван, Иванович)."""
    first, patronymic = cards.parts["first"], cards.parts["patronymic"]
    roots = _roots(cards)
    son: Mask = _meets(roots, first[left], patronymic[right]) | _meets(
        roots, first[right], patronymic[left]
    )
    return son


def _roots(cards: Cards) -> Codes:
    """A code for the beginning of each name, 0 if it is too short to tell."""
    latins = [cards.names.latins.texts[code][:_ROOT] for code in cards.names.latin]
    _, codes = np.unique(
        [text if len(text) == _ROOT else "" for text in latins], return_inverse=True
    )
    return codes.astype(np.int32)


def _meets(roots: Codes, first: Codes, patronymic: Codes) -> Mask:
    found: Mask = (roots[first] == roots[patronymic]) & (roots[first] != 0)
    return found
