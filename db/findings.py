"""Findings as the Check page and the command line see them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import Integer, Select, func, select, tuple_

from db import bulk, tables
from db.engine import Connection

_CHUNK = 500  # keys asked for in one statement


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings a rule has, and how many of them are still open."""

    code: str
    field: str
    severity: str
    count: int
    open: int


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding with what a person needs to decide on it."""

    row_id: int
    position: int
    card_id: int
    source: str
    source_key: str
    row: int
    field: str
    code: str
    severity: str
    raw: str
    value: str
    suggestion: str
    repaired: bool
    params: str
    state: str


def by_rule(connection: Connection) -> list[RuleCount]:
    """The findings counted by rule, blocking rules first, then the most frequent."""
    f = tables.finding.c
    still = func.sum((f.state == "open").cast(Integer))
    statement = select(f.code, f.field, f.severity, func.count(), still).group_by(
        f.code, f.field, f.severity
    )
    order = {"block": 0, "warn": 1, "info": 2}
    found = [RuleCount(*values) for values in connection.execute(statement)]
    return sorted(found, key=lambda one: (order[one.severity], -one.count, one.code, one.field))


def count(connection: Connection, *, codes: Collection[str] = (), state: str = "") -> int:
    """How many findings there are of these rules (none named: of all) in a state ("": any)."""
    statement = select(func.count()).select_from(tables.finding)
    return int(connection.execute(_filtered(statement, codes, state)).scalar_one())


def page(
    connection: Connection,
    *,
    codes: Collection[str] = (),
    state: str = "",
    offset: int = 0,
    limit: int = 100,
) -> list[FindingRow]:
    """A page of findings in the order of their rows."""
    f = tables.finding.c
    statement = _filtered(_rows(), codes, state).order_by(f.row_id, f.position)
    return [
        FindingRow(*values) for values in connection.execute(statement.limit(limit).offset(offset))
    ]


def named(connection: Connection, keys: Sequence[tuple[int, int]]) -> list[FindingRow]:
    """The findings with these (row_id, position), by row."""
    f = tables.finding.c
    ordered = sorted(set(keys))
    found: list[FindingRow] = []
    for start in range(0, len(ordered), _CHUNK):
        some = tuple_(f.row_id, f.position).in_(ordered[start : start + _CHUNK])
        statement = _rows().where(some).order_by(f.row_id, f.position)
        found.extend(FindingRow(*values) for values in connection.execute(statement))
    return found


def open_frame(connection: Connection) -> pl.DataFrame:
    """The open findings that a person should see to, columns as in ``FindingRow``, by row."""
    f = tables.finding.c
    statement = _rows().where(f.state == "open", f.severity != "info")
    found = bulk.read(connection, statement).sort("row_id", "position")
    return found.rename({"name": "source", "no": "row"})


def _rows() -> Select[Any]:
    f, row, card, source = tables.finding.c, tables.row.c, tables.card.c, tables.source.c
    return (
        select(
            f.row_id,
            f.position,
            f.card_id,
            source.name,
            card.source_key,
            row.no,
            f.field,
            f.code,
            f.severity,
            f.raw,
            f.value,
            f.suggestion,
            f.repaired,
            f.params,
            f.state,
        )
        .join_from(tables.finding, tables.row, f.row_id == row.id)
        .join(tables.card, f.card_id == card.id)
        .join(tables.source, card.source_id == source.id)
    )


def _filtered(statement: Select[Any], codes: Collection[str], state: str) -> Select[Any]:
    f = tables.finding.c
    if codes:
        statement = statement.where(f.code.in_(sorted(codes)))
    if state:
        statement = statement.where(f.state == state)
    return statement
