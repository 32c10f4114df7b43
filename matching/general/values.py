"""Columns of single values: parts of names, identifiers, contacts, texts, categories, vehicles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from matching.core.book import Book, Codes, Floats, Index, Mask, book_of, distinct_pairs
from matching.core.content import content
from matching.core.frequency import rarity
from matching.core.plan import Field, Levels
from matching.core.slips import slips
from matching.dealer.vehicles import folded
from matching.general.keys import Atom
from matching.general.kinds import LIKENESS, Kind, Likeness

# How alike two spellings of one name or text are at least, by Jaro and Winkler.
_CLOSE = 0.88
_WORDED = (Kind.NAME_PART, Kind.TEXT)
_TELLING = (Kind.IDENTIFIER, Kind.CONTACT, Kind.VEHICLE)
_EDGE = 3
# What no record has is rare, or misspelt.
_UNKNOWN = 1e-4


@dataclass(frozen=True, slots=True)
class Values:
    """One value per record, as codes of a book that fields of one kind may share.

    ``rare`` is for each code the logarithm of the share of strangers that have it.
    """

    field: Field
    kind: Kind
    book: Book
    codes: Codes
    rare: Floats

    def compare(self, left: Index, right: Index) -> Levels:
        """The level of each pair of positions."""
        return self.between(self.codes[left], self.codes[right])

    def between(self, a: Codes, b: Codes) -> Levels:
        """The level of each pair of codes of the book."""
        levels = np.full(len(a), Likeness.DIFFERENT, dtype=np.uint8)
        levels[(a == 0) | (b == 0)] = Likeness.MISSING
        levels[(a == b) & (a != 0)] = Likeness.EQUAL
        rest = np.flatnonzero(levels == Likeness.DIFFERENT)
        if len(rest):
            low, high, where = distinct_pairs(a[rest], b[rest])
            levels[rest] = self._unequal(low, high)[where]
        return levels

    def rarity(self, levels: Levels, left: Index, right: Index) -> Floats:
        """How frequent the value is that agrees, as a logarithm; 0 where none does."""
        a, b = self.rare[self.codes[left]], self.rare[self.codes[right]]
        return np.where(np.isin(levels, self.field.keyed), np.maximum(a, b), 0.0)

    def atoms(self) -> tuple[Atom, ...]:
        """The values, and their beginnings and ends."""
        owners = np.flatnonzero(self.codes)
        name, codes, texts = self.field.name, self.codes[owners], self.book.texts
        exact = Atom(name, owners, content(texts)[codes], telling=self.kind in _TELLING)
        return (
            exact,
            Atom(f"beginning of {name}", owners, content([t[:_EDGE] for t in texts])[codes]),
            Atom(f"end of {name}", owners, content([t[-_EDGE:] for t in texts])[codes]),
        )

    def _unequal(self, a: Codes, b: Codes) -> Levels:
        left = [self.book.texts[code] for code in a.tolist()]
        right = [self.book.texts[code] for code in b.tolist()]
        levels = np.full(len(a), Likeness.DIFFERENT, dtype=np.uint8)
        if self.kind is Kind.VEHICLE:
            # One misread letter is no evidence: consecutive serials are sold side by side.
            levels[[folded(x) == folded(y) for x, y in zip(left, right, strict=True)]] = (
                Likeness.TYPO
            )
            return levels
        levels[_begun(left, right)] = Likeness.PARTLY
        if self.kind in _WORDED:
            alike = cpdist(left, right, scorer=JaroWinkler.similarity, score_cutoff=_CLOSE)
            levels[alike >= _CLOSE] = Likeness.CLOSE
        levels[slips(self.book.texts.__getitem__, a, b)] = Likeness.TYPO
        return levels


def values_of(columns: dict[str, pl.Series], kind: Kind) -> list[Values]:
    """The columns of fields of one kind that may stand in each other's place."""
    if not columns:
        return []
    book = book_of(*columns.values())
    own = np.arange(len(book), dtype=np.int32)
    found = []
    for name, column in columns.items():
        codes = book.codes(column)
        frequency = rarity(own, codes, np.full(len(book), _UNKNOWN))
        field = Field(name, Likeness, LIKENESS, keyed=(Likeness.EQUAL, Likeness.TYPO), sampled=True)
        found.append(Values(field, kind, book, codes, frequency))
    return found


def _begun(left: Sequence[str], right: Sequence[str]) -> Mask:
    """Whether one text begins the other, or both begin with one word."""
    found = [
        a.startswith(b) or b.startswith(a) or a.split(" ", 1)[0] == b.split(" ", 1)[0]
        for a, b in zip(left, right, strict=True)
    ]
    return np.array(found, dtype=np.bool_)
