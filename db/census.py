"""The counts of the whole base that its rules keep."""

from collections.abc import Collection

import polars as pl
from sqlalchemy import delete, select

from db import bulk, tables
from db.engine import Connection


def read(connection: Connection, plants: Collection[str]) -> pl.DataFrame:
    """The counts of these plants, columns of the table; those over all are of the plant ""."""
    statement = select(tables.census).where(bulk.among(connection, tables.census.c.plant, plants))
    return bulk.read(connection, statement)


def is_taken(connection: Connection) -> bool:
    """Whether anything is counted."""
    return connection.execute(select(tables.census.c.what).limit(1)).first() is not None


def replace(connection: Connection, counts: pl.DataFrame, plants: Collection[str] | None) -> None:
    """Put these counts in place of those of the plants (None: of all)."""
    doomed = delete(tables.census)
    if plants is not None:
        doomed = doomed.where(bulk.among(connection, tables.census.c.plant, plants))
    connection.execute(doomed)
    bulk.write(connection, tables.census, counts)
