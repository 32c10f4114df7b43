"""The cells of rows as their files had them, by what the columns of a load mean."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import JSON, Integer, Text, case, cast, func, literal, null, or_, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, entered, tables
from db.engine import Connection, is_sqlite
from rules.fields import Field

_NAMES = (
    (Field.FULL_NAME,),
    (Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME),
    (Field.COMPANY,),
    (Field.SHORT_NAME,),
)
"""The columns that name a row's client: the first of these that a file has."""

_AT_ONCE = 500_000  # rows whose texts are in memory together
TEXTS: dict[str, pl.DataType] = {
    "row_id": pl.Int64(),
    "name": pl.UInt64(),
    "vin": pl.UInt64(),
    "sold": pl.Date(),
}


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


def read(connection: Connection, heard: Callable[[], None] = bulk.unheard) -> RawTexts:
    """The texts of every row of a file; what was typed in is in no file."""
    loads = _loads(connection)
    parts = [pl.DataFrame(schema={**TEXTS, "load_id": pl.Int64()}).drop("sold")]
    parts += [
        _part(connection, loads, before, heard) for before in range(0, _last(connection), _AT_ONCE)
    ]
    rows = pl.concat(parts)
    sales = [load.id for load in loads if load.kind == "sales"]
    of_sales = rows.filter(pl.col("load_id").is_in(sales))
    rows = rows.join(_sold(connection, of_sales, heard), on="row_id", how="left")
    cars = connection.execute(select(func.count(tables.event.c.vehicle_id.distinct())))
    return RawTexts(rows.select(*TEXTS), int(cars.scalar_one()))


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
    connection: Connection, loads: Sequence[_Load], before: int, heard: Callable[[], None]
) -> pl.DataFrame:
    """row_id, load_id, name and vin of the next rows after the one of this id."""
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
    statement = select(
        row.id.label("row_id"),
        row.load_id,
        *columns,
        _at(connection, vins, len(loads)).label("vin"),
    ).where(row.id > before, row.id <= before + _AT_ONCE)
    found = bulk.read(connection, statement, heard)
    pieces = [_trimmed(column.name) for column in columns]
    whole = pl.concat_str(pieces, separator=" ", ignore_nulls=True) if pieces else pl.lit("")
    known = pl.col("load_id").is_in([load.id for load in loads])
    return found.filter(known).select(
        "row_id",
        _hashed(whole).alias("name"),
        _hashed(_trimmed("vin")).alias("vin"),
        "load_id",
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


def _sold(connection: Connection, rows: pl.DataFrame, heard: Callable[[], None]) -> pl.DataFrame:
    """row_id, sold of the rows that tell of a dated sale.

    The rows of a load stand together, so that their events are found without reading all.
    """
    event = tables.event.c
    spans = (
        rows.group_by("load_id")
        .agg(low=pl.col("row_id").min(), high=pl.col("row_id").max())
        .sort("low")
    )
    if spans.is_empty():
        return pl.DataFrame(schema={"row_id": pl.Int64(), "sold": pl.Date()})
    within = or_(*(event.row_id.between(low, high) for _, low, high in spans.iter_rows()))
    statement = select(event.row_id, event.date.label("sold")).where(
        event.kind == "sale", event.date.is_not(None), within
    )
    return bulk.read(connection, statement, heard)
