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
    coded,
    distinct_pairs,
    stretches,
)
from matching.core.content import Hashes, content
from matching.core.plan import Levels
from matching.core.slips import slips
from matching.core.tally import Tally

Digits: TypeAlias = NDArray[np.uint8]


class Contact(IntEnum):
    """How two cards agree in a phone or an e-mail; untold: they do not tell whose of a family."""

    MISSING = 0
    SAME = 1
    FAMILY = 2
    CROWD = 3
    TYPO = 4
    LOCAL = 5
    DIFFERENT = 6
    UNTOLD = 7


# People (by surname and initial) who carry a value: one family, or more than one family has.
_FAMILY, _CROWD = 2, 4
_WIDTH = 16
# Pairs of values compared in one go: some 50 MB.
_CROSSED = 500_000


@dataclass(frozen=True, slots=True)
class Contacts:
    """The values of one kind (phones or e-mails) of each card; ``hashes`` are those of the book."""

    bag: Bag
    book: Book
    hashes: Hashes
    people: Codes
    local: Hashes
    digits: Digits

    def compare(self, left: Index, right: Index) -> Levels:
        """The best level among the values of each pair of cards."""
        both = (self.bag.sizes(left) > 0) & (self.bag.sizes(right) > 0)
        best = np.where(both, Contact.DIFFERENT, Contact.MISSING).astype(np.uint8)
        pair, i, _ = self.bag.shared(left, right)
        np.minimum.at(best, pair, crowd(self.people[self.bag.values[i]]))
        rest = np.flatnonzero(best == Contact.DIFFERENT)
        crossed = self.bag.sizes(left[rest]) * self.bag.sizes(right[rest])
        for part in stretches(crossed, _CROSSED):
            pair, i, j = self.bag.cross(left[rest[part]], right[rest[part]])
            found = self._unlike(self.bag.values[i], self.bag.values[j])
            np.minimum.at(best, rest[part][pair], found)
        return best

    def _unlike(self, a: Codes, b: Codes) -> Levels:
        """The level of each pair of values that are not the same."""
        levels = np.full(len(a), Contact.DIFFERENT, dtype=np.uint8)
        levels[self._near(a, b)] = Contact.TYPO
        local = (levels == Contact.DIFFERENT) & (self.local[a] != 0)
        levels[local & (self.local[a] == self.local[b])] = Contact.LOCAL
        return levels

    def _near(self, a: Codes, b: Codes) -> Mask:
        if len(self.digits):
            return _one_digit_off(self.digits[a], self.digits[b])
        low, high, where = distinct_pairs(a, b)
        near = slips(self.book.texts.__getitem__, low, high)
        # ivanov1 and ivanov2 are neighbours at the mail service, not a misprint
        for place in np.flatnonzero(near).tolist():
            near[place] = self._number(int(low[place])) == self._number(int(high[place]))
        return near[where]

    def _number(self, code: int) -> str:
        return "".join(filter(str.isdigit, self.book.texts[code]))


def _one_digit_off(a: Digits, b: Digits) -> Mask:
    """Whether the numbers differ by one wrong digit or by two neighbours in swapped order."""
    wrong = a != b
    count = wrong.sum(axis=1)
    swapped = (
        wrong[:, 1:] & wrong[:, :-1] & (a[:, 1:] == b[:, :-1]) & (a[:, :-1] == b[:, 1:])
    ).any(axis=1)
    off: Mask = (count == 1) | ((count == 2) & swapped)  # noqa: PLR2004 - a swap makes two
    return off


def phones(frame: pl.DataFrame, carrier: Hashes, people: Tally | None) -> Contacts:
    """Phones from (owner, value).

    ``carrier`` tells who each card is of, by initials; ``people`` how many of them carry each
    value in the whole base, None where the frame is of the whole base.
    """
    book, hashes, bag, carried = _basics(frame, carrier, people)
    ascii_ = [text.encode("ascii", "replace") for text in book.texts]
    digits = np.array(ascii_, dtype=f"S{_WIDTH}").view(np.uint8).reshape(-1, _WIDTH)
    return Contacts(bag, book, hashes, carried, np.zeros(len(book), dtype=np.uint64), digits)


def emails(frame: pl.DataFrame, carrier: Hashes, people: Tally | None) -> Contacts:
    """E-mails from (owner, value), as ``phones``."""
    book, hashes, bag, carried = _basics(frame, carrier, people)
    local = content([_local(text) for text in book.texts])
    return Contacts(bag, book, hashes, carried, local, np.zeros((0, _WIDTH), dtype=np.uint8))


# Short or general mailbox names («info», «mail») say nothing without their domain.
_TELLING = 6


def _local(email: str) -> str:
    local = email.partition("@")[0]
    return local if len(local) >= _TELLING else ""


def _basics(
    frame: pl.DataFrame, carrier: Hashes, people: Tally | None
) -> tuple[Book, Hashes, Bag, Codes]:
    frame = frame.filter(pl.col("value") != "").unique().sort("owner", "value")
    book, values = coded(frame["value"])
    owners = frame["owner"].to_numpy().astype(np.int64)
    hashes = content(book.texts)
    if people is None:
        people = carriers(hashes[values], carrier[owners])
    carried = np.maximum(people.count(hashes), 1).astype(np.int32)
    return book, hashes, bag_of(owners, values, len(carrier)), carried


def carriers(values: Hashes, carrier: Hashes) -> Tally:
    """How many people carry each value; one whose initials are not known does not count."""
    known = np.flatnonzero(carrier)
    carried = pl.DataFrame({"value": values[known], "who": carrier[known]}).unique()
    return Tally.of(carried["value"].to_numpy(), np.ones(carried.height, dtype=np.int64))


def crowd(people: Index | Codes) -> Levels:
    """What so many carriers make of a value: one's own, a family's or a crowd's."""
    levels = np.full(len(people), Contact.SAME, dtype=np.uint8)
    levels[people >= _FAMILY] = Contact.FAMILY
    levels[people > _CROWD] = Contact.CROWD
    return levels
