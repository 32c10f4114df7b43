"""Shares with their 95 % interval: of one sample, and of samples from several strata."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, sqrt

_Z = 1.959963984540054  # 95 % of a normal distribution lie within so many deviations
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """The estimate of a share, and the bounds that hold it 19 times of 20."""

    low: float
    middle: float
    high: float


def wilson(yes: int, asked: int, population: int) -> Interval:
    """The share of yes in a population of which some were asked at random.

    Wilson's interval, with the sample counted as large as it is worth in so small a population:
    it closes when everybody is asked. It is widened to whole members, and bounded by what was
    asked, which is sure. Without an answer it is anything.
    """
    if not asked:
        return Interval(0.0, 0.5, 1.0)
    share = yes / asked
    if asked >= population:
        return Interval(share, share, share)
    size = asked * (population - 1) / (population - asked)
    wide = 1 + _Z**2 / size
    centre = (share + _Z**2 / (2 * size)) / wide
    half = _Z * sqrt(share * (1 - share) / size + _Z**2 / (4 * size**2)) / wide
    low, high = _whole(centre - half, centre + half, population)
    most = (population - asked + yes) / population
    return Interval(max(yes / population, low), share, min(most, high))


def stratified(parts: Iterable[tuple[int, Interval]]) -> Interval:
    """The share over strata, each given by its size and its own interval.

    The distances to the bounds add up as deviations do, each side by itself (MOVER, Zou and
    Donner 2008): bounds of Wilson stay as uneven as they are, and of one stratum they are his own.
    They, too, are widened to whole members.
    """
    listed = list(parts)
    total = sum(size for size, _ in listed)
    shares = [(size / total, one) for size, one in listed if size]
    middle = sum(weight * one.middle for weight, one in shares)
    below = sqrt(sum((weight * (one.middle - one.low)) ** 2 for weight, one in shares))
    above = sqrt(sum((weight * (one.high - one.middle)) ** 2 for weight, one in shares))
    low, high = _whole(middle - below, middle + above, total)
    return Interval(min(middle, max(0.0, low)), middle, max(middle, min(1.0, high)))


def _whole(low: float, high: float, population: int) -> tuple[float, float]:
    """The bounds moved apart to shares that a population of this size can have."""
    least, most = floor(low * population + _ROUNDING), ceil(high * population - _ROUNDING)
    return least / population, most / population
