"""Writing a load: its rows verbatim, its dropped records, the cards its rows belong to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select, update

from db import bulk, journal, tables
from db.engine import Connection

_ROW = ("id", "load_id", "source_id", "no", "digest", "card_id", "cells")
_DROPPED = ("load_id", "line", "kind", "text")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the base knows it."""

    id: int
    name: str
    kind: str
    mapping: str
    area_code: str


def source(connection: Connection, name: str, kind: str, area_code: str) -> SourceRow:
    """The source of that name; made if it is new, its area code brought up to date."""
    found = find_source(connection, name)
    if found is None:
        connection.execute(
            insert(tables.source).values(name=name, kind=kind, mapping="", area_code=area_code)
        )
    elif area_code and area_code != found.area_code:
        connection.execute(
            update(tables.source).where(tables.source.c.id == found.id).values(area_code=area_code)
        )
    made = find_source(connection, name)
    if made is None:
        msg = "a source just written must be there"
        raise RuntimeError(msg)
    return made


def find_source(connection: Connection, name: str) -> SourceRow | None:
    """The source of that name, None if the base has none."""
    s = tables.source.c
    found = connection.execute(
        select(s.id, s.name, s.kind, s.mapping, s.area_code).where(s.name == name)
    ).first()
    return None if found is None else SourceRow(*found)


def sources(connection: Connection) -> list[SourceRow]:
    """Every source."""
    s = tables.source.c
    rows = connection.execute(select(s.id, s.name, s.kind, s.mapping, s.area_code).order_by(s.id))
    return [SourceRow(*found) for found in rows]


def loaded_before(connection: Connection, source_id: int, sha256: str) -> int | None:
    """The id of the load of this very file, None if it was not loaded yet."""
    load = tables.load.c
    return connection.execute(
        select(load.id).where(load.source_id == source_id, load.sha256 == sha256)
    ).scalar()


def new_load(
    connection: Connection,
    *,
    source_id: int,
    by: str,
    file_name: str,
    sha256: str,
    asof: date,
    texts: Mapping[str, str],
) -> int:
    """Write a load and remember its mapping for the source; returns its id.

    ``texts``: layout, headers and mapping, each as JSON.
    """
    load_id = (connection.execute(select(func.max(tables.load.c.id))).scalar() or 0) + 1
    connection.execute(
        insert(tables.load).values(
            id=load_id,
            source_id=source_id,
            at=journal.now(),
            by=by,
            file_name=file_name,
            sha256=sha256,
            asof=asof,
            tally="{}",
            **texts,
        )
    )
    connection.execute(
        update(tables.source)
        .where(tables.source.c.id == source_id)
        .values(mapping=texts["mapping"])
    )
    return int(load_id)


def set_tally(connection: Connection, load_id: int, tally: str) -> None:
    """Write what a load's file held, as JSON."""
    connection.execute(update(tables.load).where(tables.load.c.id == load_id).values(tally=tally))


def has_rows(connection: Connection, source_id: int) -> bool:
    """Whether the source has a row."""
    statement = select(tables.row.c.id).where(tables.row.c.source_id == source_id).limit(1)
    return connection.execute(statement).first() is not None


def known_digests(connection: Connection, source_id: int, digests: Collection[bytes]) -> set[bytes]:
    """Those of the digests, some thousands at most, that rows of the source have."""
    row = tables.row.c
    mine = (row.source_id == source_id) & row.digest.in_(digests)
    return {
        bytes(digest) for digest in connection.execute(select(row.digest).where(mine)).scalars()
    }


def card_ids(connection: Connection, source_id: int, keys: Collection[str]) -> dict[str, int]:
    """The id of the source's card of each of these source keys that has one."""
    card = tables.card.c
    mine = (card.source_id == source_id) & bulk.among(connection, card.source_key, keys)
    rows = connection.execute(select(card.source_key, card.id).where(mine))
    return {key: card_id for key, card_id in rows}  # noqa: C416 - rows are not pairs to dict()


def nothing(connection: Connection) -> bool:
    """Whether no row was ever loaded."""
    return next_ids(connection) == (1, 1)


def next_ids(connection: Connection) -> tuple[int, int]:
    """The next free ids of a row and of a card."""
    row_id = connection.execute(select(func.max(tables.row.c.id))).scalar() or 0
    # the cards of the last rows may not be written yet
    card_id = connection.execute(select(func.max(tables.row.c.card_id))).scalar() or 0
    return row_id + 1, card_id + 1


def write_rows(connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """Write rows: id, load_id, source_id, no, digest, card_id, cells."""
    bulk.write_rows(connection, tables.row, _ROW, rows)


def write_dropped(connection: Connection, dropped: Sequence[tuple[object, ...]]) -> None:
    """Write records that are no rows: load_id, line, kind, text."""
    bulk.write_rows(connection, tables.dropped, _DROPPED, dropped)
