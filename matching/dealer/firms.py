"""The names of companies and the forms they are compared in."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core.book import Book, Codes, book_of, recoded
from matching.core.content import Hashes, content
from matching.core.progress import Stage
from matching.core.tally import Tally
from rules import name_forms

_HEAD = 3


@dataclass(frozen=True, slots=True)
class Firms:
    """The distinct names and their Latin forms, by code.

    ``hashes``: of the "text" itself and of its forms "latin" and "skeleton"; ``head``: of the
    beginning, which outlives most slips.
    """

    book: Book
    latin: Codes
    latins: tuple[str, ...]
    hashes: dict[str, Hashes]
    head: Hashes

    def counted(self, codes: Codes) -> Tally:
        """On how many cards each name stands, its spellings together."""
        counts = np.bincount(codes[codes != 0], minlength=len(self.book))
        return Tally.of(self.hashes["latin"], counts).without(0)


def firms_of(column: pl.Series, stage: Stage) -> Firms:
    """The names in the column."""
    book = book_of(column)
    latin, latins = recoded(book, name_forms.latin, stage.part(0, 0.5))
    skeleton, skeletons = recoded(book, name_forms.skeleton, stage.part(0.5, 1))
    hashes = {
        "text": content(book.texts),
        "latin": content(latins.texts)[latin],
        "skeleton": content(skeletons.texts)[skeleton],
    }
    head = content([text[:_HEAD] for text in latins.texts])[latin]
    return Firms(book, latin, latins.texts, hashes, head)
