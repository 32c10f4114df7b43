"""Plain values: equal, different, or nothing to compare."""

from enum import IntEnum

import numpy as np

from matching.core.book import Codes
from matching.core.content import Hashes
from matching.core.plan import Levels


class Same(IntEnum):
    """How two plain values agree: ИНН, gender, legal form."""

    MISSING = 0
    EQUAL = 1
    DIFFERENT = 2


def same(a: Codes | Hashes, b: Codes | Hashes) -> Levels:
    """The levels of pairs of plain codes or hashes, 0 = missing."""
    levels = np.where(a == b, Same.EQUAL, Same.DIFFERENT)
    return np.where((a == 0) | (b == 0), Same.MISSING, levels).astype(np.uint8)
