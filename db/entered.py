"""Cards entered by hand: rows of the source "entry", one version of a card each.

The digest of such a row is the id of the decision that entered it: a row counts while its
decision stands, and of a card's rows that count the latest one alone is read.
"""

import json
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

import polars as pl
from sqlalchemy import func, insert, select

from db import bulk, loads, tables
from db.cells import NOTHING
from db.engine import Connection
from db.loads import SourceRow

SOURCE = KIND = "entry"


def in_force(connection: Connection, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with ``NOTHING`` for cells where they were entered and do not count.

    Args:
        connection: the base.
        rows: row_id, card_id, load_id, cells.
    """
    load, source, row = tables.load.c, tables.source.c, tables.row.c
    statement = select(load.id).join_from(tables.load, tables.source).where(source.kind == KIND)
    entered = rows.filter(pl.col("load_id").is_in(bulk.read(connection, statement)["id"].implode()))
    if entered.is_empty():
        return rows
    digests = bulk.read_for(
        connection, select(row.id.label("row_id"), row.digest), row.id, entered["row_id"]
    )
    standing = digests.filter(~pl.col("digest").is_in(_undone(connection, digests["digest"])))
    latest = (
        entered.join(standing, on="row_id", how="semi")
        .group_by("card_id")
        .agg(pl.col("row_id").max())["row_id"]
    )
    dead = pl.col("row_id").is_in(entered["row_id"].implode()) & ~pl.col("row_id").is_in(
        latest.implode()
    )
    return rows.with_columns(
        pl.when(dead).then(pl.lit(NOTHING)).otherwise(pl.col("cells")).alias("cells")
    )


def _undone(connection: Connection, digests: Iterable[bytes]) -> list[bytes]:
    """Those digests whose decisions were taken back."""
    decision = tables.decision.c
    ids = [str(UUID(bytes=digest)) for digest in digests]
    statement = select(decision.id).where(
        bulk.among(connection, decision.id, ids), decision.undone_by.is_not(None)
    )
    return [UUID(found).bytes for found in connection.execute(statement).scalars()]


def entered_by(connection: Connection, decision_id: str) -> int | None:
    """The card that a decision entered, None if that is still to be done."""
    row, source_ = tables.row.c, tables.source.c
    # not as a join: SQLite would walk all rows to find the one source
    mine = row.source_id.in_(select(source_.id).where(source_.kind == KIND))
    statement = select(row.card_id).where(mine, row.digest == UUID(decision_id).bytes)
    return connection.execute(statement).scalar()


def source(connection: Connection) -> SourceRow:
    """The source of entered cards; it completes local phones as it did from the beginning."""
    known = loads.find_source(connection, SOURCE)
    return known or loads.source(connection, SOURCE, KIND, area_code(connection))


def area_code(connection: Connection) -> str:
    """What completes local phones that are typed in, "" if nothing does."""
    known = {one.name: one.area_code for one in loads.sources(connection)}
    return known[SOURCE] if SOURCE in known else next(filter(None, known.values()), "")


def load_of_day(connection: Connection, source_id: int, by: str, day: date) -> int | None:
    """The load that takes what a person enters on a day, None if there is none yet."""
    load = tables.load.c
    statement = select(func.max(load.id)).where(
        load.source_id == source_id, load.by == by, load.asof == day
    )
    return connection.execute(statement).scalar()


def write(
    connection: Connection,
    *,
    decision_id: str,
    load_id: int,
    source_id: int,
    card_id: int,
    cells: str,
) -> int:
    """Write a version of a card; returns the number of the row in its load."""
    load = tables.load.c
    tally = connection.execute(select(load.tally).where(load.id == load_id)).scalar_one()
    last = int(json.loads(tally).get("rows", 0))
    row_id, _ = loads.next_ids(connection)
    connection.execute(
        insert(tables.row).values(
            id=row_id,
            load_id=load_id,
            source_id=source_id,
            no=last + 1,
            digest=UUID(decision_id).bytes,
            card_id=card_id,
            cells=cells,
        )
    )
    return last + 1


def cards_of(connection: Connection, card_ids: Collection[int]) -> list[int]:
    """Those of the cards that were entered by hand, the oldest first."""
    card, source_ = tables.card.c, tables.source.c
    statement = (
        select(card.id)
        .join_from(tables.card, tables.source)
        .where(source_.kind == KIND, card.id.in_(card_ids))
        .order_by(card.id)
    )
    return list(connection.execute(statement).scalars())


def version(connection: Connection, card_id: int) -> tuple[int, str, str] | None:
    """The row of an entered card that counts: its id, cells and headers; None if none does."""
    row, load = tables.row.c, tables.load.c
    statement = select(row.id.label("row_id"), row.card_id, row.load_id, row.cells).where(
        row.card_id == card_id
    )
    rows = in_force(connection, bulk.read(connection, statement)).filter(pl.col("cells") != NOTHING)
    if rows.is_empty():
        return None
    row_id, _, load_id, cells = rows.row(0)
    headers = connection.execute(select(load.headers).where(load.id == load_id)).scalar_one()
    return row_id, cells, headers


def source_key(connection: Connection, card_id: int) -> str:
    """The source's own id of a card."""
    card = tables.card.c
    return str(connection.execute(select(card.source_key).where(card.id == card_id)).scalar_one())
