"""Random draws that are cheap one at a time and the same on every machine for one seed."""

from bisect import bisect_right
from collections.abc import Callable, Generator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import numpy as np

Item = TypeVar("Item")
_POOL = 8192


def _stream(rng: np.random.Generator) -> Generator[float, None, None]:
    while True:
        yield from rng.random(_POOL).tolist()


class Dice:
    """A stream of random numbers; each draw takes from a pool made by numpy at once."""

    __slots__ = ("_rng", "unit")

    def __init__(self, *seed: int) -> None:
        self._rng = np.random.Generator(np.random.PCG64(seed))
        # A bound method of a generator is four times as fast as a method of ours.
        self.unit: Callable[[], float] = _stream(self._rng).__next__

    def chance(self, share: float) -> bool:
        """True with the given probability."""
        return self.unit() < share

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return int(self.unit() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items, all alike likely."""
        return items[int(self.unit() * len(items))]

    def digits(self, count: int) -> str:
        """That many decimal digits as text."""
        return str(int(self.unit() * 10**count)).zfill(count)

    def sample(self, items: Sequence[Item], count: int) -> list[Item]:
        """Up to count different items, in random order."""
        left = list(items)
        taken: list[Item] = []
        while left and len(taken) < count:
            taken.append(left.pop(self.below(len(left))))
        return taken

    def hits(self, chances: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[int]:
        """The positions whose own probability came true, ascending."""
        hit: list[int] = np.nonzero(self._rng.random(len(chances)) < chances)[0].tolist()
        return hit


class Weighted(Generic[Item]):
    """Items with weights, drawn by binary search in the running sum."""

    __slots__ = ("_sums", "_total", "items")

    def __init__(self, items: Sequence[Item], weights: Sequence[float]) -> None:
        self.items = tuple(items)
        self._sums = list(accumulate(weights))
        self._total = self._sums[-1]

    def draw(self, dice: Dice) -> Item:
        """One item, as likely as its weight."""
        return self.items[bisect_right(self._sums, dice.unit() * self._total)]


class Unique:
    """Whole numbers below a size that never repeat, in an order that looks random.

    Each district gets its own range of steps, so that districts need not know each other.
    """

    __slots__ = ("_next", "_shift", "_size", "_stride")

    def __init__(self, size: int, *, start: int, shift: int, stride: int) -> None:
        while np.gcd(size, stride) != 1:
            stride += 1
        self._size, self._next, self._shift, self._stride = size, start, shift, stride

    def draw(self) -> int:
        """The next number of the order."""
        self._next += 1
        return (self._next * self._stride + self._shift) % self._size
