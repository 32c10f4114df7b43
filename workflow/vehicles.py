"""Which car each event is about: the mentions of all rows resolved to vehicles with stable ids."""

from dataclasses import dataclass, field

import polars as pl

from db import shelf
from db import vehicles as base
from db.engine import Connection
from matching.dealer.vehicles import resolve
from workflow.neighbours import TAIL, near
from workflow.traces import Traces

_CAR = ("vin", "body_no", "plate", "make", "model")
_PAIR = ("vehicle_id", "card_id")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking changed; where all was linked, the ``cards`` alone are told.

    ``cards``: those of the vehicles that lost or won an event.
    ``ids``: of the vehicles that may be other than they were; ``vehicles`` and ``pairs``: these
    as they were, columns of the table, and the cards that their dated events were on.
    """

    cards: set[int]
    ids: frozenset[int] = frozenset()
    vehicles: pl.DataFrame = field(default_factory=pl.DataFrame)
    pairs: pl.DataFrame = field(default_factory=pl.DataFrame)


def link(connection: Connection, before: Traces | None = None) -> Linked:
    """Resolve the events' cars and write the vehicles; a vehicle once known keeps its id.

    Args:
        connection: the base.
        before: the traces of the cards written anew, as they were: what these cannot change is
            not looked at, and the end is the same. None where anything may have changed.
    """
    linked = _link(connection, before)
    shelf.note(connection, linked.cards)
    return linked


def _link(connection: Connection, before: Traces | None) -> Linked:
    if before is None:
        return _link_all(connection)
    now = base.mentions_of_cards(connection, before.cards).sort("row_id")
    was = before.events.select(now.columns).sort("row_id")
    if was.drop("vehicle_id").equals(now.drop("vehicle_id")):
        base.link(connection, was.select("row_id", "vehicle_id").drop_nulls())
        return Linked(set())
    return _link_near(connection, was, now)


def _link_all(connection: Connection) -> Linked:
    found = _keyed(base.mentions(connection))
    known = base.known(connection)
    ids = _with_new(connection, known.select("id", "key"), found)
    linked = _linked(found, ids)
    moved = linked.filter(_moved("vehicle_id"))
    links = moved.select("row_id", pl.col("linked_id").alias("vehicle_id"))
    base.link(connection, links, moved["row_id"])
    vehicles = _described(linked.filter(pl.col("linked_id").is_not_null()), ids)
    if not vehicles.equals(known):
        base.replace(connection, vehicles, only=None)
    changed = pl.concat([moved["vehicle_id"], moved["linked_id"]]).unique().implode()
    about = linked.filter(pl.col("linked_id").is_in(changed))
    return Linked(set(about["card_id"]) | set(moved["card_id"]))


def _link_near(connection: Connection, was: pl.DataFrame, now: pl.DataFrame) -> Linked:
    found = _keyed(near(connection, was, now)).filter("mine")
    known = base.ids_of_keys(connection, found["key"].to_list())
    ids = _with_new(connection, known, found)
    linked = _linked(found, ids)
    # an event written anew has no vehicle: what it was about is told by what it was
    old = pl.concat([_about(found), _about(was)])
    both = linked.drop("vehicle_id").join(old, on="row_id", how="full", coalesce=True)
    moved = both.filter(_moved("vehicle_id"))
    touched = both.join(now.select("row_id"), on="row_id", how="semi")
    changed = _ids(moved, "vehicle_id", "linked_id") | _ids(touched, "vehicle_id", "linked_id")
    vehicles = base.known_by_id(connection, changed)
    dated = was.filter(pl.col("date").is_not_null()).select(_PAIR).drop_nulls()
    pairs = pl.concat([base.dated_pairs(connection, changed), dated]).unique()
    links = linked.filter(_moved("vehicle_id"))
    renamed = links.select("row_id", pl.col("linked_id").alias("vehicle_id"))
    base.link(connection, renamed, moved["row_id"])
    _describe(connection, vehicles, ids.filter(pl.col("id").is_in(sorted(changed))))
    cards = base.cards_of(connection, _ids(moved, "vehicle_id", "linked_id"))
    return Linked(cards | _ids(moved, "card_id"), frozenset(changed), vehicles, pairs)


def _about(mentions: pl.DataFrame) -> pl.DataFrame:
    return mentions.select("row_id", "vehicle_id").drop_nulls()


def _moved(column: str) -> pl.Expr:
    return ~pl.col("linked_id").eq_missing(pl.col(column))


def _ids(frame: pl.DataFrame, *columns: str) -> set[int]:
    return {one for column in columns for one in frame[column].drop_nulls()}


def _keyed(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions with the ``key`` of the vehicle of each, "" where it cannot be told."""
    keys = resolve(mentions.select(pl.col("row_id").alias("mention"), *_CAR))
    return mentions.join(
        keys.rename({"mention": "row_id"}), on="row_id", how="left", maintain_order="left"
    ).with_columns(pl.col("key").fill_null(""))


def _linked(found: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    return found.join(ids, on="key", how="left").rename({"id": "linked_id"})


def _with_new(connection: Connection, known: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """id, key of the vehicles known and of new ones, numbered in the order of first mention."""
    fresh = (
        found.filter(pl.col("key") != "")
        .select("key")
        .unique(maintain_order=True)
        .join(known, on="key", how="anti", maintain_order="left")
    )
    if fresh.is_empty():
        return known
    last = base.last_id(connection)
    numbered = fresh.with_columns((pl.int_range(pl.len(), dtype=pl.Int64) + 1 + last).alias("id"))
    return pl.concat([known, numbered.select("id", "key")])


def _describe(connection: Connection, known: pl.DataFrame, ids: pl.DataFrame) -> None:
    """Write the vehicles (those ``known`` and those of the ids) as their events describe them."""
    every = pl.concat([known.select("id", "key"), ids]).unique("id")
    linked = base.mentions_of_vehicles(connection, every["id"])
    vehicles = _described(linked.rename({"vehicle_id": "linked_id"}), every)
    changed = vehicles.join(known, on=known.columns, how="anti", nulls_equal=True)
    base.replace(connection, changed, only=changed["id"].to_list())


def _described(linked: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    """The vehicles with their latest known data, columns as in the table vehicle."""
    latest = (
        linked.sort("date", "row_id", nulls_last=False)
        .with_columns(pl.col(pl.String).replace("", None))
        .group_by("linked_id")
        .agg(pl.col(*_CAR, "year").drop_nulls().last())
        .rename({"linked_id": "id"})
    )
    whole_vin = pl.col("key").str.strip_prefix("VIN:")
    return (
        ids.join(latest, on="id", how="left", maintain_order="left")
        .with_columns(pl.col(_CAR).fill_null(""))
        .with_columns(
            pl.when(whole_vin != pl.col("key")).then(whole_vin).otherwise("vin").alias("vin")
        )
        .with_columns(pl.col("vin").str.tail(TAIL).alias("vin_tail"))
        .select("id", "key", "vin", "vin_tail", "body_no", "plate", "make", "model", "year")
        .sort("id")
    )
