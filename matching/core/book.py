"""Dictionary codes: each distinct text of a column is worked on once and known by a number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.progress import Stage

Codes: TypeAlias = NDArray[np.int32]
Mask: TypeAlias = NDArray[np.bool_]
Index: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]

# Texts worked on between two reports: a rule takes 30 µs at most.
_SLICE = 2000
# Values of cards looked at in one go: some 50 MB.
_ENTRIES = 1_000_000
_NONE: Index = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Book:
    """Distinct texts in order; code 0 is the missing text "" in every book."""

    texts: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def codes(self, column: pl.Series) -> Codes:
        """The code of each text of the column; all of them must be in the book."""
        physical = column.cast(pl.Enum(self.texts)).to_physical()
        return physical.to_numpy().astype(np.int32)


def book_of(*columns: pl.Series) -> Book:
    """A book of every text in the columns."""
    texts = pl.concat([column.rename("text") for column in columns]).unique().sort()
    return Book(("", *(text for text in texts.to_list() if text)))


def coded(column: pl.Series) -> tuple[Book, Codes]:
    """The book of the texts of a column, and the code of each of them."""
    texts = pl.concat([pl.Series([""], dtype=pl.Utf8), column.rename("")]).unique().sort()
    codes = column.cast(pl.Enum(texts)).to_physical().to_numpy().astype(np.int32)
    return Book(tuple(texts.to_list())), codes


def mapped(texts: Sequence[str], form: Callable[[str], str], stage: Stage) -> list[str]:
    """The form of each text, "" for the missing one."""
    forms: list[str] = []
    for start in range(0, len(texts), _SLICE):
        stage.at(start, len(texts))
        forms += [form(text) if text else "" for text in texts[start : start + _SLICE]]
    return forms


def recoded(book: Book, form: Callable[[str], str], stage: Stage) -> tuple[Codes, Book]:
    """For each code of the book the code of the text's form, in a book of those forms."""
    return numbered(mapped(book.texts, form, stage))


def numbered(forms: Iterable[str]) -> tuple[Codes, Book]:
    """The code of each form, and the book of forms."""
    book, codes = coded(pl.Series(list(forms), dtype=pl.Utf8))
    return codes, book


@dataclass(frozen=True, slots=True)
class Bag:
    """Several codes per card: those of card ``i`` are ``values[starts[i]:starts[i + 1]]``."""

    starts: Index
    values: Codes

    def sizes(self, cards: Index) -> Index:
        """How many values each card has."""
        return self.starts[cards + 1] - self.starts[cards]

    def cross(self, left: Index, right: Index) -> tuple[Index, Index, Index]:
        """Every value of the left card against every value of the right one.

        Gives the position of the pair and the positions of the two values in ``values``.
        """
        rights = self.sizes(right)
        pair, step = spread(self.sizes(left) * rights)
        width = rights[pair]
        return (
            pair,
            self.starts[left][pair] + step // width,
            self.starts[right][pair] + step % width,
        )

    def shared(self, left: Index, right: Index) -> tuple[Index, Index, Index]:
        """Those of ``cross`` whose values are equal; the values of a card must be in order.

        The fewer values are looked up among the more: two firms of 6,000 cars each take 6,000
        look-ups instead of 36 million comparisons.
        """
        lefts, rights = self.sizes(left), self.sizes(right)
        turned = lefts > rights
        few, many = np.where(turned, right, left), np.where(turned, left, right)
        parts = [(_NONE, _NONE, _NONE)]
        for part in stretches(np.minimum(lefts, rights), _ENTRIES):
            pair, step = spread(np.minimum(lefts, rights)[part])
            wanted = self.starts[few[part]][pair] + step
            at = self._placed(self.values[wanted], many[part][pair])
            met = np.flatnonzero(at >= 0)
            parts.append((pair[met] + part.start, wanted[met], at[met]))
        pair, wanted, at = (np.concatenate(column) for column in zip(*parts, strict=True))
        return pair, np.where(turned[pair], at, wanted), np.where(turned[pair], wanted, at)

    def _placed(self, values: Codes, cards: Index) -> Index:
        """Where each value stands among those of a card that has some, -1 where it does not."""
        low, end = self.starts[cards], self.starts[cards + 1]
        high, last = end, end - 1
        for _ in range(int((end - low).max(initial=0)).bit_length()):
            middle = (low + high) >> 1
            later = (low < high) & (self.values[np.minimum(middle, last)] < values)
            low, high = np.where(later, middle + 1, low), np.where(later, high, middle)
        found: Index = np.where(self.values[np.minimum(low, last)] == values, low, -1)
        return found


def steps(sizes: Index) -> Index:
    """0, 1 … size - 1 for each size in turn."""
    ends = np.cumsum(sizes)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - sizes, sizes)


def spread(counts: Index) -> tuple[Index, Index]:
    """Each position as often as it counts, and 0, 1 … beside it."""
    return np.repeat(np.arange(len(counts)), counts), steps(counts)


def stretches(weights: Index, most: int) -> Iterator[slice]:
    """Stretches of positions that weigh no more than ``most`` together, or are one."""
    ends = np.cumsum(weights)
    first = 0
    while first < len(ends):
        before = ends[first - 1] if first else 0
        last = max(int(np.searchsorted(ends, before + most, side="right")), first + 1)
        yield slice(first, last)
        first = last


def bag_of(owners: Index, values: Codes, size: int) -> Bag:
    """The bag of values by owner; owners must be sorted."""
    starts = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(owners, minlength=size), out=starts[1:])
    return Bag(starts, values)


def distinct_pairs(left: Codes, right: Codes) -> tuple[Codes, Codes, Index]:
    """The distinct unordered pairs of codes, and which of them each position holds."""
    low = np.minimum(left, right).astype(np.int64)
    high = np.maximum(left, right).astype(np.int64)
    keys, where = np.unique(low << 32 | high, return_inverse=True)
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), where
