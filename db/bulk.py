"""Many rows at once: the fast way in and out of both databases, as polars frames."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Select,
    Table,
    any_,
    bindparam,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import Boolean, Date, Float, Integer, LargeBinary, TypeEngine

from db.engine import is_sqlite

# Rows are turned into values, and values into rows, in calls that hold Python's lock:
# that many at a time take some 10 ms, so that the window lives on meanwhile.
_CHUNK = 5_000


def dtype(column_type: TypeEngine[Any]) -> pl.DataType:
    """The polars type that holds values of a column."""
    kinds: tuple[tuple[type[TypeEngine[Any]], pl.DataType], ...] = (
        (Boolean, pl.Boolean()),
        (Integer, pl.Int64()),
        (Float, pl.Float64()),
        (Date, pl.Date()),
        (LargeBinary, pl.Binary()),
    )
    return next((kind for sql, kind in kinds if isinstance(column_type, sql)), pl.String())


def empty(table: Table) -> pl.DataFrame:
    """A frame with the columns of a table and no rows."""
    return pl.DataFrame(schema={column.name: dtype(column.type) for column in table.columns})


def unheard() -> None:
    """Tell nobody that work goes on."""


def read(
    connection: Connection, statement: Select[Any], heard: Callable[[], None] = unheard
) -> pl.DataFrame:
    """The result of a select, with column types of the database's own.

    ``heard`` is called now and then; what it raises stops the reading.
    """
    wanted = {column.name: dtype(column.type) for column in statement.selected_columns}
    cursor = connection.execute(statement).cursor
    stored = {name: _stored(kind, is_sqlite(connection)) for name, kind in wanted.items()}
    parts = []
    while rows := cursor.fetchmany(_CHUNK):
        heard()
        parts.append(pl.DataFrame(dict(zip(stored, zip(*rows, strict=True), strict=True)), stored))
    if not parts:  # as most of what a single save reads
        return pl.DataFrame(schema=wanted)
    frame = parts[0] if len(parts) == 1 else pl.concat(parts, rechunk=True)
    return frame.with_columns(
        pl.col(name).str.to_date("%Y-%m-%d") if kind == pl.Date else pl.col(name).cast(kind)
        for name, kind in wanted.items()
        if stored[name] != kind
    )


def _stored(kind: pl.DataType, sqlite: bool) -> pl.DataType:  # noqa: FBT001 - one flag, one meaning
    if sqlite and kind == pl.Date:
        return pl.String()
    if sqlite and kind == pl.Boolean:
        return pl.Int64()
    return kind


def read_for(
    connection: Connection, statement: Select[Any], column: ColumnElement[int], keys: Iterable[int]
) -> pl.DataFrame:
    """The result of a select for those keys of one integer column only."""
    return read(connection, statement.where(among(connection, column, keys)))


def delete_for(
    connection: Connection, table: Table, column: ColumnElement[int], keys: Iterable[int]
) -> None:
    """Delete the rows whose integer column is among the keys."""
    connection.execute(delete(table).where(among(connection, column, keys)))


def among(
    connection: Connection, column: ColumnElement[Any], keys: Iterable[Any]
) -> ColumnElement[bool]:
    """The keys as one parameter, however many they are: neither database limits its length."""
    chosen = sorted(set(keys))
    if is_sqlite(connection):
        values = func.json_each(json.dumps(chosen, default=date.isoformat)).table_valued("value")
        return column.in_(select(values.c.value))
    kind = BigInteger() if isinstance(column.type, Integer) else column.type
    return column == any_(bindparam("keys", chosen, type_=ARRAY(kind), unique=True))


def write(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    """Insert a frame whose columns are columns of the table."""
    if frame.is_empty():
        return
    if is_sqlite(connection):
        _write_sqlite(connection, table, frame)
    else:
        _copy(connection, table.name, frame)


def _write_sqlite(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    stored = frame.with_columns(
        pl.col(pl.Date).dt.to_string("%Y-%m-%d"), pl.col(pl.Boolean).cast(pl.Int8)
    )
    marks = insert(table).compile(dialect=connection.dialect, column_keys=stored.columns)
    order = marks.positiontup or list(stored.columns)
    stored = stored.select(order)
    for part in stored.iter_slices(_CHUNK):
        connection.exec_driver_sql(str(marks), part.rows())


def _copy(connection: Connection, table: str, frame: pl.DataFrame) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in frame.columns)
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
        for values in frame.iter_rows():
            copy.write_row(values)


def update(
    connection: Connection, table: Table, keys: str | Sequence[str], frame: pl.DataFrame
) -> None:
    """Set the columns of a frame in the rows that its key columns name."""
    by = [keys] if isinstance(keys, str) else list(keys)
    if frame.is_empty():
        return
    names = [name for name in frame.columns if name not in by]
    quote = connection.dialect.identifier_preparer.quote
    target = quote(table.name)
    if is_sqlite(connection):
        sets = ", ".join(f"{quote(name)} = ?" for name in names)
        found = " AND ".join(f"{quote(name)} = ?" for name in by)
        change = f"UPDATE {target} SET {sets} WHERE {found}"  # noqa: S608
        for part in frame.select(*names, *by).iter_slices(_CHUNK):
            connection.exec_driver_sql(change, part.rows())
        return
    types = (
        (quote(name), table.c[name].type.compile(connection.dialect)) for name in frame.columns
    )
    columns = ", ".join(f"{name} {kind}" for name, kind in types)
    connection.exec_driver_sql("DROP TABLE IF EXISTS pg_temp.fresh")
    connection.exec_driver_sql(f"CREATE TEMP TABLE fresh ({columns}) ON COMMIT DROP")
    _copy(connection, "fresh", frame)
    sets = ", ".join(f"{quote(name)} = fresh.{quote(name)}" for name in names)
    found = " AND ".join(f"{target}.{quote(name)} = fresh.{quote(name)}" for name in by)
    connection.exec_driver_sql(f"UPDATE {target} SET {sets} FROM fresh WHERE {found}")  # noqa: S608


def read_scoped(
    connection: Connection,
    statement: Select[Any],
    column: ColumnElement[int],
    scope: Iterable[int] | None,
    heard: Callable[[], None] = unheard,
) -> pl.DataFrame:
    """The result of a select, for all (None) or for the keys of the scope only."""
    if scope is None:
        return read(connection, statement, heard)
    return read_for(connection, statement, column, scope)
