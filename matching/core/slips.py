"""Misprints: texts that differ by a slip of the hand."""

from collections.abc import Callable

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from matching.core.book import Codes, Mask

_SHORT, _LONG = 3, 7


def slips(text: Callable[[int], str], a: Codes, b: Codes) -> Mask:
    """Whether the texts of two codes are close enough to be misprints of each other."""
    if not len(a):
        return np.zeros(0, dtype=np.bool_)
    left, right = [text(code) for code in a.tolist()], [text(code) for code in b.tolist()]
    distance = cpdist(left, right, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    length = np.maximum([len(t) for t in left], [len(t) for t in right])
    close: Mask = ((distance == 1) & (length >= _SHORT)) | ((distance == 2) & (length >= _LONG))  # noqa: PLR2004 - one and two slips
    return close
