"""What the checks of a report need to know beside its facts, read from the base."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.engine import Connection
from rules.registry import RULES

_VIN_CODES = sorted({rule.code for rule in RULES if rule.field == "vin"})


@dataclass(frozen=True, slots=True)
class Counts:
    """``no_vin``: the cars known by something else than a VIN, a frame of vehicle_id.

    ``vin_out``: the rows whose VIN waits in quarantine, a frame of row_id.
    """

    no_vin: pl.DataFrame
    vin_out: pl.DataFrame


def counts(connection: Connection) -> Counts:
    """What the base says of VINs."""
    car, finding = tables.vehicle.c, tables.finding.c
    no_vin = select(car.id.label("vehicle_id")).where(car.vin == "")
    # by their codes, for these have an index and fields have none
    vin_out = select(finding.row_id).where(
        finding.code.in_(_VIN_CODES), finding.severity == "block", finding.state == "open"
    )
    return Counts(bulk.read(connection, no_vin), bulk.read(connection, vin_out).unique())
