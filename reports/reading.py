"""What reports read of a base beside the stock: loads, candidates and who the cards are."""

from collections.abc import Callable
from datetime import date

import polars as pl
from sqlalchemy import func, select

from db import bulk, tables
from db.engine import Connection
from reports.facts import CANDIDATES
from rules.registry import RULES
from rules.vin import PLACEHOLDER

Heard = Callable[[], None]
_VIN_CODES = sorted({rule.code for rule in RULES if rule.field == "vin"})
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
    return read.with_columns(
        (pl.col("state") != "unlikely").alias("asked"), pl.col("left", "right").cast(pl.Int32)
    ).drop("state")


def waiting_vins(connection: Connection, heard: Heard) -> pl.DataFrame:
    """row_id of the rows whose VIN waits for a reviewer, once each.

    It is in quarantine, or doubtful, or a word that says there is none.
    """
    finding = tables.finding.c
    # by their codes, for these have an index and fields have none
    statement = select(finding.row_id).where(
        finding.code.in_(_VIN_CODES),
        (finding.severity != "info") | (finding.code == PLACEHOLDER.code),
        finding.state == "open",
    )
    return bulk.read(connection, statement, heard).unique()
