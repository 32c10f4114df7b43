"""Reading rows and writing what is computed from them: cards, contacts, findings, events."""

from collections.abc import Collection

import polars as pl
from sqlalchemy import select

from db import bulk, entered, fact_parts, shelf, tables
from db.engine import Connection


def heads(connection: Connection, card_ids: Collection[int] | None) -> pl.DataFrame:
    """id, source_id, source_key of the cards named (None: all), by id."""
    card = tables.card.c
    statement = select(card.id, card.source_id, card.source_key)
    return bulk.read_scoped(connection, statement, card.id, card_ids).sort("id")


def seals(connection: Connection) -> pl.DataFrame:
    """id, seal of every card, as it was when the card was derived."""
    card = tables.card.c
    return bulk.read(connection, select(card.id, card.seal))


def loads(connection: Connection, load_ids: Collection[int]) -> pl.DataFrame:
    """load_id, source_id, asof, mapping, kind, area_code of these loads."""
    load, source = tables.load.c, tables.source.c
    statement = select(
        load.id.label("load_id"),
        load.source_id,
        load.asof,
        load.mapping,
        source.kind,
        source.area_code,
    ).join_from(tables.load, tables.source)
    return bulk.read_for(connection, statement, load.id, load_ids)


def rows(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """row_id, card_id, load_id, cells of the rows of these cards, by row.

    The cells of rows that were entered and do not count are ``cells.NOTHING``.
    """
    row = tables.row.c
    statement = select(row.id.label("row_id"), row.card_id, row.load_id, row.cells)
    found = bulk.read_for(connection, statement, row.card_id, card_ids).sort("row_id")
    return entered.in_force(connection, found)


def corrections(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """The corrections in force of these cards, the oldest decision first.

    Columns: seq, card_id, field, raw, code, action, value.
    """
    correction, decision = tables.correction.c, tables.decision.c
    statement = (
        select(
            decision.seq,
            correction.card_id,
            correction.field,
            correction.raw,
            correction.code,
            correction.action,
            correction.value,
        )
        .join_from(tables.correction, tables.decision)
        .where(decision.undone_by.is_(None))
    )
    return bulk.read_for(connection, statement, correction.card_id, card_ids).sort("seq")


def replace(
    connection: Connection,
    card_ids: Collection[int],
    *,
    cards: pl.DataFrame,
    contacts: pl.DataFrame,
    findings: pl.DataFrame,
    events: pl.DataFrame,
) -> None:
    """Put newly computed frames in place of what these cards had."""
    shelf.note(connection, card_ids)
    if fact_parts.any_stored(connection):
        fact_parts.forget(connection, fact_parts.CARDS, card_ids)
        fact_parts.forget_changed(connection, card_ids, events)
    known = bulk.delete_for(connection, tables.card, tables.card.c.id, card_ids)
    bulk.write(connection, tables.card, cards)
    for table, frame in (
        (tables.contact, contacts),
        (tables.finding, findings),
        (tables.event, events),
    ):
        if known:  # a new card has nothing yet
            bulk.delete_for(connection, table, table.c.card_id, card_ids)
        bulk.write(connection, table, frame)
