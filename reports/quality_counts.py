"""What the quality of a base is judged by: its cards, clients and findings, as frames."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from sqlalchemy import Integer, case, func, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, tables
from db.engine import Connection
from reports import raw_cells, stock

HAS = ("name", "phone", "email", "birth", "region")
"""What a card or a client is asked for; of birth dates only persons are."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A base as its quality report needs it.

    ``sources``: the names by id; ``rows``: how many rows each has. ``cards`` has card_id,
    source_id, state, person, client_id (null where it has none) and, as booleans, what it has;
    ``clients`` client_id, person and the same. ``findings`` has row_id, card_id, severity and
    state of every finding; ``authors`` row_id and author.
    """

    sources: dict[int, str]
    rows: dict[int, int]
    cards: pl.DataFrame
    clients: pl.DataFrame
    findings: pl.DataFrame
    authors: pl.DataFrame


def counts(connection: Connection, heard: Callable[[], None] = bulk.unheard) -> Counts:
    """The cards, clients and findings of a base."""
    source, row = tables.source.c, tables.row.c
    names = connection.execute(select(source.id, source.name).order_by(source.id))
    rows = connection.execute(select(row.source_id, func.count()).group_by(row.source_id))
    return Counts(
        sources={int(key): str(name) for key, name in names},
        rows={int(key): int(count) for key, count in rows},
        cards=_cards(connection, heard),
        clients=_clients(connection, heard),
        findings=_findings(connection, heard),
        authors=raw_cells.authors(connection, heard),
    )


def _flag(name: str, condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0).cast(Integer).label(name)


def _cards(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    cards = stock.frame(connection, stock.CARDS, heard)
    filled = stock.frame(connection, stock.FILLED, heard)
    known = cards.select("card_id", "source_id", "state", "person", "client_id")
    has = filled.select(pl.all().exclude("card_id", "has_region"), region="has_region")
    return known.hstack(has)


def _clients(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    client = tables.client.c
    named = ((client.last_name != "") & (client.first_name != "")) | (client.company != "")
    statement = select(
        client.id.label("client_id"),
        _flag("person", client.kind == "person"),
        _flag("name", named),
        _flag("phone", client.phones != ""),
        _flag("email", client.emails != ""),
        _flag("birth", client.birth_date.is_not(None)),
        _flag("region", client.region != ""),
    )
    return bulk.read(connection, statement, heard).with_columns(pl.col("person", *HAS) == 1)


def _findings(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    finding = tables.finding.c
    statement = select(finding.row_id, finding.card_id, finding.severity, finding.state)
    return bulk.read(connection, statement, heard).with_columns(
        pl.col("severity", "state").cast(pl.Categorical)
    )
