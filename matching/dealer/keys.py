"""The blocking keys: what two cards of one client are bound to share one of."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from matching.core.content import Hashes, hashes_of
from matching.core.key import Key, Maker, hashed, joined, owners_of
from matching.dealer.encode import Cards
from matching.dealer.statistics import NO_DATE

_BACK = 5

EVIDENCE = {
    "phone": "phone",
    "phone front and surname": "phone",
    "phone front and name": "phone",
    "phone back and surname": "phone",
    "phone back and name": "phone",
    "e-mail": "e-mail",
    "mailbox": "e-mail",
    "car": "car",
    "inn": "inn",
    "full name": "name",
    "surname and name": "name",
    "name skeleton": "name",
    "surname and initials": "name",
    "surname and initial": "name",
    "first name and patronymic": "name",
    "company": "name",
    "company skeleton": "name",
    "birth date and initial": "birth",
    "birth date and surname": "birth",
    "house": "address",
    "house and surname": "address",
    "house and name": "address",
    "street and name": "address",
}
"""What each key mainly rests on."""
_EPOCH = np.uint64(10**6)
# a car's own id is its hash: blocking takes the upper half of one, in which no two ids meet
_ID, _ONE = np.uint64(32), np.uint64(1)


class _Columns:
    """The columns that the keys are made of."""

    def __init__(self, cards: Cards) -> None:
        names, parts = cards.names.hashes, cards.parts
        last, first, patronymic = (parts[part] for part in ("last", "first", "patronymic"))
        self.last = names["neutral"][last]
        self.latin_last = names["latin"][last]
        self.skeleton = names["skeleton"][last]
        self.latin_first = names["latin"][first]
        self.first = names["canonical"][first]
        self.first_skeleton = names["skeleton"][first]
        self.letter = names["letter"][first]
        self.patronymic = names["latin"][patronymic]
        self.patronymic_letter = names["letter"][patronymic]
        self.birth = np.where(cards.birth == NO_DATE, 0, cards.birth.astype(np.uint64) + _EPOCH)
        self.house, self.street, self.city = cards.house, cards.street, cards.city
        self.company = cards.firms.hashes["latin"][cards.company]
        self.company_skeleton = cards.firms.hashes["skeleton"][cards.company]
        self.inn = cards.inn


def person_keys(cards: Cards) -> Iterator[Key]:
    """The keys of persons, made one by one."""
    c, make = _Columns(cards), Maker(cards.person)
    low, high = np.minimum(c.latin_last, c.latin_first), np.maximum(c.latin_last, c.latin_first)
    name, skeleton, city, birth = (
        hashed(column) for column in (c.letter, c.skeleton, c.city, c.birth)
    )
    full = hashed(c.last, c.first, c.patronymic)
    stems = hashed(c.skeleton, c.first_skeleton, c.patronymic_letter)
    initials = hashed(c.last, c.letter, c.patronymic_letter)
    given = hashed(c.first, c.patronymic)
    yield from _contact_keys(cards, make, (name, skeleton))
    yield from _typo_keys(cards, make, hashed(c.skeleton, c.letter), given)
    yield make.key("inn", hashed(c.inn), (name, skeleton), 20)
    yield make.key("full name", full, (birth,), 20)
    yield make.key("surname and name", hashed(low, high), (hashed(c.patronymic_letter), city), 20)
    yield make.key("name skeleton", stems, (city, birth), 16)
    yield make.key("surname and initials", initials, (city,), 8)
    yield make.key("surname and initial", hashed(c.last, c.letter), (city,), 6)
    yield make.key("first name and patronymic", given, (hashed(c.street),), 6)
    yield make.key("birth date and initial", hashed(c.birth, c.letter), (skeleton,), 20)
    yield make.key("birth date and surname", hashed(c.birth, c.skeleton), (), 20)
    yield make.key("house and surname", hashed(c.house, c.skeleton), (name,), 20)
    yield make.key("house and name", hashed(c.house, c.first), (skeleton,), 20)
    yield make.key("street and name", hashed(c.street, c.skeleton, c.letter), (), 20)


def company_keys(cards: Cards) -> Iterator[Key]:
    """The keys of companies, made one by one."""
    c, make = _Columns(cards), Maker(cards.firm)
    name, inn, city = (hashed(column) for column in (c.company, c.inn, c.city))
    yield from _contact_keys(cards, make, (name,))
    yield make.key("inn", inn, (name,), 20)
    yield make.key("company", name, (inn, city), 20)
    yield make.key("company skeleton", hashed(c.company_skeleton), (inn, city), 16)
    yield make.key("house", hashed(c.house), (name,), 20)


def _contact_keys(cards: Cards, make: Maker, splits: tuple[Hashes, ...]) -> Iterator[Key]:
    phones, emails, cars = cards.phones, cards.emails, cards.timelines.cars
    local = emails.local[emails.bag.values]
    numbers, addresses = phones.hashes[phones.bag.values], emails.hashes[emails.bag.values]
    yield make.bag_key("phone", phones.bag, hashed(numbers), splits=splits, limit=20)
    yield make.bag_key("e-mail", emails.bag, hashed(addresses), splits=splits, limit=20)
    yield make.bag_key("mailbox", emails.bag, hashed(local), splits=splits, limit=8)
    driven = (cards.timelines.vehicles[cars.values].astype(np.uint64) + _ONE) << _ID
    yield make.bag_key("car", cars, driven, splits=splits, limit=20)


def _typo_keys(cards: Cards, make: Maker, surname: Hashes, name: Hashes) -> Iterator[Key]:
    """A phone with a wrong digit keeps its front or its back; a name vouches for the rest."""
    bag, texts = cards.phones.bag, pl.Series(cards.phones.book.texts, dtype=pl.Utf8)
    owners = owners_of(bag)
    halves = {
        "front": hashes_of(texts.str.head(-_BACK)),
        "back": hashes_of(texts.str.tail(_BACK)),
    }
    for side, half in halves.items():
        for part, vouching in (("surname", surname), ("name", name)):
            hashes = joined(hashed(half[bag.values]), vouching[owners])
            yield make.bag_key(f"phone {side} and {part}", bag, hashes, splits=(), limit=8)
