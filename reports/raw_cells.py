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

_AUTHORS = (Field.AUTHOR, Field.MANAGER)
"""Who made a record; where no column says so, who answers for it."""

_KEPT = "rows"
_TEXT, _AUTHOR = "texts", "authors"
_PARTS: dict[str, dict[str, pl.DataType]] = {
    _TEXT: {"row_id": pl.Int32(), "name": pl.UInt64(), "vin": pl.UInt64()},
    _AUTHOR: {"row_id": pl.Int32(), "author": pl.Categorical()},
}
TEXTS: dict[str, pl.DataType] = {**_PARTS[_TEXT], "sold": pl.Date()}


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

    def name_places(self) -> list[int]:
        """Where the columns stand that name a row's client."""
        return next(filter(None, map(self.places, _NAMES)), [])


def fields(mapping: str) -> list[str | None]:
    """The field of each column of a load, as its mapping says; None for a column kept unread."""
    return [column.get("field") for column in json.loads(mapping or "{}").get("columns", ())]


def author_place(mapping: str) -> int | None:
    """The place of the column that names a row's author, None where a load has none."""
    meant = fields(mapping)
    return next((meant.index(field) for field in _AUTHORS if field in meant), None)


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
                packed = {
                    name: one.write_ipc(None, compression="lz4").getvalue()
                    for name, one in made.items()
                }
                fact_parts.write(connection, _KEPT, number, _seal(), packed)
        except KnownError:
            return


def read(connection: Connection, heard: Callable[[], None] = bulk.unheard) -> RawTexts:
    """The texts of every row of a file; what was typed in is in no file."""
    rows = _rows(connection, _TEXT, heard)
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


def authors(connection: Connection, heard: Callable[[], None] = bulk.unheard) -> pl.DataFrame:
    """row_id, author of every row of a file that names who made it."""
    return _rows(connection, _AUTHOR, heard)


def _rows(connection: Connection, name: str, heard: Callable[[], None]) -> pl.DataFrame:
    """What is kept under a name, and what is not kept read from the rows."""
    loads = _loads(connection)
    there = fact_parts.stored(connection, _KEPT, _seal())
    parts = [pl.DataFrame(schema=_PARTS[name])]
    parts += map(pl.read_ipc, fact_parts.read(connection, _KEPT, name, _seal()))
    parts += [
        _part(connection, loads, number, heard)[name]
        for number in fact_parts.wanted(connection, fact_parts.EVENTS)
        if number not in there
    ]
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
) -> dict[str, pl.DataFrame]:
    """What the rows of one part say, columns as in ``_PARTS``."""
    row = tables.row.c
    named = {load.id: load.name_places() for load in loads}
    width = max(map(len, named.values()), default=0)
    places = {
        f"name{at}": {load_id: mine[at] for load_id, mine in named.items() if at < len(mine)}
        for at in range(width)
    }
    for column, wanted in (("vin", (Field.VIN,)), ("author", _AUTHORS)):
        places[column] = {load.id: mine[0] for load in loads if (mine := load.places(wanted))}
    cells = (_at(connection, found, len(loads)).label(name) for name, found in places.items())
    first = number * fact_parts.SPAN
    statement = select(row.id.label("row_id"), row.load_id, *cells).where(
        row.id.between(first, first + fact_parts.SPAN - 1)
    )
    found = bulk.read(connection, statement, heard)
    known = pl.col("load_id").is_in([load.id for load in loads])
    pieces = [_trimmed(f"name{at}") for at in range(width)] or [pl.lit("")]
    whole = pl.concat_str(pieces, separator=" ", ignore_nulls=True)
    said = found.filter(known).select(
        "row_id",
        _hashed(whole).alias("name"),
        _hashed(_trimmed("vin")).alias("vin"),
        _trimmed("author").alias("author"),
    )
    shaped = {
        name: said.select(pl.col(one).cast(kind) for one, kind in schema.items())
        for name, schema in _PARTS.items()
    }
    return shaped | {_AUTHOR: shaped[_AUTHOR].drop_nulls()}


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
