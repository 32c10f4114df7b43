"""Whole names of any number of words, in any order."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from matching.core.book import (
    Bag,
    Book,
    Codes,
    Floats,
    Index,
    Mask,
    bag_of,
    book_of,
    distinct_pairs,
)
from matching.core.content import content
from matching.core.key import owners_of
from matching.core.plan import Field, Levels
from matching.core.slips import slips
from matching.general.keys import Atom
from matching.general.kinds import NAME, Kind, Name

_CLOSE, _EDGE = 0.88, 4
_EXACT, _NEAR, _APART = 0, 1, 2
# A word has a few others near it; one that no other record has is rarer than one in so many.
_NEIGHBOURS, _ALONE = np.log(3), 0.1
_BETWEEN = r"[\s,.;()]+"


@dataclass(frozen=True, slots=True)
class WholeNames:
    """The distinct words of each record's name; ``rare`` is the log share of names with a word."""

    field: Field
    words: Bag
    book: Book
    rare: Floats
    kind: Kind = Kind.FULL_NAME

    def compare(self, left: Index, right: Index) -> Levels:
        """The level of each pair of positions."""
        pair, i, j = self.words.cross(left, right)
        alike = self._alike(self.words.values[i], self.words.values[j])
        sizes = np.diff(self.words.starts)
        exact, near = [], []
        for word in (i, j):
            owner, best = _best(pair, word, alike)
            exact.append(np.bincount(owner[best == _EXACT], minlength=len(left)))
            near.append(np.bincount(owner[best == _NEAR], minlength=len(left)))
        return _levels((sizes[left], sizes[right]), exact, near)

    def rarity(self, levels: Levels, left: Index, right: Index) -> Floats:
        """How frequent the shared words are together, as a logarithm; 0 where none is shared."""
        found = np.zeros(len(left))
        chosen = np.flatnonzero(np.isin(levels, self.field.keyed))
        pair, i, j = self.words.cross(left[chosen], right[chosen])
        a, b = self.words.values[i], self.words.values[j]
        alike = self._alike(a, b)
        rare = np.maximum(self.rare[a], self.rare[b])
        rare = np.where(alike == _NEAR, np.minimum(rare + _NEIGHBOURS, 0), rare)
        # Each word of the left name counts once, by its best like.
        owner, best = _best(pair, i, np.where(alike == _APART, 0, rare))
        found[chosen] = np.bincount(owner, weights=best, minlength=len(chosen))
        return found

    def atoms(self) -> tuple[Atom, ...]:
        """Each word, and its beginning."""
        owners, codes = owners_of(self.words), self.words.values
        name, texts = self.field.name, self.book.texts
        heads = [text[:_EDGE] for text in texts]
        return (
            Atom(name, owners, content(texts)[codes], telling=True, several=True),
            Atom(f"beginning of {name}", owners, content(heads)[codes], several=True),
        )

    def _alike(self, a: Codes, b: Codes) -> Levels:
        """For each pair of words whether they are one, nearly one, or two."""
        found = np.where(a == b, _EXACT, _APART).astype(np.uint8)
        rest = np.flatnonzero(a != b)
        if len(rest):
            low, high, where = distinct_pairs(a[rest], b[rest])
            found[rest[self._near(low, high)[where]]] = _NEAR
        return found

    def _near(self, a: Codes, b: Codes) -> Mask:
        """Whether two words are spellings, or one the short form of the other."""
        left = [self.book.texts[code] for code in a.tolist()]
        right = [self.book.texts[code] for code in b.tolist()]
        alike = cpdist(left, right, scorer=JaroWinkler.similarity, score_cutoff=_CLOSE)
        begun = [x.startswith(y) or y.startswith(x) for x, y in zip(left, right, strict=True)]
        spelled = slips(self.book.texts.__getitem__, a, b)
        near: Mask = (alike >= _CLOSE) | np.array(begun, dtype=np.bool_) | spelled
        return near


def whole_names_of(name: str, column: pl.Series) -> WholeNames:
    """The column of a whole name."""
    words = pl.col("text").str.replace_all(_BETWEEN, " ").str.strip_chars().str.split(" ")
    owned = (
        pl.DataFrame({"text": column})
        .with_row_index("owner")
        .with_columns(words)
        .explode("text")
        .filter(pl.col("text") != "")
        .unique()
        .sort("owner", "text")
    )
    book = book_of(owned["text"])
    codes = book.codes(owned["text"])
    counts = np.bincount(codes, minlength=len(book))
    keyed = tuple(level for level in Name if level not in (Name.MISSING, Name.DIFFERENT))
    return WholeNames(
        field=Field(name, Name, NAME, keyed=keyed, sampled=True),
        words=bag_of(owned["owner"].to_numpy().astype(np.int64), codes, len(column)),
        book=book,
        rare=np.log(np.maximum(counts - 1, _ALONE) / max(len(column), 1)),
    )


def _best(pair: Index, word: Index, likeness: Floats | Levels) -> tuple[Index, Floats | Levels]:
    """The least of the values for each word of each pair, and the pair."""
    key = pair << 32 | word
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    if not len(starts):
        return pair, likeness
    return pair[order][starts], np.minimum.reduceat(likeness[order], starts)


def _levels(sizes: tuple[Index, Index], exact: list[Index], near: list[Index]) -> Levels:
    """The level of each pair from how many words of either name find their like."""
    smaller = np.minimum(*sizes)
    same = np.minimum(*exact)
    like = np.minimum(exact[0] + near[0], exact[1] + near[1])
    levels = np.full(len(smaller), Name.DIFFERENT, dtype=np.uint8)
    levels[like > 0] = Name.PARTLY_CLOSE
    levels[same > 0] = Name.PARTLY
    levels[(like >= smaller) & (smaller == 1)] = Name.CLOSE_WORD
    levels[(like >= smaller) & (smaller > 1)] = Name.CLOSE
    levels[(same >= smaller) & (smaller == 1)] = Name.WORD
    levels[(same >= smaller) & (smaller > 1)] = Name.CONTAINED
    levels[(same >= smaller) & (sizes[0] == sizes[1])] = Name.EQUAL
    levels[smaller == 0] = Name.MISSING
    return levels
