"""Counts that tell what is in a base."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.sql.elements import ColumnElement

from db import exports, tables
from db.engine import Connection


@dataclass(frozen=True, slots=True)
class LoadCount:
    """One load: what its file held, and how much of it was new."""

    id: int
    source: str
    kind: str
    file_name: str
    at: str
    by: str
    tally: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a base. ``rows`` by "unified", "quarantined", "junk" …; the sum is all loaded."""

    loads: tuple[LoadCount, ...]
    rows: dict[str, int]
    cards: dict[str, int]
    candidates: dict[str, int]
    groups_open: int
    groups: int
    clients: int
    vehicles: int
    decisions: int

    @property
    def loaded(self) -> int:
        """How many rows were loaded."""
        return sum(self.rows.values())


def summary(connection: Connection) -> Summary:
    """The counts of a base."""
    group = tables.review_group.c
    return Summary(
        loads=tuple(loads(connection)),
        rows=exports.rows_by_state(connection),
        cards=_by(connection, tables.card.c.state),
        candidates=_by(connection, tables.candidate.c.state),
        groups_open=_count(connection, select(func.count()).where(group.open > 0)),
        groups=_count(connection, select(func.count(group.id))),
        clients=_count(connection, select(func.count(tables.client.c.id))),
        vehicles=_count(connection, select(func.count(tables.event.c.vehicle_id.distinct()))),
        decisions=_count(connection, select(func.count(tables.decision.c.id))),
    )


def loads(connection: Connection) -> list[LoadCount]:
    """Every load, the oldest first."""
    load, source = tables.load.c, tables.source.c
    statement = (
        select(load.id, source.name, source.kind, load.file_name, load.at, load.by, load.tally)
        .join_from(tables.load, tables.source)
        .order_by(load.id)
    )
    return [LoadCount(*values) for values in connection.execute(statement)]


def _by(connection: Connection, column: ColumnElement[str]) -> dict[str, int]:
    statement = select(column, func.count()).group_by(column).order_by(column)
    return {str(name): int(count) for name, count in connection.execute(statement)}


def _count(connection: Connection, statement: Select[Any]) -> int:
    return int(connection.execute(statement).scalar_one())
