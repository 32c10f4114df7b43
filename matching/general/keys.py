"""Blocking keys of records of any fields: what two fields of a record hold together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from matching.core.book import Index
from matching.core.content import Hashes
from matching.core.key import Key, joined

_LIMIT = 40
# So few records are compared each with each: a million pairs take seconds.
_FEW = 1500


@dataclass(frozen=True, slots=True)
class Atom:
    """A form of a field's values: a hash for each owner that has one, or for each of several.

    ``telling`` says that the form alone brings records together.
    """

    name: str
    owners: Index
    hashes: Hashes
    telling: bool = False
    several: bool = False


def keys_of(fields: Sequence[Sequence[Atom]], size: int) -> Iterator[Key]:
    """The keys of records whose fields have such atoms, the exact one of each field first.

    Of two fields one must agree exactly; a rough form of the other will do.
    """
    if size <= _FEW:
        yield Key("each with each", np.arange(size), np.ones(size, dtype=np.uint64), (), size)
        return
    for atoms in fields:
        for atom in atoms:
            if atom.telling:
                yield Key(atom.name, atom.owners, atom.hashes, (), _LIMIT)
    for one, other in combinations(fields, 2):
        for a, b in product(one, other):
            if a is one[0] or b is other[0]:
                yield _both(a, b, size)


def _both(a: Atom, b: Atom, size: int) -> Key:
    """Both values of each record that has them; several of one stand each beside the other's."""
    single, other = (b, a) if a.several else (a, b)
    value = np.zeros(size, dtype=np.uint64)
    value[single.owners] = single.hashes
    hashes = joined(value[other.owners], other.hashes)
    kept = np.flatnonzero(hashes)
    return Key(f"{a.name} and {b.name}", other.owners[kept], hashes[kept], (), _LIMIT)
