"""What a search left for the next one: bytes in parts, by name; and the cards since written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from sqlalchemy import delete, func, insert, select

from db import bulk, meta, tables
from db.engine import Connection


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what stands under a name; ``first`` is the lowest key in it."""

    name: str
    part: int
    first: int
    data: bytes


def clear(connection: Connection) -> None:
    """Forget everything that a search left."""
    connection.execute(delete(tables.shelf))


def write(connection: Connection, parts: Iterable[Part]) -> None:
    """Write parts that are not there."""
    for one in parts:
        values = {"name": one.name, "part": one.part, "first": one.first, "data": one.data}
        connection.execute(insert(tables.shelf).values(values))


def replace(connection: Connection, part: int, data: Mapping[str, bytes]) -> None:
    """Put these bytes, by name, in place of all the parts of one number."""
    connection.execute(delete(tables.shelf).where(tables.shelf.c.part == part))
    rows = [{"name": name, "part": part, "first": 0, "data": of} for name, of in data.items()]
    if rows:
        connection.execute(insert(tables.shelf), rows)


def firsts(connection: Connection) -> dict[str, list[tuple[int, int]]]:
    """By name the number and the lowest key of every part, in order of the number."""
    shelf = tables.shelf.c
    statement = select(shelf.name, shelf.part, shelf.first).order_by(shelf.name, shelf.part)
    found: dict[str, list[tuple[int, int]]] = {}
    for name, part, first in connection.execute(statement):
        found.setdefault(name, []).append((part, first))
    return found


def read(connection: Connection, name: str, parts: Sequence[int]) -> list[bytes]:
    """The bytes of these parts of a name, in order of their numbers."""
    shelf = tables.shelf.c
    mine = (shelf.name == name) & bulk.among(connection, shelf.part, parts)
    rows = connection.execute(select(shelf.data).where(mine).order_by(shelf.part))
    return [bytes(data) for data in rows.scalars()]


def of_number(connection: Connection, part: int) -> dict[str, bytes]:
    """The bytes of all the parts of one number, by name."""
    shelf = tables.shelf.c
    rows = connection.execute(select(shelf.name, shelf.data).where(shelf.part == part))
    return {name: bytes(data) for name, data in rows}


def note(connection: Connection, cards: Collection[int]) -> None:
    """Note that cards are not as the last search saw them; nothing where there was none."""
    if not cards or not meta.get(connection, meta.SEARCH):
        return
    column = tables.unsearched.c.card_id
    bulk.delete_for(connection, tables.unsearched, column, cards)
    frame = pl.DataFrame({"card_id": sorted(set(cards))}, schema={"card_id": pl.Int64()})
    bulk.write(connection, tables.unsearched, frame)


def unsearched(connection: Connection) -> list[int]:
    """The cards noted since the last search, in order."""
    column = tables.unsearched.c.card_id
    return list(connection.execute(select(column).order_by(column)).scalars())


def count_unsearched(connection: Connection) -> int:
    """How many they are."""
    return int(connection.execute(select(func.count()).select_from(tables.unsearched)).scalar_one())


def forget_unsearched(connection: Connection) -> None:
    """Note that a search has seen every card."""
    connection.execute(delete(tables.unsearched))
