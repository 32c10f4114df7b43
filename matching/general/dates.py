"""Dates as typed: one that is in no calendar keeps its digits, since a slip may have made it."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.book import Book, Codes, Floats, Index, Mask, book_of
from matching.core.content import content
from matching.core.frequency import rarity
from matching.core.plan import Field, Levels
from matching.general.keys import Atom
from matching.general.kinds import DATE, Date, Kind

_YEAR, _MONTH, _DAY = slice(0, 4), slice(4, 6), slice(6, 8)
_LENGTH = 8
# A given day of some eighty years.
_UNKNOWN = 1 / 30_000

Digits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Dates:
    """One date per record as eight digits YYYYMMDD, a row of ``digits`` for each code."""

    field: Field
    book: Book
    codes: Codes
    rare: Floats
    digits: Digits
    kind: Kind = Kind.DATE

    def compare(self, left: Index, right: Index) -> Levels:
        """The level of each pair of positions."""
        a, b = self.codes[left], self.codes[right]
        one, other = self.digits[a], self.digits[b]
        same = [_equal(one, other, part, part) for part in (_YEAR, _MONTH, _DAY)]
        levels = np.full(len(left), Date.DIFFERENT, dtype=np.uint8)
        levels[same[0]] = Date.YEAR
        levels[np.sum(same, axis=0) == 2] = Date.TWO_PARTS  # noqa: PLR2004 - of three
        turned = _equal(one, other, _MONTH, _DAY) & _equal(one, other, _DAY, _MONTH)
        levels[_slip(one, other) | (same[0] & turned)] = Date.TYPO
        levels[a == b] = Date.EQUAL
        levels[(a == 0) | (b == 0)] = Date.MISSING
        return levels

    def rarity(self, levels: Levels, left: Index, right: Index) -> Floats:
        """How frequent the date is that agrees, as a logarithm; 0 where none does."""
        a, b = self.rare[self.codes[left]], self.rare[self.codes[right]]
        return np.where(levels == Date.EQUAL, np.maximum(a, b), 0.0)

    def atoms(self) -> tuple[Atom, ...]:
        """The dates, and each two of their parts."""
        owners = np.flatnonzero(self.codes)
        name, codes, texts = self.field.name, self.codes[owners], self.book.texts
        forms = {
            name: texts,
            f"year and month of {name}": [text[:6] for text in texts],
            f"month and day of {name}": [text[4:] for text in texts],
            f"year and day of {name}": [text[:4] + text[6:] for text in texts],
        }
        return tuple(Atom(form, owners, content(of)[codes]) for form, of in forms.items())


def dates_of(name: str, column: pl.Series) -> Dates:
    """The column of a date; texts without eight digits are missing."""
    typed = column.str.replace_all(r"\D", "")
    typed = typed.set(typed.str.len_chars() != _LENGTH, "")
    book = book_of(typed)
    codes = book.codes(typed)
    digits = np.zeros((len(book), _LENGTH), dtype=np.uint8)
    for code, text in enumerate(book.texts):
        if text:
            digits[code] = np.frombuffer(text.encode(), np.uint8)
    own = np.arange(len(book), dtype=np.int32)
    frequency = rarity(own, codes, np.full(len(book), _UNKNOWN))
    field = Field(name, Date, DATE, keyed=(Date.EQUAL,), sampled=True)
    return Dates(field, book, codes, frequency, digits)


def _equal(one: Digits, other: Digits, part: slice, of: slice) -> Mask:
    equal: Mask = (one[:, part] == other[:, of]).all(axis=1)
    return equal


def _slip(one: Digits, other: Digits) -> Mask:
    """Whether one digit is wrong, or two neighbours have changed places."""
    wrong = one != other
    count = wrong.sum(axis=1)
    pair = wrong[:, 1:] & wrong[:, :-1]
    swapped = pair & (one[:, 1:] == other[:, :-1]) & (one[:, :-1] == other[:, 1:])
    slip: Mask = (count == 1) | ((count == 2) & swapped.any(axis=1))  # noqa: PLR2004 - a swap
    return slip
