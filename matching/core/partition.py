"""How likely two records are one client, given all the others that may be one with them.

Three cards are not three separate questions: if A is B and B is C, A is C. So every way to part
a small group into clients is weighed, and a pair is as likely as the ways in which it is one.
A way is as likely as the evidence of the pairs that it joins. Doubts count in full, each pair's.
Support counts along the likeliest tree through a client only: that A, B and C have one phone is
said thrice by their pairs, and known once.
"""

from functools import cache
from itertools import combinations

import numpy as np

from matching.core.book import Floats, Index

MOST = 8
"""Records of a group at most; there are 4,140 ways to part eight."""
# In nats; small enough for no support to outweigh it, and not infinite.
_VETO = -60.0


def together(odds: Floats, size: int) -> Floats:
    """The probability of each pair of a group (a row each) from the log odds of all its pairs.

    The pairs of ``size`` records stand in the order (0, 1), (0, 2) … (1, 2) …; minus infinity
    rules one client out.
    """
    ways = _ways(np.maximum(odds, _VETO), size)
    pairs = list(combinations(range(size), 2))
    whole = (1 << size) - 1
    joined = [_summed(ways, whole, 1 << a | 1 << b) for a, b in pairs]
    return np.exp(np.stack(joined, axis=1) - ways.parted[whole][:, None])


class _Ways:
    """For each set of members the log weight of it as one client, and of all ways to part it."""

    def __init__(self, groups: int) -> None:
        self.one: dict[int, Floats] = {}
        self.parted: dict[int, Floats] = {0: np.zeros(groups)}


def _ways(weights: Floats, size: int) -> _Ways:
    ways = _Ways(len(weights))
    support, doubt = np.maximum(weights, 0), np.minimum(weights, 0)
    for members in range(1, 1 << size):
        inner = _pairs(members, size)
        ways.one[members] = _total(doubt[:, inner]) + _tree(support, members, size)
    for members in range(1, 1 << size):
        ways.parted[members] = _summed(ways, members, members & -members)
    return ways


def _summed(ways: _Ways, members: int, required: int) -> Floats:
    """The log weight of all ways to part the members that keep the required ones together."""
    found = [
        ways.one[block] + ways.parted[members ^ block] for block in _subsets(members, required)
    ]
    total: Floats = np.logaddexp.reduce(np.sort(found, axis=0), axis=0)
    return total


def _total(columns: Floats) -> Floats:
    """The sum of each row, the same to the bit in whatever order its parts and the rows stand."""
    total = np.zeros(len(columns))
    for column in np.sort(columns, axis=1).T:
        total += column
    return total


@cache
def _subsets(members: int, required: int) -> tuple[int, ...]:
    """Every set of members that holds the required ones."""
    free = members & ~required
    found, part = [], free
    while True:
        found.append(part | required)
        if not part:
            return tuple(found)
        part = (part - 1) & free


@cache
def _pairs(members: int, size: int) -> tuple[int, ...]:
    """The places of the pairs inside a set of members."""
    places = enumerate(combinations(range(size), 2))
    return tuple(place for place, (a, b) in places if members >> a & 1 and members >> b & 1)


def _tree(support: Floats, members: int, size: int) -> Floats:
    """The support along the strongest tree through the members, for each group (Prim)."""
    inside = [member for member in range(size) if members >> member & 1]
    count, groups = len(inside), np.arange(len(support))
    between = np.zeros((len(support), count, count))
    for (a, b), place in zip(combinations(range(count), 2), _pairs(members, size), strict=True):
        between[:, a, b] = between[:, b, a] = support[:, place]
    reach = between[:, 0].copy()
    reach[:, 0] = -np.inf
    taken = np.zeros((len(support), count - 1))
    for step in range(count - 1):
        nearest: Index = reach.argmax(axis=1)
        taken[:, step] = reach[groups, nearest]
        closed = np.isneginf(reach)
        reach = np.where(closed, -np.inf, np.maximum(reach, between[groups, nearest]))
        reach[groups, nearest] = -np.inf
    return _total(taken)
