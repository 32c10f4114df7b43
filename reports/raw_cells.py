"""The cells of rows as their files had them, by what the columns of a load mean."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
from sqlalchemy import JSON, Integer, Text, case, cast, func, literal, null, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, entered, fact_parts, tables
from db.engine import Connection, Engine, is_sqlite, reading, writing
from db.errors import KnownError
from reports import stock
from reports.lookup import looked_up
from rules.fields import Field

_NAMES = (
    (Field.FULL_NAME,),
    (Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME),
    (Field.COMPANY,),
    (Field.SHORT_NAME,),
)
"""The columns that name a row's client: the first of these that a file has."""

_AT_ONCE = 500_000  # rows whose texts are in memory together
_KEPT = "texts"
_TEXTS: dict[str, pl.DataType] = {
    "row_id": pl.Int32(),
    "name": pl.UInt64(),
    "vin": pl.UInt64(),
}
TEXTS: dict[str, pl.DataType] = {**_TEXTS, "sold": pl.Date()}


@dataclass(frozen=True, slots=True)
class RawTexts:
    """What the files themselves say of clients and cars.

    ``rows`` has row_id, a hash of the trimmed cells that name the client and the car's VIN (null
    where they are blank), and the day of a sale. ``cars``: how many cars the base knows.
    """

    rows: pl.DataFrame
    cars: int


@dataclass(frozen=True, slots=True)
class _Load:
    id: int
    kind: str
    fields: Sequence[str | None]

    def places(self, wanted: Sequence[str]) -> list[int]:
        """Where the columns of these fields stand, of those that the file has."""
        return [self.fields.index(field) for field in wanted if field in self.fields]


def fields(mapping: str) -> list[str | None]:
    """The field of each column of a load, as its mapping says; None for a column kept unread."""
    return [column.get("field") for column in json.loads(mapping or "{}").get("columns", ())]


def cell(connection: Connection, place: ColumnElement[int]) -> ColumnElement[Any]:
    """The text of a row's cell at a place, NULL where the row has none."""
    cells = tables.row.c.cells
    held: ColumnElement[Any] = cells if is_sqlite(connection) else cast(cells, JSON)
    return held.op("->>", return_type=Text())(place)


def fill(engine: Engine, heard: Callable[[], None] = bulk.unheard) -> None:
    """Keep the texts that are not kept yet; nothing where the base cannot be written.

    Rows never change, so that what is kept holds for good. To read the cells of five million rows
    takes ten seconds, what is kept of them a third of one.
    """
    with reading(engine) as connection:
        missing = _whole(connection) - fact_parts.stored(connection, _KEPT, _seal())
    for number in sorted(missing):
        heard()
        try:
            with writing(engine) as connection:
                made = _part(connection, _loads(connection), number, heard)
                packed = made.write_ipc(None, compression="lz4").getvalue()
                fact_parts.write(connection, _KEPT, number, _seal(), {_KEPT: packed})
        except KnownError:
            return


def read(connection: Connection, heard: Callable[[], None] = bulk.unheard) -> RawTexts:
    """The texts of every row of a file; what was typed in is in no file."""
    loads = _loads(connection)
    kept = fact_parts.stored(connection, _KEPT, _seal())
    parts = [pl.DataFrame(schema=_TEXTS)]
    parts += map(pl.read_ipc, fact_parts.read(connection, _KEPT, _KEPT, _seal()))
    parts += [
        _part(connection, loads, number, heard)
        for number in fact_parts.wanted(connection, fact_parts.EVENTS)
        if number not in kept
    ]
    rows = pl.concat(parts)
    sold = stock.frame(connection, stock.SALES, heard).select(
        "row_id", pl.col("date").alias("sold")
    )
    cars = connection.execute(select(func.count(tables.event.c.vehicle_id.distinct())))
    return RawTexts(
        rows.with_columns(looked_up(rows["row_id"], sold, "row_id")), int(cars.scalar_one())
    )


