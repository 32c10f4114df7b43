"""How often a stranger carries a value, counted among the records themselves."""

import numpy as np

from matching.core.book import Codes, Floats

# The records count themselves; a table of how usual values are stands beside like strangers drawn.
_DRAWN = 500


def rarity(key: Codes, codes: Codes, known: Floats) -> Floats:
    """For each text the logarithm of the share of strangers who carry it.

    ``key`` gives for each code the code its spellings count under, ``known`` the share of
    strangers elsewhere. One of the cards that carry it is the card compared: it does not count.
    """
    present = codes[codes != 0]
    counts = np.bincount(key[present], minlength=len(key))[key]
    others = np.maximum(counts - 1, 0) + _DRAWN * known
    shares: Floats = np.log(others / (len(present) + _DRAWN))
    return shares


def agreement(shares: Floats, codes: Codes) -> float:
    """How often two strangers of the base share the part of the name."""
    present = codes[codes != 0]
    return float(np.exp(shares[present]).mean()) if len(present) else 1.0
