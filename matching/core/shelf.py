"""Rows kept from one search to the next, in order of a key, to look up what new records meet."""

from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Index, steps
from matching.core.content import Hashes
from matching.core.slot import Slot

Rows: TypeAlias = NDArray[np.void]
"""Records with at least a key and a card, in order of the key."""

MEETING = np.dtype([("key", "<u4"), ("card", "<u4")])
"""A token of a slot, and a card that has it."""
CARRIED = np.dtype([("key", "<i8"), ("card", "<u4")])
"""The hash of a contact, and a card that has it."""
DRIVEN = np.dtype([("key", "<i8"), ("card", "<u4"), ("sold", "<u8")])
"""The id of a car, a card that has it, and a hash of the days on which that card's sales were."""
KNOWN = np.dtype([("key", "<i8"), ("card", "<u4"), ("print", "<u8"), ("carrier", "<u8")])
"""A card, by its id as key; the fingerprint of what was seen of it, and whose it seemed."""


class Shelf(Protocol):
    """What a search left for the next one, by the name of the rows."""

    def find(self, name: str, keys: Index) -> Rows:
        """The rows that have one of the keys."""

    def of_cards(self, name: str, cards: Index) -> Rows:
        """The rows of these cards; all are gone through."""


def rows_of(kind: np.dtype[np.void], **columns: NDArray[np.generic]) -> Rows:
    """The rows with these columns, in order of the key, then of the card."""
    rows = np.empty(len(columns["key"]), dtype=kind)
    for name, column in columns.items():
        rows[name] = column
    return ordered(rows)


def ordered(rows: Rows) -> Rows:
    """The rows in order of the key, then of the card."""
    return rows[np.lexsort((rows["card"], rows["key"]))]


def meetings(slot: Slot, ids: Index) -> Rows:
    """The rows of a slot; ``ids`` are those of the records by position, in order."""
    rows = np.empty(len(slot.tokens), dtype=MEETING)
    rows["key"], rows["card"] = slot.tokens, ids[slot.owners]
    return rows


def signed(hashes: Hashes) -> Index:
    """Hashes as keys of rows."""
    return hashes.view(np.int64)


def among(rows: Rows, keys: Index) -> Rows:
    """The rows that have one of the keys, which are distinct and in order."""
    starts = np.searchsorted(rows["key"], keys, side="left")
    return rows[_spans(starts, np.searchsorted(rows["key"], keys, side="right") - starts)]


def without(rows: Rows, cards: Index) -> Rows:
    """The rows that are not of these cards."""
    return rows[~np.isin(rows["card"], cards)]


def met(one: Rows, other: Rows) -> tuple[Index, Index]:
    """The cards of each two rows, one of each side, that have the same key."""
    starts = np.searchsorted(other["key"], one["key"], side="left")
    sizes = np.searchsorted(other["key"], one["key"], side="right") - starts
    left = np.repeat(one["card"].astype(np.int64), sizes)
    return left, other["card"][_spans(starts, sizes)].astype(np.int64)


def count_met(one: Rows, other: Rows) -> int:
    """How many pairs of rows have the same key."""
    starts = np.searchsorted(other["key"], one["key"], side="left")
    return int((np.searchsorted(other["key"], one["key"], side="right") - starts).sum())


def _spans(starts: Index, sizes: Index) -> Index:
    """The places of stretches of so many rows."""
    return np.repeat(starts, sizes) + steps(sizes)
