"""The journal as a long list, the latest entry first, with the decision each entry records."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from db import tables
from db.decisions import Decision
from db.engine import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what was done, with ids and counts only.

    ``decision`` is its decision, "" for what cannot be taken back; ``standing`` says whether
    the decision is in force.
    """

    seq: int
    at: str
    by: str
    action: str
    details: Mapping[str, Any]
    decision: str = ""
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: whose name holds one of the texts, or whose action is among these.

    Neither given: all of them. ``standing`` wants only decisions in force.
    """

    texts: tuple[str, ...] = ()
    actions: frozenset[str] = frozenset()
    standing: bool = False


def count(connection: Connection, wanted: Wanted) -> int:
    """How many entries there are."""
    table = tables.decision if wanted.standing else tables.journal
    statement = _filtered(select(func.count()).select_from(table), wanted)
    return int(connection.execute(statement).scalar_one())


def page(
    connection: Connection,
    wanted: Wanted,
    *,
    sort: str = "",
    descending: bool = True,
    offset: int = 0,
    limit: int = 100,
) -> list[Entry]:
    """A page of entries by time (the latest first unless sorted otherwise) or by who made them."""
    table = tables.decision if wanted.standing else tables.journal
    late = table.c.seq.desc()
    order = {
        "by": [table.c.by.desc() if descending else table.c.by, late],
        "at": [late if descending else table.c.seq],
    }.get(sort, [late])
    statement = _filtered(select(table), wanted).order_by(*order).limit(limit).offset(offset)
    rows = connection.execute(statement).all()
    if wanted.standing:
        return [
            Entry(row.seq, row.at, row.by, row.kind, json.loads(row.details), row.id, standing=True)
            for row in rows
        ]
    entries = [Entry(row.seq, row.at, row.by, row.action, json.loads(row.details)) for row in rows]
    return _with_decisions(connection, entries)


def decisions(connection: Connection, ids: Collection[str]) -> dict[str, Decision]:
    """The decisions with these ids."""
    found = connection.execute(
        select(tables.decision).where(tables.decision.c.id.in_(sorted(ids)))
    ).all()
    return {
        row.id: Decision(
            row.id, row.seq, row.at, row.by, row.kind, json.loads(row.details), row.undone_by
        )
        for row in found
    }


def file_names(connection: Connection, load_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The source and the file of these loads."""
    load, source = tables.load.c, tables.source.c
    statement = (
        select(load.id, source.name, load.file_name)
        .join_from(tables.load, tables.source)
        .where(load.id.in_(sorted(load_ids)))
    )
    return {load_id: (name, file) for load_id, name, file in connection.execute(statement)}


def _with_decisions(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    ids = {str(entry.details.get("decision", "")) for entry in entries} - {""}
    known = decisions(connection, ids)
    made = []
    for entry in entries:
        decision = known.get(str(entry.details.get("decision", "")))
        made.append(
            entry
            if decision is None
            else Entry(
                entry.seq,
                entry.at,
                entry.by,
                entry.action,
                entry.details,
                decision.id,
                standing=decision.undone_by is None,
            )
        )
    return made


def _filtered(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    table = tables.decision.c if wanted.standing else tables.journal.c
    action = table.kind if wanted.standing else table.action
    if wanted.texts or wanted.actions:
        statement = statement.where(
            or_(
                action.in_(sorted(wanted.actions)),
                *(table.by.contains(text, autoescape=True) for text in wanted.texts),
            )
        )
    return statement.where(table.undone_by.is_(None)) if wanted.standing else statement
