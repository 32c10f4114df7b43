"""A dealer's persons and companies as the engine sees them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Floats, Index, Mask
from matching.core.frequency import agreement
from matching.core.key import Key
from matching.core.plain import same
from matching.core.plan import Compared, Plan
from matching.core.records import Records
from matching.dealer.compare import (
    births,
    company_rarities,
    compare_companies,
    compare_persons,
    name_rarities,
    places,
)
from matching.dealer.encode import Cards
from matching.dealer.keys import company_keys, person_keys
from matching.dealer.plans import COMPANIES, PERSONS
from matching.dealer.relation import of_companies, of_persons


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons among the cards."""

    cards: Cards
    plan: Plan = PERSONS

    @property
    def members(self) -> Index:
        """The positions of the persons."""
        return _by_content(self.cards, self.cards.person)

    def keys(self) -> Iterator[Key]:
        """The keys of persons."""
        return person_keys(self.cards)

    def compare(self, left: Index, right: Index) -> Compared:
        """The level of every field of persons."""
        return compare_persons(self.cards, left, right)

    def sampled(self, left: Index, right: Index) -> Compared:
        """The levels of birth and address."""
        return {
            "birth": births(self.cards.birth[left], self.cards.birth[right]),
            "address": places(self.cards, left, right),
        }

    def rarities(self, levels: Compared, left: Index, right: Index) -> dict[str, Floats]:
        """How rare the agreeing names are."""
        return name_rarities(self.cards, levels, left, right)

    def usual(self) -> dict[str, float]:
        """How often two strangers share a first name, and a patronymic."""
        parts = ("first", "patronymic")
        return {part: agreement(self.cards.rarity[part], self.cards.parts[part]) for part in parts}

    def relations(
        self, levels: Compared, left: Index, right: Index, same: Mask
    ) -> NDArray[np.str_]:
        """What two persons are to each other."""
        return of_persons(self.cards, levels, left, right, same)


@dataclass(frozen=True, slots=True)
class Companies:
    """The companies among the cards."""

    cards: Cards
    plan: Plan = COMPANIES

    @property
    def members(self) -> Index:
        """The positions of the companies."""
        return _by_content(self.cards, self.cards.firm)

    def keys(self) -> Iterator[Key]:
        """The keys of companies."""
        return company_keys(self.cards)

    def compare(self, left: Index, right: Index) -> Compared:
        """The level of every field of companies."""
        return compare_companies(self.cards, left, right)

    def sampled(self, left: Index, right: Index) -> Compared:
        """The levels of legal form and address."""
        return {
            "form": same(self.cards.form[left], self.cards.form[right]),
            "address": places(self.cards, left, right),
        }

    def rarities(self, levels: Compared, left: Index, right: Index) -> dict[str, Floats]:
        """How rare the agreeing names are."""
        return company_rarities(self.cards, levels, left, right)

    def usual(self) -> dict[str, float]:
        """Nothing of a company is shared by chance."""
        return {}

    def relations(  # as every kind of record is asked
        self,
        levels: Compared,
        left: Index,  # noqa: ARG002
        right: Index,  # noqa: ARG002
        same: Mask,
    ) -> NDArray[np.str_]:
        """What two companies are to each other."""
        return of_companies(levels, same)


def _by_content(cards: Cards, mine: Mask) -> Index:
    """The positions of some of the cards, in an order that is not that of their numbers."""
    members = np.flatnonzero(mine)
    return members[np.argsort(cards.content[members], kind="stable")]


def kinds_of(cards: Cards) -> tuple[Records, Records]:
    """The persons and the companies among the cards."""
    return Persons(cards), Companies(cards)
