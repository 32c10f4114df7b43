"""Hashes of content: of a text or of several values, and of nothing that stands beside them.

They are the same in every base, on every machine and in every order of the rows, so that a base
keeps them. Whoever changes how they come about raises ``VERSION``.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.book import Codes, Index, Mask

VERSION = 1

Hashes: TypeAlias = NDArray[np.uint64]

_MIX, _FINISH = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_SHIFT, _HALF = np.uint64(29), np.uint64(32)
_WORD, _NARROWEST = 8, 16


def content(texts: Sequence[str]) -> Hashes:
    """The hash of each text; 0 for the missing text "" only."""
    found = np.zeros(len(texts), dtype=np.uint64)
    raw = [text.encode() for text in texts]
    sizes = np.fromiter(map(len, raw), dtype=np.int64, count=len(raw))
    width, below = _NARROWEST, 0
    while below < sizes.max(initial=0):
        chosen = np.flatnonzero((sizes > below) & (sizes <= width))
        if len(chosen):
            found[chosen] = _of_bytes([raw[i] for i in chosen.tolist()], sizes[chosen], width)
        below, width = width, width * 2
    return found


def hashes_of(column: pl.Series) -> Hashes:
    """The hash of each text of a column in which many stand more than once."""
    texts = column.unique()
    codes = column.cast(pl.Enum(texts)).to_physical().to_numpy()
    hashes: Hashes = content(texts.to_list())[codes]
    return hashes


def _of_bytes(raw: list[bytes], sizes: Index, width: int) -> Hashes:
    """The hashes of byte strings of at most ``width`` bytes, eight bytes at a time."""
    words = np.array(raw, dtype=f"S{width}").view("<u8").reshape(len(raw), -1)
    found = sizes.astype(np.uint64) * _FINISH
    for place in range(words.shape[1]):
        # what is beyond the end of a text does not count: the width hangs on no other text
        more = np.flatnonzero(sizes > place * _WORD)
        found[more] = _stirred(found[more] ^ words[more, place])
    return _finished(found)


def mixed(*columns: Hashes) -> Hashes:
    """One hash of several for each row; missing ones count as such."""
    found = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        found = _stirred(found ^ column)
    return _finished(found)


def summed(owners: Index, hashes: Hashes, size: int) -> Hashes:
    """For each owner one hash of all that it has, in whatever order."""
    found = np.zeros(size, dtype=np.uint64)
    np.add.at(found, owners, hashes)
    return found


def numbers(values: Codes | Index | Mask) -> Hashes:
    """Whole numbers as they are mixed."""
    return values.astype(np.int64).view(np.uint64)


def _stirred(values: Hashes) -> Hashes:
    values = values * _MIX
    return values ^ (values >> _SHIFT)


def _finished(values: Hashes) -> Hashes:
    values = (values ^ (values >> _HALF)) * _FINISH
    values ^= values >> _HALF
    values[values == 0] = 1
    return values


def ranks(hashes: Hashes) -> Index:
    """The rank of each hash among all."""
    found: Index = np.argsort(np.argsort(hashes, kind="stable"), kind="stable")
    return found
