"""The readings of one car's odometer: which of them do not fit the others, and what they may be.

>>> from datetime import date
>>> days = [date(2015, 6, 1), date(2016, 6, 1), date(2017, 6, 1)]
>>> misfits([Reading(day, km) for day, km in zip(days, [15_000, 31_000, 4_500], strict=True)])
[Misfit(at=2, before=31000, after=None, suggestion=45000)]
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

MOST_A_DAY = 1_000
"""Kilometres that no car drives every day."""

_USUAL_MOST_A_DAY = 300
_LOST_THOUSANDS = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What an odometer showed on a day."""

    day: date
    km: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """A reading, by its place, that does not fit those ``before`` and ``after`` it.

    ``suggestion`` is the one usual slip of the hand that would fit between them.
    """

    at: int
    before: int | None
    after: int | None
    suggestion: int | None


def misfits(readings: Sequence[Reading]) -> list[Misfit]:
    """The fewest readings of a car without which its mileage never falls nor jumps.

    The readings are in the order of their days. Of equally good choices that one stands by which
    the car was driven most evenly.
    """
    kms = [reading.km for reading in readings]
    last = len(kms) - 1
    lower = _rising(kms)
    higher = [last - at for at in reversed(_rising([-km for km in reversed(kms)]))]
    kept = min(lower, higher, key=lambda places: _fastest(readings, places))
    kept = _without_jumps(readings, kept)
    out = sorted(set(range(len(readings))) - set(kept))
    return [_misfit(readings, kept, at) for at in out]


def _rising(kms: Sequence[int]) -> list[int]:
    """The places of a longest run of readings none of which is lower than the one before."""
    tails: list[int] = []
    places: list[int] = []
    previous: list[int] = []
    for at, km in enumerate(kms):
        length = bisect_right(tails, km)
        previous.append(places[length - 1] if length else -1)
        if length == len(tails):
            tails.append(km)
            places.append(at)
        else:
            tails[length] = km
            places[length] = at
    kept = []
    at = places[-1] if places else -1
    while at >= 0:
        kept.append(at)
        at = previous[at]
    return kept[::-1]


def _fastest(readings: Sequence[Reading], places: Sequence[int]) -> float:
    """The most kilometres a day between two of these readings."""
    pairs = pairwise([readings[at] for at in places])
    speeds = [(late.km - soon.km) / max(1, (late.day - soon.day).days) for soon, late in pairs]
    return max(speeds, default=0)


def _without_jumps(readings: Sequence[Reading], kept: list[int]) -> list[int]:
    """The readings that remain once none is further from the one before than a car can drive."""
    kept = list(kept)
    step = 1
    while step < len(kept):
        if _can_drive(readings[kept[step - 1]], readings[kept[step]]):
            step += 1
            continue
        # the first reading is the wrong one only where those after it agree with each other
        first_is_wrong = (
            step == 1 and len(kept) > 2 and _can_drive(readings[kept[1]], readings[kept[2]])  # noqa: PLR2004
        )
        del kept[step - 1 if first_is_wrong else step]
        step = max(1, step - 1)
    return kept


def _can_drive(earlier: Reading, later: Reading) -> bool:
    return later.km - earlier.km <= MOST_A_DAY * max(1, (later.day - earlier.day).days)


def _misfit(readings: Sequence[Reading], kept: Sequence[int], at: int) -> Misfit:
    before = max((place for place in kept if place < at), default=None)
    after = min((place for place in kept if place > at), default=None)
    low = None if before is None else readings[before].km
    high = None if after is None else readings[after].km
    least, most = low or 0, high
    if most is None and before is not None:
        days = (readings[at].day - readings[before].day).days
        most = least + _USUAL_MOST_A_DAY * max(1, days)
    suggestion = None
    if most is not None:
        slips = [_zeros(readings[at].km), _lost_thousands(readings[at].km, most)]
        if low is not None and high is not None:  # else nearly every figure would fit
            slips.append(_digits(readings[at].km))
        suggestion = _fitting(slips, readings[at].km, least, most)
    return Misfit(at, low, high, suggestion)


def _fitting(slips: Sequence[Iterator[int]], km: int, least: int, most: int) -> int | None:
    """The reading that was meant, if one kind of slip explains it and only in one way."""
    for kind in slips:
        fitting = {meant for meant in kind if least <= meant <= most and meant not in {0, km}}
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _zeros(km: int) -> Iterator[int]:
    """A zero too many or too few."""
    yield km * 10
    if km % 10 == 0:
        yield km // 10


def _lost_thousands(km: int, most: int) -> Iterator[int]:
    """The first digit left out."""
    if km < _LOST_THOUSANDS:
        yield from range(km + _LOST_THOUSANDS, most + 1, _LOST_THOUSANDS)


def _digits(km: int) -> Iterator[int]:
    """A digit typed twice, or two neighbours changed about."""
    text = str(km)
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        yield int(text[:at] + two + one + text[at + 2 :])
        if one == two:
            yield int(text[:at] + text[at + 1 :])
