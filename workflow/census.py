"""The census: what the rules over the whole base count, taken whole or kept up to date.

It tells how many values stand on so many cards, how many cars are known from so many cards, and
what the cars of each plant are like.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

import polars as pl

from db import across as base
from db import census, vehicles
from db.engine import Connection
from workflow import learned
from workflow.learned import CENSUS
from workflow.traces import Traces, Value
from workflow.vehicles import Linked

VEHICLE = "vehicle"
_CARDS = "card"
_USUAL_OF_A_HUNDRED = 0.95


def taken(connection: Connection, events: pl.DataFrame, cars: pl.DataFrame) -> pl.DataFrame:
    """The whole census, written; as ``CENSUS``.

    Args:
        connection: the base.
        events: vehicle_id, card_id of every dated event.
        cars: id, vin, make, year of every vehicle.
    """
    spread = base.spread(connection).select(
        pl.col("field").alias("what"),
        pl.lit("").alias("plant"),
        pl.col("cards").cast(pl.String).alias("key"),
        pl.col("values").alias("number"),
    )
    pairs = events.select("vehicle_id", "card_id").unique()
    counts = _sum(
        [spread, _cards(base.count_cards(connection)), *_of_cars(cars, pairs)],
    )
    census.replace(connection, counts, None)
    return counts


def of(connection: Connection, plants: Collection[str]) -> pl.DataFrame:
    """The counts over the whole base and of these plants; empty where none were ever taken."""
    return census.read(connection, {"", *plants})


def never_taken(connection: Connection) -> bool:
    """Whether the base has cards that were never counted, as one of an older version."""
    return not census.is_taken(connection)


def moved(
    connection: Connection,
    before: Traces,
    now: Traces,
    linked: Linked,
    numbers: Mapping[Value, tuple[int, int]],
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The counts that a change may move, before it and after it; written.

    ``numbers``: on how many cards each value stood that came or went, and stands now.
    """
    less, more = [_cards(len(before.families))], [_cards(len(now.families))]
    less.append(_spread({value: was for value, (was, _) in numbers.items()}))
    more.append(_spread({value: is_now for value, (_, is_now) in numbers.items()}))
    if linked.ids:
        less += _of_cars(linked.vehicles, linked.pairs)
        cars = base.vehicles(connection, linked.ids)
        more += _of_cars(cars, vehicles.dated_pairs(connection, linked.ids))
    changes = _sum([*more, *(part.with_columns(-pl.col("number")) for part in less)])
    plants = set(changes["plant"])
    counts = of(connection, plants)
    if changes.is_empty():
        return counts, counts
    after = _sum([counts, changes])
    census.replace(connection, after, {"", *plants})
    return counts, after


def _sum(parts: Collection[pl.DataFrame]) -> pl.DataFrame:
    summed = pl.concat([part.select(list(CENSUS)) for part in parts])
    return (
        summed.group_by("plant", "what", "key")
        .agg(pl.col("number").sum())
        .filter(pl.col("number") != 0)
    )


def _cards(number: int) -> pl.DataFrame:
    return pl.DataFrame([("", _CARDS, "", number)], schema=CENSUS, orient="row")


def _spread(numbers: Mapping[Value, int]) -> pl.DataFrame:
    rows = [("", field, str(cards), 1) for (field, _), cards in numbers.items() if cards]
    return pl.DataFrame(rows, schema=CENSUS, orient="row")


def _of_cars(cars: pl.DataFrame, pairs: pl.DataFrame) -> list[pl.DataFrame]:
    whole = learned.with_wmi(cars)
    crowds = crowded(whole, pairs).group_by(pl.col("cards").cast(pl.String).alias("key"))
    spread = crowds.agg(pl.len().cast(pl.Int64).alias("number")).with_columns(
        pl.lit(VEHICLE).alias("what"), pl.lit("").alias("plant")
    )
    return [spread, learned.counted(whole)]


def crowded(whole: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, cards: on how many cards each of these cars is."""
    mine = pairs.join(whole.select(pl.col("id").alias("vehicle_id")), on="vehicle_id", how="semi")
    return mine.group_by("vehicle_id").agg(pl.len().cast(pl.Int64).alias("cards"))


def cards(counts: pl.DataFrame) -> int:
    """How many cards the base has."""
    return int(counts.filter(pl.col("what") == _CARDS)["number"].sum())


def usual(counts: pl.DataFrame) -> Mapping[str, int]:
    """By field, and for ``VEHICLE``, on how many cards ninety-five of a hundred stand at most."""
    spreads: dict[str, list[tuple[int, int]]] = {}
    for what, key, number in (
        counts.filter(pl.col("plant") == "").select("what", "key", "number").iter_rows()
    ):
        if key:
            spreads.setdefault(what, []).append((int(key), number))
    return defaultdict(lambda: 1, {what: _usual(sorted(all_)) for what, all_ in spreads.items()})


def _usual(spread: Sequence[tuple[int, int]]) -> int:
    least = int((sum(number for _, number in spread) - 1) * _USUAL_OF_A_HUNDRED)
    reached = accumulate(number for _, number in spread)
    return next(cards for (cards, _), so_far in zip(spread, reached, strict=True) if so_far > least)
