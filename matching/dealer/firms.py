"""The names of companies and the forms they are compared in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import polars as pl

from matching.core.book import Book, Codes, book_of, recoded
from matching.core.content import Hashes, content, mixed
from matching.core.progress import Stage
from matching.core.tally import Tally
from rules import name_forms

_HEAD = 3
# A word in so many names is no misprint of another.
_USUAL = 3


@dataclass(frozen=True, slots=True)
class Firms:
    """The distinct names and their Latin forms, by code.

    ``hashes``: of the "text" itself and of its forms "latin" and "skeleton"; ``head``: of the
    beginning, which outlives most slips. ``words``: in how many names each word stands.
    """

    book: Book
    latin: Codes
    latins: tuple[str, ...]
    hashes: dict[str, Hashes]
    head: Hashes
    words: Mapping[str, int]

    def counted(self, codes: Codes, inn: Hashes) -> Tally:
        """How many companies bear each name, its spellings together.

        Cards of one ИНН are of one company. Where no card of a name has an ИНН, each counts.
        """
        form = self.hashes["latin"][codes]
        told = (inn != 0) & (codes != 0)
        sure = np.flatnonzero(told)
        once = sure[np.unique(mixed(form[sure], inn[sure]), return_index=True)[1]]
        alone = np.flatnonzero((codes != 0) & ~np.isin(form, form[sure]))
        counts = np.bincount(codes[np.concatenate((once, alone))], minlength=len(self.book))
        return Tally.of(self.hashes["latin"], counts).without(0)


def firms_of(column: pl.Series, named: Iterable[str], stage: Stage) -> Firms:
    """The names in the column; ``named`` are those of all the companies of the base."""
    book = book_of(column)
    latin, latins = recoded(book, name_forms.latin, stage.part(0, 0.5))
    skeleton, skeletons = recoded(book, name_forms.skeleton, stage.part(0.5, 1))
    hashes = {
        "text": content(book.texts),
        "latin": content(latins.texts)[latin],
        "skeleton": content(skeletons.texts)[skeleton],
    }
    head = content([text[:_HEAD] for text in latins.texts])[latin]
    words = words_of(tuple(named))
    return Firms(book, latin, latins.texts, hashes, head, words)


@lru_cache(maxsize=1)
def words_of(named: tuple[str, ...]) -> Mapping[str, int]:
    """In how many names each word stands; a search asks several times for the same base."""
    return Counter(word for text in named for word in set(text.split()))


def is_misprint(one: str, other: str, words: Mapping[str, int]) -> bool:
    """Whether names but a slip or two apart may be one name.

    «Ромб Авто» and «Ромб Агро», «Ромб» and «Ромб М», «База 1» and «База 2» are not: a word more
    is no slip of the hand, nor is another number, nor a word that stands in other names as well.
    """
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return one.replace(" ", "") == other.replace(" ", "")
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return not any(
        _digits(a) != _digits(b) or min(words.get(a, 0), words.get(b, 0)) >= _USUAL
        for a, b in unlike
    )


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))
