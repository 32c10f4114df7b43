"""What the events say of their cars, and the vehicles that they are about."""

from collections.abc import Collection, Iterable

import polars as pl
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text

from db import bulk, fact_parts, tables
from db.client_search import NOTHING
from db.engine import Connection

VIN = 17
_PIECE = text("vin <> '' AND length(vin) <> 17")  # as the index of pieces says it


def mentions(connection: Connection) -> pl.DataFrame:
    """What each event says of its car, by row.

    Columns: row_id, card_id, vehicle_id, date, vin, body_no, plate, make, model, year.
    """
    return bulk.read(connection, _mentions()).sort("row_id")


def _mentions() -> Select[tuple[object, ...]]:
    event = tables.event.c
    return select(
        event.row_id,
        event.card_id,
        event.vehicle_id,
        event.date,
        event.vin,
        event.body_no,
        event.plate,
        event.make,
        event.model,
        event.year,
    )


def mentions_of_cards(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """The mentions of these cards."""
    return bulk.read_for(connection, _mentions(), tables.event.c.card_id, card_ids)


def events_of_cards(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """The mentions of these cards, with kind, mileage, visit_kind, payer of the event."""
    event = tables.event.c
    more = (event.kind, event.mileage, event.visit_kind, event.payer)
    statement = _mentions().add_columns(*more)
    return bulk.read_for(connection, statement, event.card_id, card_ids).sort("row_id")


def mentions_of_vehicles(connection: Connection, vehicle_ids: Collection[int]) -> pl.DataFrame:
    """The mentions that are of these vehicles."""
    return bulk.read_for(connection, _mentions(), tables.event.c.vehicle_id, vehicle_ids)


def mentions_with_plates(connection: Connection, plates: Collection[str]) -> pl.DataFrame:
    """The mentions that have one of these plates."""
    plate = tables.event.c.plate
    wanted = and_(plate != NOTHING, bulk.among(connection, plate, plates))
    return bulk.read(connection, _mentions().where(wanted))


def mentions_with_bodies(connection: Connection, bodies: Collection[str]) -> pl.DataFrame:
    """The mentions that have one of these body numbers."""
    body_no = tables.event.c.body_no
    wanted = and_(body_no != NOTHING, bulk.among(connection, body_no, bodies))
    return bulk.read(connection, _mentions().where(wanted))


def mentions_with_pieces(connection: Connection, pieces: Collection[str]) -> pl.DataFrame:
    """The mentions that have one of these pieces of a VIN."""
    wanted = and_(_PIECE, bulk.among(connection, tables.event.c.vin, pieces))
    return bulk.read(connection, _mentions().where(wanted))


def pieces(connection: Connection) -> list[str]:
    """Everything that stands in the place of a VIN and is not as long as one."""
    return list(connection.execute(select(tables.event.c.vin).where(_PIECE).distinct()).scalars())


def with_tails(connection: Connection, tails: Collection[str]) -> pl.DataFrame:
    """id, vin of the vehicles whose VINs end with one of these ``TAIL`` characters."""
    vehicle = tables.vehicle.c
    wanted = and_(vehicle.vin_tail != NOTHING, bulk.among(connection, vehicle.vin_tail, tails))
    return _whole(connection, wanted)


def with_heads(connection: Connection, heads: Iterable[str]) -> pl.DataFrame:
    """id, vin of the vehicles whose VINs begin with one of these texts."""
    vin = tables.vehicle.c.vin
    ranges = [and_(vin >= head, vin < head[:-1] + chr(ord(head[-1]) + 1)) for head in sorted(heads)]
    return _whole(connection, and_(vin != NOTHING, or_(*ranges)))


def _whole(connection: Connection, wanted: ColumnElement[bool]) -> pl.DataFrame:
    vehicle = tables.vehicle.c
    whole = func.length(vehicle.vin) == VIN
    return bulk.read(connection, select(vehicle.id, vehicle.vin).where(wanted, whole))


def known(connection: Connection) -> pl.DataFrame:
    """The vehicles known, columns of the table."""
    return bulk.read(connection, select(tables.vehicle)).sort("id")


def known_by_id(connection: Connection, vehicle_ids: Collection[int]) -> pl.DataFrame:
    """These vehicles, columns of the table."""
    vehicle = tables.vehicle
    return bulk.read_for(connection, select(vehicle), vehicle.c.id, vehicle_ids).sort("id")


def ids_of_keys(connection: Connection, keys: Collection[str]) -> pl.DataFrame:
    """id, key of the vehicles that have one of these keys."""
    vehicle = tables.vehicle.c
    statement = select(vehicle.id, vehicle.key).where(bulk.among(connection, vehicle.key, keys))
    return bulk.read(connection, statement).sort("id")


def last_id(connection: Connection) -> int:
    """The highest id of a vehicle, 0 if there is none."""
    return int(connection.execute(select(func.max(tables.vehicle.c.id))).scalar() or 0)


def link(connection: Connection, links: pl.DataFrame, changed: Collection[int] = ()) -> None:
    """Set the vehicle of events: row_id, vehicle_id; the ``changed`` are of another than before."""
    fact_parts.forget(connection, fact_parts.EVENTS, changed)
    bulk.update(connection, tables.event, "row_id", links)


def replace(connection: Connection, found: pl.DataFrame, *, only: Collection[int] | None) -> None:
    """Put these vehicles in place of those named (None: of all)."""
    if only is None:
        fact_parts.forget_all(connection, fact_parts.CARS)
        connection.execute(tables.vehicle.delete())
    else:
        fact_parts.forget(connection, fact_parts.CARS, [*only, *found["id"]])
        bulk.delete_for(connection, tables.vehicle, tables.vehicle.c.id, only)
    bulk.write(connection, tables.vehicle, found)


def cards_of(connection: Connection, vehicle_ids: Collection[int]) -> set[int]:
    """The cards with events of these vehicles."""
    event = tables.event.c
    found = bulk.read_for(connection, select(event.card_id), event.vehicle_id, vehicle_ids)
    return set(found["card_id"])


def dated_pairs(connection: Connection, vehicle_ids: Collection[int]) -> pl.DataFrame:
    """vehicle_id, card_id, once each, of the dated events of these vehicles."""
    event = tables.event.c
    statement = select(event.vehicle_id, event.card_id).where(event.date.is_not(None)).distinct()
    return bulk.read_for(connection, statement, event.vehicle_id, vehicle_ids)
