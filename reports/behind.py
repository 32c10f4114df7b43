"""The clients and cars behind a figure."""

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.engine import Connection
from reports.content import Column, Table, Unit
from resources.texts import gettext

_MOST = 1_000


def listed(connection: Connection, units: pl.DataFrame) -> Table:
    """The first thousand units with the client, the car and the day of each."""
    first = units.sort("date", "row_id").head(_MOST)
    clients = _clients(connection, first)
    cars = _cars(connection, first)
    shown = (
        first.select("card_id", "vehicle_id", "date", pl.col("decided").alias("client_id"))
        .join(clients, on="client_id", how="left", maintain_order="left")
        .join(cars, on="vehicle_id", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("client_id") > 0)
            .then(pl.format("C{}", pl.col("client_id").cast(pl.String).str.zfill(7)))
            .otherwise(pl.lit(""))
            .alias("client")
        )
        .select("client", "name", "car", "vin", "plate", "date")
    )
    columns = (
        Column("client", gettext("Client")),
        Column("name", gettext("Name")),
        Column("car", gettext("Car")),
        Column("vin", gettext("VIN")),
        Column("plate", gettext("Plate")),
        Column("date", gettext("Date"), Unit.DAY),
    )
    title = gettext("{shown} of {count}").format(shown=first.height, count=units.height)
    return Table(title, columns, tuple(shown.iter_rows()))


def _clients(connection: Connection, units: pl.DataFrame) -> pl.DataFrame:
    """client_id, name."""
    client = tables.client.c
    statement = select(
        client.id.label("client_id"),
        client.last_name,
        client.first_name,
        client.patronymic,
        client.company,
    )
    ids = units.filter(pl.col("decided") > 0)["decided"]
    found = bulk.read_for(connection, statement, client.id, ids)
    person = pl.concat_str("last_name", "first_name", "patronymic", separator=" ")
    name = pl.when(pl.col("company") != "").then("company").otherwise(person.str.strip_chars())
    return found.select("client_id", name.alias("name"))


def _cars(connection: Connection, units: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, car, vin, plate."""
    car = tables.vehicle.c
    statement = select(car.id.label("vehicle_id"), car.make, car.model, car.vin, car.plate)
    found = bulk.read_for(connection, statement, car.id, units["vehicle_id"].drop_nulls())
    return found.select(
        "vehicle_id",
        pl.concat_str("make", "model", separator=" ").str.strip_chars().alias("car"),
        "vin",
        "plate",
    )
