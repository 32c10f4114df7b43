"""Findings as a long list: counted by rule, filtered, sorted and read a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, Select, case, func, or_, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from db import tables
from db.engine import Connection
from db.findings import FindingRow

Key = tuple[int, int]  # row_id and position of a finding

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings: "" and () name no rule, no severity, no text.

    ``texts`` are the spellings of one text, any of which may stand in the card's name, its key,
    or the value.
    """

    code: str = ""
    severity: str = ""
    texts: tuple[str, ...] = ()
    open_only: bool = True


@dataclass(frozen=True, slots=True)
class FieldCount:
    """The findings of one rule in one field, and how many of the open ones propose a repair."""

    code: str
    field: str
    severity: str
    count: int
    open: int
    repairable: int


@dataclass(frozen=True, slots=True)
class Line:
    """One finding with the names of its card."""

    finding: FindingRow
    names: tuple[str, ...]


def counts(connection: Connection) -> list[FieldCount]:
    """The findings counted by rule and field."""
    f = tables.finding.c
    is_open = f.state == "open"
    statement = select(
        f.code,
        f.field,
        f.severity,
        func.count(),
        func.sum(is_open.cast(Integer)),
        func.sum((is_open & (f.suggestion != "")).cast(Integer)),
    ).group_by(f.code, f.field, f.severity)
    return [FieldCount(*values) for values in connection.execute(statement)]


def count(connection: Connection, wanted: Wanted) -> int:
    """How many findings there are."""
    statement = _filtered(select(func.count()).select_from(tables.finding), wanted)
    return int(connection.execute(statement).scalar_one())


def page(
    connection: Connection,
    wanted: Wanted,
    *,
    sort: str = "",
    descending: bool = False,
    offset: int = 0,
    limit: int = 100,
) -> list[Line]:
    """A page of findings, sorted by a column ("" by row), rows and positions deciding ties."""
    f = tables.finding.c
    statement = _filtered(select(f.row_id, f.position), wanted)
    if sort in _SORTS and not wanted.texts:
        statement = _with_card(statement)
    columns = _SORTS[sort]() if sort in _SORTS else []
    order = [column.desc() if descending else column for column in columns]
    ordered = statement.order_by(*order, f.row_id, f.position).limit(limit).offset(offset)
    return lines(connection, [(row_id, at) for row_id, at in connection.execute(ordered)])


def keys(connection: Connection, wanted: Wanted, *, repairable: bool) -> list[Key]:
    """The keys of all open findings wanted, or of those that propose a repair."""
    f = tables.finding.c
    statement = _filtered(select(f.row_id, f.position), wanted).where(f.state == "open")
    if repairable:
        statement = statement.where(f.suggestion != "")
    found = connection.execute(statement.order_by(f.row_id, f.position))
    return [(row_id, position) for row_id, position in found]


def lines(connection: Connection, wanted: Sequence[Key]) -> list[Line]:
    """The findings with these keys, in this order; those that are no more are left out."""
    f, card = tables.finding.c, tables.card.c
    statement = _with_card(
        select(
            f.row_id,
            f.position,
            f.card_id,
            tables.source.c.name,
            card.source_key,
            tables.row.c.no,
            f.field,
            f.code,
            f.severity,
            f.raw,
            f.value,
            f.suggestion,
            f.repaired,
            f.params,
            f.state,
            card.last_name,
            card.first_name,
            card.patronymic,
            card.company,
        ).select_from(tables.finding)
    )
    found: dict[Key, Line] = {}
    for start in range(0, len(wanted), _CHUNK):
        some = tuple_(f.row_id, f.position).in_(wanted[start : start + _CHUNK])
        for values in connection.execute(statement.where(some)):
            found[values[0], values[1]] = Line(FindingRow(*values[:-4]), tuple(values[-4:]))
    return [found[key] for key in wanted if key in found]


def circumstances(connection: Connection, row_id: int) -> tuple[date, str] | None:
    """The day of a row's load and the area code of its source."""
    statement = (
        select(tables.load.c.asof, tables.source.c.area_code)
        .join_from(tables.row, tables.load, tables.row.c.load_id == tables.load.c.id)
        .join(tables.source, tables.load.c.source_id == tables.source.c.id)
        .where(tables.row.c.id == row_id)
    )
    found = connection.execute(statement).first()
    return None if found is None else (found.asof, found.area_code)


def _with_card(statement: Select[Any]) -> Select[Any]:
    f = tables.finding.c
    return (
        statement.join(tables.row, f.row_id == tables.row.c.id)
        .join(tables.card, f.card_id == tables.card.c.id)
        .join(tables.source, tables.card.c.source_id == tables.source.c.id)
    )


def _filtered(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    f, card = tables.finding.c, tables.card.c
    if wanted.texts:
        places = (f.raw, f.value, card.last_name, card.first_name, card.company, card.source_key)
        statement = _with_card(statement).where(
            or_(
                *(
                    place.contains(text, autoescape=True)
                    for text in wanted.texts
                    for place in places
                )
            )
        )
    if wanted.code:
        statement = statement.where(f.code == wanted.code)
    if wanted.severity:
        statement = statement.where(f.severity == wanted.severity)
    return statement.where(f.state == "open") if wanted.open_only else statement


_SORTS: dict[str, Callable[[], list[ColumnElement[Any]]]] = {
    "severity": lambda: [
        case({"block": 0, "warn": 1}, value=tables.finding.c.severity, else_=2),
    ],
    "card": lambda: [
        tables.card.c.last_name,
        tables.card.c.first_name,
        tables.card.c.company,
        tables.card.c.source_key,
    ],
    "source": lambda: [tables.source.c.name],
    "row": lambda: [tables.source.c.name, tables.row.c.no],
    "field": lambda: [tables.finding.c.field],
    "value": lambda: [tables.finding.c.value],
    "suggestion": lambda: [tables.finding.c.suggestion],
}
