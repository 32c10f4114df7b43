"""Events and cards as reports count them, kept in the base in parts, so that each is read once.

To read five million orders from their table takes half a minute, from here half a second.
"""

import hashlib
import io
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import polars as pl
from sqlalchemy import case, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, fact_parts, tables
from db.engine import Connection, Engine, reading, writing
from db.errors import KnownError
from rules import order_status, payer
from rules.order_status import OrderStatus

Heard = Callable[[], None]
_AT_ONCE = 2
ORDERS, SALES, CALLS, NUMBERS = "orders", "sales", "calls", "numbers"
CARDS, FILLED, CARS = "cards", "filled", "cars"

_TEXT = pl.Categorical()
_IDS: dict[str, pl.DataType] = {
    "row_id": pl.Int32(),
    "card_id": pl.Int32(),
    "vehicle_id": pl.Int32(),
    "date": pl.Date(),
    "branch": _TEXT,
    "staff": _TEXT,
}
STOCK: dict[str, dict[str, pl.DataType]] = {
    ORDERS: {
        **_IDS,
        "closed": pl.Boolean(),  # null: its status does not tell
        "closed_on": pl.Date(),
        "kind": _TEXT,
        "to_no": pl.Int8(),
        "inferred": pl.Boolean(),
        "payer": _TEXT,
        "amount": pl.Float64(),
        "mileage": pl.Int32(),
        "typed_year": pl.Int16(),
    },
    SALES: {
        **_IDS,
        "amount": pl.Float64(),
        "outcome": _TEXT,
        "typed_year": pl.Int16(),
    },
    CALLS: {
        **_IDS,
        "event": _TEXT,
        "due": pl.Date(),
        "outcome": _TEXT,
        "channel": _TEXT,
        "score": pl.Float64(),
        "scale": pl.Int32(),
        "number": pl.String(),
    },
    NUMBERS: {"row_id": pl.Int32(), "number": pl.String()},
    CARDS: {
        "card_id": pl.Int32(),
        "source_id": pl.Int32(),
        "state": _TEXT,
        "person": pl.Boolean(),
        "client_id": pl.Int32(),  # null: it has no client
        "region": _TEXT,  # of the card, else of its client
        "client_region": _TEXT,
    },
    FILLED: {
        "card_id": pl.Int32(),
        **dict.fromkeys(("name", "birth", "has_region", "phone", "email"), pl.Boolean()),
    },
    CARS: {
        "vehicle_id": pl.Int32(),
        "make": _TEXT,
        "model": _TEXT,  # make and model
        "year": pl.Int16(),
        "by_vin": pl.Boolean(),
    },
}
"""The columns of what is kept: of orders, sales, calls (bookings, claims, surveys) and cards."""


def fill(engine: Engine, heard: Heard, told: Callable[[int, int], None] | None = None) -> None:
    """Keep what is not kept yet, part by part; nothing where the base cannot be written.

    ``told`` hears how many parts are made, and of how many.
    """
    with reading(engine) as connection:
        missing = [(of, number) for of in _COOKS for number in _missing(connection, of)]
    for done, (of, number) in enumerate(missing):
        heard()
        if told is not None:
            told(done, len(missing))
        try:
            with writing(engine) as connection:
                made = _COOKS[of](connection, number)
                data = {name: _packed(one) for name, one in made.items()}
                fact_parts.write(connection, of, number, _seal(), data)
        except KnownError:
            return  # reports read from the tables then


def frame(connection: Connection, name: str, heard: Heard) -> pl.DataFrame:
    """What is kept under a name, and what is not kept read from its table."""
    of = _OF.get(name, fact_parts.EVENTS)
    missing = _missing(connection, of)
    kept = fact_parts.read(connection, of, name, _seal())
    heard()
    with ThreadPoolExecutor(_AT_ONCE) as pool:  # one part is unpacked by one core alone
        parts = list(pool.map(_unpacked, kept))
    for number in missing:
        heard()
        parts.append(_COOKS[of](connection, number)[name])
    return pl.concat(parts) if parts else pl.DataFrame(schema=STOCK[name])


def _missing(connection: Connection, of: str) -> list[int]:
    there = fact_parts.stored(connection, of, _seal())
    return [number for number in fact_parts.wanted(connection, of) if number not in there]


def _packed(made: pl.DataFrame) -> bytes:
    target = io.BytesIO()
    made.write_ipc(target, compression="lz4")
    return target.getvalue()


def _unpacked(data: bytes) -> pl.DataFrame:
    return pl.read_ipc(io.BytesIO(data))


@cache
def _seal() -> str:
    """Another text where any piece of the program that makes the parts is otherwise."""
    files = (__file__, order_status.__file__, payer.__file__)
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in files)).hexdigest()


