"""What a check of a base reads: the database's own word, counts, and digests of its tables."""

import hashlib

import polars as pl
from sqlalchemy import delete, func, select

from db import bulk, decisions, tables
from db.engine import Connection, is_sqlite

COMPUTED = (
    tables.card,
    tables.contact,
    tables.vehicle,
    tables.event,
    tables.finding,
    tables.census,
    tables.standing,
    tables.candidate,
    tables.review_group,
    tables.membership,
    tables.client,
    tables.golden,
    tables.client_word,
    tables.role,
)


def damage(connection: Connection) -> list[str]:
    """What SQLite's own check finds wrong; PostgreSQL keeps checksums of its own."""
    if not is_sqlite(connection):
        return []
    said = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    return [str(line) for line in said if line != "ok"]


def rows_without_card(connection: Connection) -> int:
    """How many loaded rows belong to no card; 0 in a whole base."""
    statement = (
        select(func.count())
        .select_from(tables.row)
        .outerjoin(tables.card, tables.row.c.card_id == tables.card.c.id)
        .where(tables.card.c.id.is_(None))
    )
    return int(connection.execute(statement).scalar_one())


def count_rows(connection: Connection) -> int:
    """How many rows were loaded."""
    return int(connection.execute(select(func.count()).select_from(tables.row)).scalar_one())


def count_journal(connection: Connection) -> int:
    """How many entries the journal has."""
    return int(connection.execute(select(func.count()).select_from(tables.journal)).scalar_one())


def digests(connection: Connection) -> dict[str, str]:
    """The SHA-256 of the content of every computed table, by its name."""
    found: dict[str, str] = {}
    for table in COMPUTED:
        frame = bulk.read(connection, select(*(one for one in table.c if one.name != "seal")))
        ordered = frame.sort([column.name for column in table.primary_key.columns])
        found[table.name] = hashlib.sha256(ordered.write_csv().encode()).hexdigest()
    return found


def rebuild_standing(connection: Connection) -> None:
    """Compute the judgements in force from the decisions."""
    word = tables.judgement.c
    pairs = bulk.read(connection, select(word.left, word.right)).unique().sort("left", "right")
    connection.execute(delete(tables.standing))
    decisions.restore_standing(connection, pairs)


def fingerprint(frames: dict[str, pl.DataFrame]) -> str:
    """The SHA-256 of what frames hold."""
    seal = hashlib.sha256()
    for name in sorted(frames):
        seal.update(name.encode())
        seal.update(frames[name].write_csv().encode())
    return seal.hexdigest()
