"""Cars: who had to do with them when, and who came after a sale to somebody else."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import polars as pl

from matching.core.book import Bag, Codes, Index, Mask, bag_of
from matching.core.content import Hashes, mixed, numbers, summed
from matching.core.plan import Levels

_NEVER = np.int32(2**30)
_DAYS = 10**7
# A car is handed over, registered and booked within weeks of the contract.
_HANDOVER = 30
_CAR = 32


class Car(IntEnum):
    """What the cars of two cards say."""

    MISSING = 0
    SAME = 1
    UNDATED = 2
    SUCCESSION = 3
    RESOLD = 4
    DIFFERENT = 5


@dataclass(frozen=True, slots=True)
class Timelines:
    """The cars of each card, with the card's first and last day and day of purchase of each.

    ``vehicles`` are the ids behind the codes of the cars; ``sold`` is a hash of the days on which
    the card's sales of it were.
    """

    cars: Bag
    vehicles: Index
    first: Codes
    last: Codes
    bought: Codes
    sold: Hashes
    sales: Index

    def compare(self, left: Index, right: Index) -> Levels:
        """The level of each pair of cards."""
        both = (self.cars.sizes(left) > 0) & (self.cars.sizes(right) > 0)
        levels = np.where(both, Car.DIFFERENT, Car.MISSING).astype(np.uint8)
        pair, i, j = self.cars.shared(left, right)
        # Several shared cars: the one that speaks most for one owner counts.
        np.minimum.at(levels, pair, self._shared(i, j))
        return levels

    def _shared(self, i: Index, j: Index) -> Levels:
        """The level of each pair of (card, car) entries of one car."""
        first, last = self.first, self.last
        # where both began on one day the order of the cards must not matter
        begun = (first[i] < first[j]) | ((first[i] == first[j]) & (last[i] < last[j]))
        tie = (first[i] == first[j]) & (last[i] == last[j])
        early = np.where(begun | (tie & (self.bought[i] <= self.bought[j])), i, j)
        late = i + j - early
        levels = np.full(len(i), Car.SUCCESSION, dtype=np.uint8)
        levels[self._together(early, late)] = Car.SAME
        levels[self._resold(early, late)] = Car.RESOLD
        levels[(self.first[i] == _NEVER) | (self.first[j] == _NEVER)] = Car.UNDATED
        return levels

    def _together(self, early: Index, late: Index) -> Mask:
        """Periods that overlap, or visits that follow a purchase."""
        overlap = self.first[late] <= self.last[early]
        kept: Mask = overlap | (self.bought[early] != _NEVER)
        return kept

    def _resold(self, early: Index, late: Index) -> Mask:
        """Whether the car was sold anew between the two."""
        own = self.bought[late]
        again = (own != _NEVER) & (self.last[early] < own - _HANDOVER)
        between = self._sales_before(late, self.first[late]) - self._sales_before(
            early, self.last[early] + _HANDOVER
        )
        disjoint = self.first[late] > self.last[early] + _HANDOVER
        resold: Mask = again | (disjoint & (between > 0))
        return resold

    def _sales_before(self, entry: Index, day: Codes) -> Index:
        keys = self.cars.values[entry].astype(np.int64) * _DAYS + day
        return np.searchsorted(self.sales, keys, side="right")


def timelines(events: pl.DataFrame, size: int, sales: pl.DataFrame | None = None) -> Timelines:
    """The timelines from events of (owner, vehicle, kind, date).

    ``sales`` (vehicle, date) are those of the whole base, None where the events are of all of it.
    """
    day = pl.col("date").to_physical()
    spans = (
        events.group_by("owner", "vehicle")
        .agg(
            day.min().alias("first"),
            day.max().alias("last"),
            day.filter(pl.col("kind") == "sale").min().alias("bought"),
        )
        .sort("owner", "vehicle")
    )
    number = spans["vehicle"].unique().sort()
    codes = spans["vehicle"].rank("dense").to_numpy().astype(np.int32) - 1
    if sales is None:
        sales = events.filter(pl.col("kind") == "sale")
    sold = (
        sales.filter(pl.col("date").is_not_null(), pl.col("vehicle").is_in(number.implode()))
        .select("vehicle", day.alias("day"))
        .unique()
    )
    places = number.search_sorted(sold["vehicle"]).to_numpy().astype(np.int64) * _DAYS
    owners = spans["owner"].to_numpy().astype(np.int64)
    held = owners << _CAR | codes
    return Timelines(
        cars=bag_of(owners, codes, size),
        vehicles=number.to_numpy().astype(np.int64),
        first=_days(spans["first"]),
        last=_days(spans["last"]),
        bought=_days(spans["bought"]),
        sold=_sold(events, number, held),
        sales=np.sort(places + sold["day"].to_numpy()),
    )


def _sold(events: pl.DataFrame, vehicles: pl.Series, held: Index) -> Hashes:
    """A hash of the days of sale for each entry of ``held``, 0 where the card has none of the car.

    What a car was sold on parts its owners, whoever else they are.
    """
    sales = events.filter(pl.col("kind") == "sale", pl.col("date").is_not_null())
    sales = sales.select("owner", "vehicle", pl.col("date").to_physical()).unique()
    codes = vehicles.search_sorted(sales["vehicle"]).to_numpy().astype(np.int64)
    entries = np.searchsorted(held, sales["owner"].to_numpy().astype(np.int64) << _CAR | codes)
    return summed(entries, mixed(numbers(sales["date"].to_numpy())), len(held))


def _days(column: pl.Series) -> Codes:
    return column.fill_null(int(_NEVER)).to_numpy().astype(np.int32)
