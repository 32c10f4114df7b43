"""Phones and e-mails: how two cards agree in them, and how many people share each."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.book import (
    Bag,
    Book,
    Codes,
    Index,
    Mask,
    bag_of,
    book_of,
    distinct_pairs,
    numbered,
)
from matching.core.plan import Levels
from matching.core.slips import slips

Digits: TypeAlias = NDArray[np.uint8]


class Contact(IntEnum):
    """How two cards agree in a phone or an e-mail."""

    MISSING = 0
    SAME = 1
    FAMILY = 2
    CROWD = 3
    TYPO = 4
    LOCAL = 5
    DIFFERENT = 6


# People (by surname and initial) who carry a value: one family, or more than one family has.
_FAMILY, _CROWD = 2, 4
_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Contacts:
    """The values of one kind (phones or e-mails) of each card."""

    bag: Bag
    book: Book
    people: Codes
    local: Codes
    digits: Digits

    def compare(self, left: Index, right: Index) -> Levels:
        """The best level among the values of each pair of cards."""
        best = np.full(len(left), 255, dtype=np.uint8)
        pair, i, j = self.bag.cross(left, right)
        a, b = self.bag.values[i], self.bag.values[j]
        np.minimum.at(best, pair, self._levels(a, b))
        best[best == 255] = Contact.MISSING  # noqa: PLR2004 - the mark set above
        return best

    def _levels(self, a: Codes, b: Codes) -> Levels:
        levels = np.full(len(a), Contact.DIFFERENT, dtype=np.uint8)
        people = self.people[a]
        same = a == b
        levels[same] = Contact.SAME
        levels[same & (people >= _FAMILY)] = Contact.FAMILY
        levels[same & (people > _CROWD)] = Contact.CROWD
        rest = np.flatnonzero(~same)
        levels[rest[self._near(a[rest], b[rest])]] = Contact.TYPO
        local = (levels == Contact.DIFFERENT) & (self.local[a] != 0)
        levels[local & (self.local[a] == self.local[b])] = Contact.LOCAL
        return levels

    def _near(self, a: Codes, b: Codes) -> Mask:
        if len(self.digits):
            return _one_digit_off(self.digits[a], self.digits[b])
        low, high, where = distinct_pairs(a, b)
        return slips(self.book.texts.__getitem__, low, high)[where]


def _one_digit_off(a: Digits, b: Digits) -> Mask:
    """Whether the numbers differ by one wrong digit or by two neighbours in swapped order."""
    wrong = a != b
    count = wrong.sum(axis=1)
    swapped = (
        wrong[:, 1:] & wrong[:, :-1] & (a[:, 1:] == b[:, :-1]) & (a[:, :-1] == b[:, 1:])
    ).any(axis=1)
    off: Mask = (count == 1) | ((count == 2) & swapped)  # noqa: PLR2004 - a swap makes two
    return off


def phones(frame: pl.DataFrame, person: Codes, size: int) -> Contacts:
    """Phones from (owner, value); ``person`` is the code of each card's surname and initial."""
    book, bag, people = _basics(frame, person, size)
    digits = np.zeros((len(book), _WIDTH), dtype=np.uint8)
    for code, text in enumerate(book.texts):
        digits[code, : len(text)] = np.frombuffer(text.encode("ascii", "replace"), np.uint8)[
            :_WIDTH
        ]
    return Contacts(bag, book, people, np.zeros(len(book), dtype=np.int32), digits)


def emails(frame: pl.DataFrame, person: Codes, size: int) -> Contacts:
    """E-mails from (owner, value)."""
    book, bag, people = _basics(frame, person, size)
    local, _ = numbered(_local(text) for text in book.texts)
    return Contacts(bag, book, people, local, np.zeros((0, _WIDTH), dtype=np.uint8))


# Short or general mailbox names («info», «mail») say nothing without their domain.
_TELLING = 6


def _local(email: str) -> str:
    local = email.partition("@")[0]
    return local if len(local) >= _TELLING else ""


def _basics(frame: pl.DataFrame, person: Codes, size: int) -> tuple[Book, Bag, Codes]:
    frame = frame.filter(pl.col("value") != "").unique().sort("owner", "value")
    book = book_of(frame["value"])
    values = book.codes(frame["value"])
    owners = frame["owner"].to_numpy().astype(np.int64)
    carried = pl.DataFrame({"value": values, "person": person[owners]}).filter(
        pl.col("person") != 0
    )
    counts = carried.group_by("value").agg(pl.col("person").n_unique().alias("people"))
    people = np.ones(len(book), dtype=np.int32)
    people[counts["value"].to_numpy()] = counts["people"].to_numpy()
    return book, bag_of(owners, values, size), people
