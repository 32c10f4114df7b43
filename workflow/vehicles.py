"""Which car each event is about: the mentions of all rows resolved to vehicles with stable ids."""

import polars as pl

from db import cards as base
from db.engine import Connection
from matching.vehicles import resolve

TAIL = 6  # characters of a VIN that service desks search by


def link(connection: Connection) -> set[int]:
    """Resolve every event's car and write the vehicles; a vehicle once known keeps its id.

    Returns the cards with events of a vehicle that lost or won an event.
    """
    mentions = base.mentions(connection)
    car = ["vin", "body_no", "plate", "make", "model", "year"]
    keys = resolve(mentions.select(pl.col("row_id").alias("mention"), *car))
    found = mentions.join(
        keys.rename({"mention": "row_id"}), on="row_id", how="left", maintain_order="left"
    ).with_columns(pl.col("key").fill_null(""))
    known = base.vehicles(connection)
    ids = _ids(found, known.select("id", "key"))
    linked = found.join(ids, on="key", how="left").rename({"id": "linked_id"})
    changed = linked.filter(~pl.col("linked_id").eq_missing(pl.col("vehicle_id")))
    base.link_vehicles(
        connection, changed.select("row_id", pl.col("linked_id").alias("vehicle_id"))
    )
    vehicles = _described(linked.filter(pl.col("linked_id").is_not_null()), ids)
    if not vehicles.equals(known):
        base.replace_vehicles(connection, vehicles)
    moved = set(changed["vehicle_id"].drop_nulls()) | set(changed["linked_id"].drop_nulls())
    return base.cards_of_vehicles(connection, moved)


def _ids(found: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """id, key of every vehicle, new ones numbered in the order of their first mention."""
    fresh = (
        found.filter(pl.col("key") != "")
        .select("key")
        .unique(maintain_order=True)
        .join(known, on="key", how="anti", maintain_order="left")
    )
    last = known["id"].max() if known.height else 0
    numbered = fresh.with_columns((pl.int_range(pl.len(), dtype=pl.Int64) + 1 + last).alias("id"))
    return pl.concat([known, numbered.select("id", "key")])


def _described(linked: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    """The vehicles with their latest known data, columns as in the table vehicle."""
    latest = (
        linked.sort("date", "row_id", nulls_last=False)
        .with_columns(pl.col(pl.String).replace("", None))
        .group_by("linked_id")
        .agg(pl.col("vin", "body_no", "plate", "make", "model", "year").drop_nulls().last())
        .rename({"linked_id": "id"})
    )
    whole_vin = pl.col("key").str.strip_prefix("VIN:")
    return (
        ids.join(latest, on="id", how="left", maintain_order="left")
        .with_columns(pl.col("vin", "body_no", "plate", "make", "model").fill_null(""))
        .with_columns(
            pl.when(whole_vin != pl.col("key")).then(whole_vin).otherwise("vin").alias("vin")
        )
        .with_columns(pl.col("vin").str.tail(TAIL).alias("vin_tail"))
        .select("id", "key", "vin", "vin_tail", "body_no", "plate", "make", "model", "year")
        .sort("id")
    )
