"""Grouping that does not chain: edges are taken from the likeliest down, vetoes in mind."""

from collections.abc import Iterable

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from matching.core.book import Floats, Index, Mask

# What a reviewer can lay side by side.
LARGEST = 12
# What goes, step by step, from a component that is too wide to be looked through.
_BARS = (
    *(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98),
    *(0.99, 0.999, 0.9999, 0.99999, 1.01),
)


class Clusters:
    """Disjoint sets of cards, none of which holds two that must stay apart."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]]) -> None:
        self._root = list(range(size))
        self._members: dict[int, list[int]] = {}
        self._enemies: dict[int, set[int]] = {}
        for a, b in apart:
            self._enemies.setdefault(a, set()).add(b)
            self._enemies.setdefault(b, set()).add(a)

    def find(self, card: int) -> int:
        """The card that stands for the cluster of this one."""
        root = self._root
        while root[card] != card:
            root[card] = root[root[card]]
            card = root[card]
        return card

    def size(self, root: int) -> int:
        """How many cards the cluster has."""
        return len(self._members.get(root, (root,)))

    def join(self, a: int, b: int, *, largest: int = 0, forced: bool = False) -> bool:
        """Whether both cards are in one cluster, after joining theirs if nothing forbids it."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if self.size(a) < self.size(b):
            a, b = b, a
        if largest and self.size(a) + self.size(b) > largest:
            return False
        if not forced and self._hostile(a, b):
            return False
        self._members.setdefault(a, [a]).extend(self._members.pop(b, [b]))
        if b in self._enemies:
            self._enemies.setdefault(a, set()).update(self._enemies.pop(b))
        self._root[b] = a
        return True

    def _hostile(self, a: int, b: int) -> bool:
        """Whether any card of one cluster must stay apart from any of the other."""
        enemies = self._enemies.get(a)
        if not enemies or b not in self._enemies:
            return False
        return not enemies.isdisjoint(self._members.get(b, (b,)))


def components(left: Index, right: Index, size: int) -> Index:
    """The number of the connected component of each position."""
    ones = np.ones(len(left), dtype=np.int8)
    graph = coo_array((ones, (left, right)), shape=(size, size))
    return connected_components(graph, directed=False)[1].astype(np.int64)


def too_wide(left: Index, right: Index, probability: Floats, size: int, most: int) -> Mask:
    """The pairs to leave out so that no component of the others has more than ``most`` members.

    Where one has, its less likely pairs go first.
    """
    out = np.zeros(len(left), dtype=np.bool_)
    rest = np.arange(len(left))
    for bar in _BARS:
        one, other, members = compact(left[rest], right[rest], size)
        part = components(one, other, members)
        # what is small stays small: only wide components are looked at again
        rest = rest[np.bincount(part, minlength=1)[part[one]] > most]
        out[rest] = probability[rest] < bar
        rest = rest[~out[rest]]
        if not len(rest):
            break
    return out


def compact(left: Index, right: Index, size: int) -> tuple[Index, Index, int]:
    """The pairs in numbers of only those positions that stand in any, and how many these are."""
    met = np.zeros(size, dtype=np.bool_)
    met[left] = met[right] = True
    number = np.cumsum(met) - 1
    return number[left], number[right], int(met.sum())


def downwards(left: Index, right: Index, probability: Floats, rank: Index | None = None) -> Index:
    """The order from the likeliest pair down, ties by the rank of the cards, or by position."""
    one, other = (left, right) if rank is None else (rank[left], rank[right])
    return np.lexsort((np.maximum(one, other), np.minimum(one, other), -probability))


def admitted(left: Index, right: Index, order: Index, clusters: Clusters, barred: Mask) -> Mask:
    """Which pairs may be joined, all admitted likelier ones being joined before them.

    The components of the admitted pairs at or above any probability hold no two cards that
    must stay apart. Barred pairs are passed over.
    """
    taken = np.zeros(len(left), dtype=np.bool_)
    lefts, rights, skip = left.tolist(), right.tolist(), barred.tolist()
    for i in order.tolist():
        if not skip[i]:
            taken[i] = clusters.join(lefts[i], rights[i])
    return taken


def review_groups(ids: Index, left: Index, right: Index, order: Index, strong: Mask) -> Index:
    """The group of each pair: its component, cut from the likeliest pair down where it is large.

    Pairs between two parts of a cut component form groups of their own, and so do those that are
    not ``strong`` between two components of strong ones: what is likely is not mixed with what is
    not. A group is called after its smallest card; if that already names one, after its first
    pair.
    """
    part = components(left, right, len(ids))
    sizes = np.bincount(part, minlength=1)
    names = np.full(len(sizes), np.iinfo(np.int64).max)
    np.minimum.at(names, part[left], ids[left])
    groups: Index = names[part[left]]
    mixed = np.isin(part[left], part[left[strong]]) & np.isin(part[left], part[left[~strong]])
    order = order[(mixed | (sizes[part[left]] > LARGEST))[order]]
    used: set[int] = set()
    joining = strong | ~mixed
    while len(order):
        roots = _layer(len(ids), left[order], right[order], joining[order])
        kept = order[roots >= 0]
        groups[kept] = _named(ids, left[kept], right[kept], roots[roots >= 0], used)
        order = order[roots < 0]
        joining = np.ones(len(left), dtype=np.bool_)
    return groups


def _layer(size: int, left: Index, right: Index, joining: Mask) -> Index:
    """The group of each pair, -1 for pairs between two groups that are full or not joined."""
    left, right, met = compact(left, right, size)
    clusters = Clusters(met, ())
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    for (a, b), joins in zip(pairs, joining.tolist(), strict=True):
        if joins:
            clusters.join(a, b, largest=LARGEST)
    ends = [(clusters.find(a), clusters.find(b)) for a, b in pairs]
    return np.array([one if one == other else -1 for one, other in ends], dtype=np.int64)


def _named(ids: Index, left: Index, right: Index, roots: Index, used: set[int]) -> Index:
    """The name of each pair's group: its smallest card if that is free, else its first pair."""
    order = np.lexsort((right, left, roots))
    firsts = order[np.r_[True, np.diff(roots[order]) != 0]]
    names = {}
    for pair in sorted(firsts.tolist(), key=lambda pair: (left[pair], right[pair])):
        name = int(ids[left[pair]])
        if name in used:
            name = (name + 1) << 32 | int(ids[right[pair]])
        used.add(name)
        names[int(roots[pair])] = name
    return np.array([names[root] for root in roots.tolist()], dtype=np.int64)
