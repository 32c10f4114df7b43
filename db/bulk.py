"""Many rows at once: the fast way in and out of both databases, as polars frames."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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
    cast,
    delete,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import Boolean, Date, Float, Integer, LargeBinary, TypeEngine

from db.engine import is_sqlite

# Rows are turned into values, and values into rows, in calls that hold Python's lock:
# that many at a time take some 10 ms, so that the window lives on meanwhile.
_CHUNK = 5_000
_FEW = 500  # to read these as rows is faster than to have SQLite make columns of them
_AT_ONCE = 4  # columns whose texts are read together
_OPERATIONS = 100_000  # of SQLite, some 10 ms
_FRESH = "fresh_rows"  # the temporary table that an update is made from
_TOO_LONG = "too big"  # what SQLite says of a text of more than 1,000,000,000 bytes


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
    stored = {name: _stored(kind, is_sqlite(connection)) for name, kind in wanted.items()}
    cursor = connection.execute(statement).cursor
    rows = cursor.fetchmany(_FEW)
    if len(rows) == _FEW and is_sqlite(connection) and pl.Binary() not in wanted.values():
        cursor.close()
        frame = _read_columns(connection, statement, stored, heard)
    else:
        frame = _read_rows(cursor, rows, stored, heard)
    return frame.with_columns(
        pl.col(name).str.to_date("%Y-%m-%d") if kind == pl.Date else pl.col(name).cast(kind)
        for name, kind in wanted.items()
        if stored[name] != kind
    )


def _read_columns(
    connection: Connection,
    statement: Select[Any],
    stored: dict[str, pl.DataType],
    heard: Callable[[], None],
) -> pl.DataFrame:
    """The result of a select on SQLite, each column as one JSON text.

    Two to four times faster than rows, and without Python's lock: no value becomes an object.
    """
    found = statement.subquery().c
    # as bytes, for Python's own text of it would take twice the memory
    texts = select(*(cast(func.json_group_array(column), LargeBinary) for column in found))
    try:
        with _hearing(connection, heard):
            cells = list(connection.execute(texts).one())
    except DBAPIError as error:
        if _TOO_LONG not in str(error.orig):
            raise
        cursor = connection.execute(statement).cursor
        return _read_rows(cursor, cursor.fetchmany(_CHUNK), stored, heard)
    columns: list[pl.Series] = []
    left = list(stored)
    while left:
        heard()
        names, left = left[:_AT_ONCE], left[_AT_ONCE:]
        packed = pl.DataFrame({name: [cells.pop(0)] for name in names})
        columns += packed.select(
            pl.col(name).cast(pl.String).str.json_decode(pl.List(stored[name])).explode()
            for name in names
        ).get_columns()
    return pl.DataFrame(columns)


@contextmanager
def _hearing(connection: Connection, heard: Callable[[], None]) -> Iterator[None]:
    """A statement on SQLite during which ``heard`` is called; what that raises stops it."""
    raised: list[BaseException] = []

    def hear() -> int:
        try:
            heard()
        except BaseException as error:  # noqa: BLE001 - SQLite would swallow it
            raised.append(error)
        return len(raised)

    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(hear, _OPERATIONS)
    try:
        yield
    except DBAPIError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _read_rows(
    cursor: Any,  # noqa: ANN401 - a driver's cursor
    rows: Sequence[Sequence[Any]],
    stored: dict[str, pl.DataType],
    heard: Callable[[], None],
) -> pl.DataFrame:
    """The rows in hand and all that the cursor still has."""
    parts = []
    while rows:
        heard()
        parts.append(pl.DataFrame(dict(zip(stored, zip(*rows, strict=True), strict=True)), stored))
        rows = cursor.fetchmany(_CHUNK)
    if not parts:  # as most of what a single save reads
        return pl.DataFrame(schema=stored)
    return parts[0] if len(parts) == 1 else pl.concat(parts, rechunk=True)


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
) -> int:
    """Delete the rows whose integer column is among the keys; returns how many there were."""
    return connection.execute(delete(table).where(among(connection, column, keys))).rowcount


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
    if not frame.is_empty():
        _insert(connection, table.name, frame)


def write_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert rows of values as the driver takes them, by the names of their columns."""
    if rows:
        _insert_rows(connection, table.name, names, rows)


def _insert(connection: Connection, table: str, frame: pl.DataFrame) -> None:
    if is_sqlite(connection):
        frame = frame.with_columns(
            pl.col(pl.Date).dt.to_string("%Y-%m-%d"), pl.col(pl.Boolean).cast(pl.Int8)
        )
    for part in frame.iter_slices(_CHUNK):
        _insert_rows(connection, table, frame.columns, part.rows())


def _insert_rows(
    connection: Connection, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    quote = connection.dialect.identifier_preparer.quote
    target = f"{quote(table)} ({', '.join(map(quote, names))})"
    if is_sqlite(connection):
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {target} VALUES ({marks})", list(rows))  # noqa: S608
        return
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for values in rows:
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
    types = (
        (quote(name), table.c[name].type.compile(connection.dialect)) for name in frame.columns
    )
    columns = ", ".join(f"{name} {kind}" for name, kind in types)
    connection.exec_driver_sql(f"CREATE TEMP TABLE {_FRESH} ({columns})")
    _insert(connection, _FRESH, frame)
    sets = ", ".join(f"{quote(name)} = {_FRESH}.{quote(name)}" for name in names)
    found = " AND ".join(f"{target}.{quote(name)} = {_FRESH}.{quote(name)}" for name in by)
    connection.exec_driver_sql(f"UPDATE {target} SET {sets} FROM {_FRESH} WHERE {found}")  # noqa: S608
    connection.exec_driver_sql(f"DROP TABLE {_FRESH}")


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
