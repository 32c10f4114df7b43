"""What reports keep of events and cards, in parts of columns: bytes that their readers know.

A part is of ids that lie together. Whoever writes an event or a card forgets the parts that it
is in, so that what is there always holds.
"""

from collections.abc import Collection, Mapping

import polars as pl
from sqlalchemy import delete, func, insert, select
from sqlalchemy.schema import Column

from db import bulk, tables
from db.engine import Connection

SPAN = 1 << 17
"""So many ids, of rows, cards or cars, make a part."""

EVENTS, CARDS, CARS = "events", "cards", "cars"
_IDS: dict[str, Column[int]] = {
    EVENTS: tables.row.c.id,
    CARDS: tables.card.c.id,
    CARS: tables.vehicle.c.id,
}


def wanted(connection: Connection, of: str) -> list[int]:
    """The numbers of all parts that there are to be of one kind."""
    last = connection.execute(select(func.max(_IDS[of]))).scalar()
    return list(range(last // SPAN + 1)) if last else []


def stored(connection: Connection, of: str, seal: str) -> set[int]:
    """The numbers of the parts that are there, made by the program of this seal."""
    part = tables.fact_part.c
    statement = select(part.part).where(part.of == of, part.seal == seal).distinct()
    return set(connection.execute(statement).scalars())


def read(connection: Connection, of: str, name: str, seal: str) -> list[bytes]:
    """The bytes of every part under a name, made by the program of this seal, in their order."""
    part = tables.fact_part.c
    mine = (part.of == of) & (part.name == name) & (part.seal == seal)
    statement = select(part.data).where(mine).order_by(part.part)
    return [bytes(data) for data in connection.execute(statement).scalars()]


def write(
    connection: Connection, of: str, number: int, seal: str, data: Mapping[str, bytes]
) -> None:
    """Put a part in place, whatever of it is there."""
    part = tables.fact_part
    connection.execute(delete(part).where(part.c.of == of, part.c.part == number))
    rows = [
        {"of": of, "name": name, "part": number, "seal": seal, "data": content}
        for name, content in data.items()
    ]
    connection.execute(insert(part), rows)


def forget(connection: Connection, of: str, ids: Collection[int]) -> None:
    """Forget the parts that these ids are in."""
    numbers = {one // SPAN for one in ids}
    if numbers:
        part = tables.fact_part.c
        mine = (part.of == of) & bulk.among(connection, part.part, numbers)
        connection.execute(delete(tables.fact_part).where(mine))


def forget_all(connection: Connection, of: str) -> None:
    """Forget every part of one kind."""
    connection.execute(delete(tables.fact_part).where(tables.fact_part.c.of == of))


def any_stored(connection: Connection) -> bool:
    """Whether anything is kept at all."""
    return connection.execute(select(tables.fact_part.c.part).limit(1)).scalar() is not None


def forget_changed(connection: Connection, card_ids: Collection[int], events: pl.DataFrame) -> None:
    """Forget the parts of the events of these cards that will not be what they are.

    The vehicles of ``events`` are not told yet: who links them forgets what that changes.
    """
    event = tables.event
    names = [name for name in events.columns if name != "vehicle_id"]
    kept = select(*(event.c[name] for name in names))
    old = bulk.read_for(connection, kept, event.c.card_id, card_ids)
    new = events.select(pl.col(name).cast(kind) for name, kind in old.schema.items())
    gone = old.join(new, on=names, how="anti", nulls_equal=True)
    made = new.join(old, on=names, how="anti", nulls_equal=True)
    forget(connection, EVENTS, [*gone["row_id"], *made["row_id"]])
