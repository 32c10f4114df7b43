"""How often a stranger carries a value, counted among the records themselves."""

import numpy as np

from matching.core.book import Codes, Floats, Index

# The records count themselves; a table of how usual values are stands beside like strangers drawn.
_DRAWN = 500


def rarity(key: Codes, codes: Codes, known: Floats) -> Floats:
    """For each text the logarithm of the share of strangers who carry it.

    ``key`` gives for each code the code its spellings count under, ``known`` the share of
    strangers elsewhere. One of the cards that carry it is the card compared: it does not count.
    """
    present = codes[codes != 0]
    return rare(np.bincount(key[present], minlength=len(key))[key], len(present), known)


def rare(counts: Index, total: int, known: Floats) -> Floats:
    """The same of values that stand on so many cards each, of so many in all."""
    others = np.maximum(counts - 1, 0) + _DRAWN * known
    shares: Floats = np.log(others / (total + _DRAWN))
    return shares


def agreement(shares: Floats, codes: Codes) -> float:
    """How often two strangers of the base share the part of the name."""
    counts = np.bincount(codes[codes != 0], minlength=len(shares))
    # summed up by value: the order of the records changes not even the last bit
    return float((counts * np.exp(shares)).sum() / counts.sum()) if counts.any() else 1.0
