"""What the checks of a report need to know beside its facts, read from the base."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.engine import Connection
from reports.reading import waiting_vins


@dataclass(frozen=True, slots=True)
class Counts:
    """``no_vin``: the cars known by something else than a VIN, a frame of vehicle_id.

    ``vin_out``: the rows whose VIN waits in quarantine, a frame of row_id.
    """

    no_vin: pl.DataFrame
    vin_out: pl.DataFrame


def counts(connection: Connection) -> Counts:
    """What the base says of VINs."""
    car = tables.vehicle.c
    no_vin = select(car.id.label("vehicle_id")).where(car.vin == "")
    return Counts(bulk.read(connection, no_vin), waiting_vins(connection, bulk.unheard))