def _cooked_cards(connection: Connection, number: int) -> dict[str, pl.DataFrame]:
    card, member, client = tables.card.c, tables.membership.c, tables.client.c
    named = ((card.last_name != "") & (card.first_name != "")) | (card.company != "")
    statement = select(
        *(card.id.label("card_id"), card.source_id, card.state, card.kind, card.region),
        case((named, 1), else_=0).label("name"),
        case((card.birth_date.is_not(None), 1), else_=0).label("birth"),
    )
    found = bulk.read(connection, statement.where(_within(card.id, number)))
    whose = select(
        member.card_id, member.client_id, client.region.label("client_region")
    ).join_from(tables.membership, tables.client, client.id == member.client_id)
    clients = bulk.read(connection, whose.where(_within(member.card_id, number)))
    of_client = pl.col("client_region").fill_null("")
    told = pl.col("region") != ""
    made = (
        found.join(clients, on="card_id", how="left", maintain_order="left")
        .join(_reached(connection, number), on="card_id", how="left", maintain_order="left")
        .with_columns(
            (pl.col("kind") == "person").alias("person"),
            pl.when(told).then("region").otherwise(of_client).alias("region"),
            of_client,
            pl.col("name", "birth") == 1,
            told.alias("has_region"),
            pl.col("phone", "email").fill_null(value=False),
        )
    )
    return {name: _shaped(made, STOCK[name]) for name in (CARDS, FILLED)}


def _reached(connection: Connection, number: int) -> pl.DataFrame:
    """card_id, phone, email: whether each card that has a contact has one of these."""
    contact = tables.contact.c
    statement = select(contact.card_id, contact.kind).where(_within(contact.card_id, number))
    kind = pl.col("kind")
    found = bulk.read(connection, statement).group_by("card_id")
    return found.agg((kind == one).any().alias(one) for one in ("phone", "email"))


def _cooked_cars(connection: Connection, number: int) -> dict[str, pl.DataFrame]:
    car = tables.vehicle.c
    by_vin = case((car.key.like("VIN:%"), 1), else_=0).label("by_vin")
    statement = select(car.id, car.make, car.model, car.year, by_vin)
    found = bulk.read(connection, statement.where(_within(car.id, number)))
    made = found.select(
        pl.col("id").alias("vehicle_id"),
        "make",
        pl.concat_str("make", "model", separator=" ").str.strip_chars().alias("model"),
        "year",
        pl.col("by_vin") == 1,
    )
    return {CARS: _shaped(made, STOCK[CARS])}


def _cooked_events(connection: Connection, number: int) -> dict[str, pl.DataFrame]:
    event = tables.event.c
    wanted = (
        *(event.row_id, event.card_id, event.vehicle_id, event.date, event.branch, event.staff),
        *(event.kind.label("event"), event.status, event.closed.label("closed_on")),
        *(
            event.visit_kind,
            event.to_no,
            event.to_basis,
            event.payer,
            event.amount,
            event.mileage,
            event.number,
        ),
        event.year.label("typed_year"),
        *(event.due, event.outcome, event.channel, event.score, event.scale),
    )
    statement = select(*wanted).where(_within(event.row_id, number), event.kind != "car")
    found = bulk.read(connection, statement.order_by(event.row_id)).with_columns(
        pl.col("amount").cast(pl.Float64, strict=False)
    )
    kinds = {ORDERS: "order", SALES: "sale"}
    made = {name: found.filter(pl.col("event") == kind) for name, kind in kinds.items()}
    made[ORDERS] = _ordered(made[ORDERS])
    made[CALLS] = found.filter(~pl.col("event").is_in(list(kinds.values())))
    made[NUMBERS] = made[ORDERS].filter(pl.col("number") != "")
    return {name: _shaped(one, STOCK[name]) for name, one in made.items()}


def _shaped(found: pl.DataFrame, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    return found.select(pl.col(name).cast(kind) for name, kind in schema.items())


def _ordered(found: pl.DataFrame) -> pl.DataFrame:
    """The orders with status, payer and kind in the forms that reports count by."""
    states = _forms(found["status"], lambda text: order_status.normalise(text).value)
    payers = _forms(found["payer"], lambda text: payer.normalise(text).value)
    status = pl.col("status").replace_strict(states, default="", return_dtype=pl.String())
    return found.with_columns(
        pl.when(status != "").then(status == str(OrderStatus.CLOSED)).alias("closed"),
        pl.col("payer").replace_strict(payers, default="", return_dtype=pl.String()),
        pl.col("visit_kind").alias("kind"),
        pl.col("to_no").cast(pl.Int8, strict=False),
        (pl.col("to_basis") == "mileage").alias("inferred"),
    )


def _forms(texts: pl.Series, read: Callable[[str], str | None]) -> dict[str, str]:
    """The normal form of each distinct text, "" where it has none."""
    return {text: str(read(text) or "") for text in texts.unique()}


def _within(column: ColumnElement[int], number: int) -> ColumnElement[bool]:
    first = number * fact_parts.SPAN
    return column.between(first, first + fact_parts.SPAN - 1)


_Cook = Callable[[Connection, int], dict[str, pl.DataFrame]]
_OF = {CARDS: fact_parts.CARDS, FILLED: fact_parts.CARDS, CARS: fact_parts.CARS}
_COOKS: dict[str, _Cook] = {
    fact_parts.EVENTS: _cooked_events,
    fact_parts.CARDS: _cooked_cards,
    fact_parts.CARS: _cooked_cars,
}