def _whole(connection: Connection) -> set[int]:
    """The numbers of the parts that no more rows come to."""
    return set(range((_last(connection) + 1) // fact_parts.SPAN))


@cache
def _seal() -> str:
    """Another text where what makes the parts, or what a text is hashed to, is otherwise."""
    return hashlib.sha256(Path(__file__).read_bytes() + pl.__version__.encode()).hexdigest()


def authors(
    connection: Connection, wanted: Sequence[str], heard: Callable[[], None] = bulk.unheard
) -> pl.DataFrame:
    """row_id, author: who made each row, by the first of the wanted fields that its file has."""
    places = {load.id: at[0] for load in _loads(connection) if (at := load.places(wanted))}
    parts = [pl.DataFrame(schema={"row_id": pl.Int64(), "author": pl.String()})]
    row = tables.row.c
    for before in range(0, _last(connection) if places else 0, _AT_ONCE):
        statement = select(
            row.id.label("row_id"), _at(connection, places, 0).label("author")
        ).where(row.id > before, row.id <= before + _AT_ONCE, row.load_id.in_(places))
        found = bulk.read(connection, statement, heard)
        parts.append(found.select("row_id", _trimmed("author").alias("author")).drop_nulls())
    return pl.concat(parts)


def _last(connection: Connection) -> int:
    return int(connection.execute(select(func.max(tables.row.c.id))).scalar() or 0)


def _loads(connection: Connection) -> list[_Load]:
    load, source = tables.load.c, tables.source.c
    statement = (
        select(load.id, source.kind, load.mapping)
        .join_from(tables.load, tables.source)
        .where(source.kind != entered.KIND)
        .order_by(load.id)
    )
    found = connection.execute(statement)
    return [_Load(load_id, kind, fields(mapping)) for load_id, kind, mapping in found]


def _part(
    connection: Connection, loads: Sequence[_Load], number: int, heard: Callable[[], None]
) -> pl.DataFrame:
    """row_id, name and vin of the rows of one part."""
    row = tables.row.c
    named = {load.id: _name_places(load) for load in loads}
    width = max(map(len, named.values()), default=0)
    names = [
        {load_id: places[at] for load_id, places in named.items() if at < len(places)}
        for at in range(width)
    ]
    vins = {load.id: place for load in loads for place in load.places([Field.VIN])}
    columns = [
        _at(connection, found, len(loads)).label(f"name{at}") for at, found in enumerate(names)
    ]
    vin = _at(connection, vins, len(loads)).label("vin")
    first = number * fact_parts.SPAN
    statement = select(row.id.label("row_id"), row.load_id, *columns, vin).where(
        row.id.between(first, first + fact_parts.SPAN - 1)
    )
    found = bulk.read(connection, statement, heard)
    pieces = [_trimmed(column.name) for column in columns]
    whole = pl.concat_str(pieces, separator=" ", ignore_nulls=True) if pieces else pl.lit("")
    known = pl.col("load_id").is_in([load.id for load in loads])
    return found.filter(known).select(
        pl.col("row_id").cast(pl.Int32),
        _hashed(whole).alias("name"),
        _hashed(_trimmed("vin")).alias("vin"),
    )


def _name_places(load: _Load) -> list[int]:
    return next(filter(None, map(load.places, _NAMES)), [])


def _at(connection: Connection, places: Mapping[int, int], loads: int) -> ColumnElement[Any]:
    """The cell at the place that each of so many loads has it in."""
    if not places:
        return cast(null(), Text)
    alike = set(places.values())
    if len(alike) == 1 and len(places) == loads:
        return cell(connection, literal(alike.pop(), Integer))
    return cell(connection, cast(case(places, value=tables.row.c.load_id), Integer))


def _trimmed(name: str) -> pl.Expr:
    """The text of a column without blanks around it, null where nothing is left."""
    text = pl.col(name).str.strip_chars()
    return pl.when(text != "").then(text)


def _hashed(text: pl.Expr) -> pl.Expr:
    """A number for each text: eight bytes instead of some forty, alike for the same letters."""
    return pl.when(text != "").then(text.hash())
