"""What reports read of a base: frames of its events, cards, candidates, cars and loads."""

from collections.abc import Callable
from datetime import date

import polars as pl
from sqlalchemy import case, func, select

from db import bulk, tables
from db.engine import Connection
from reports.facts import CANDIDATES

Heard = Callable[[], None]
UNDECIDED = ("open", "unsure", "unlikely")
"""The states of a candidate that nobody has decided, for certain."""


def last_loads(connection: Connection) -> dict[str, date]:
    """The day of the last load of each kind of source."""
    load, source = tables.load.c, tables.source.c
    statement = (
        select(source.kind, func.max(load.asof))
        .join_from(tables.load, tables.source)
        .group_by(source.kind)
    )
    return {str(kind): day for kind, day in connection.execute(statement)}


def candidates(connection: Connection, heard: Heard) -> pl.DataFrame:
    """The candidates that nobody decided, columns as in ``facts.CANDIDATES``."""
    found = tables.candidate.c
    columns = (found[name] for name in CANDIDATES if name != "asked")
    statement = select(*columns, found.state).where(found.state.in_(UNDECIDED))
    read = bulk.read(connection, statement, heard)
    return read.with_columns((pl.col("state") != "unlikely").alias("asked")).drop("state")


def cards(connection: Connection, heard: Heard) -> pl.DataFrame:
    """card_id, client_id, source_id, state, person and region of every card.

    A card that tells no region is of its client's.
    """
    card, member, client = tables.card.c, tables.membership.c, tables.client.c
    found = bulk.read(
        connection,
        select(card.id.label("card_id"), card.source_id, card.state, card.kind, card.region),
        heard,
    )
    members = bulk.read(connection, select(member.card_id, member.client_id), heard)
    regions = bulk.read(
        connection,
        select(client.id.label("client_id"), client.region.label("of_client")).where(
            client.region != ""
        ),
        heard,
    )
    return (
        found.join(members, on="card_id", how="left")
        .join(regions, on="client_id", how="left")
        .select(
            "card_id",
            "client_id",
            "source_id",
            "state",
            (pl.col("kind") == "person").alias("person"),
            pl.when(pl.col("region") != "")
            .then("region")
            .otherwise(pl.col("of_client").fill_null(""))
            .alias("region"),
            pl.col("of_client").fill_null("").alias("client_region"),
        )
    )


def vehicles(connection: Connection, heard: Heard) -> pl.DataFrame:
    """vehicle_id, make, model (make and model), year and loose of every car."""
    car = tables.vehicle.c
    by_plate = case((car.key.like("PLATE:%"), 1), else_=0).label("by_plate")
    found = bulk.read(
        connection,
        select(car.id.label("vehicle_id"), car.make, car.model, car.year, by_plate),
        heard,
    )
    return found.select(
        "vehicle_id",
        "make",
        pl.concat_str("make", "model", separator=" ").str.strip_chars().alias("model"),
        pl.col("year").cast(pl.Int32),
        (pl.col("by_plate") == 1).alias("loose"),
    )


def events(connection: Connection, heard: Heard) -> pl.DataFrame:
    """Every event but the mere mention of a car.

    ``is_closed``: it has a date of its end; ``amount`` is a number; ``typed_year`` as its row
    has it.
    """
    event = tables.event.c
    texts = (event.status, event.visit_kind, event.to_no, event.to_basis, event.payer)
    columns = (
        *(event.row_id, event.card_id, event.kind, event.date, event.vehicle_id),
        case((event.closed.is_not(None), 1), else_=0).label("is_closed"),
        *(*texts, event.amount, event.mileage, event.branch, event.staff, event.number),
        event.year.label("typed_year"),
        *(event.due, event.outcome, event.channel, event.score, event.scale),
    )
    found = bulk.read(connection, select(*columns).where(event.kind != "car"), heard)
    return found.with_columns(
        pl.col("is_closed") == 1,
        pl.col("amount").cast(pl.Float64, strict=False),
        pl.col("typed_year").cast(pl.Int32),
    )
