"""What the rules over the whole base read, and where their findings stand."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Select, and_, case, delete, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, tables
from db.client_search import NOTHING
from db.engine import Connection

Scope = Collection[int] | None  # ids, None for all
Value = str | date


def events(connection: Connection, vehicle_ids: Scope = None) -> pl.DataFrame:
    """row_id, card_id, vehicle_id, kind, date, mileage of every dated event of these vehicles."""
    event = tables.event.c
    statement = select(
        event.row_id, event.card_id, event.vehicle_id, event.kind, event.date, event.mileage
    ).where(event.vehicle_id.is_not(None), event.date.is_not(None))
    return bulk.read_scoped(connection, statement, event.vehicle_id, vehicle_ids)


def vehicles(connection: Connection, vehicle_ids: Scope = None) -> pl.DataFrame:
    """id, vin, make, year of these vehicles."""
    vehicle = tables.vehicle.c
    statement = select(vehicle.id, vehicle.vin, vehicle.make, vehicle.year)
    return bulk.read_scoped(connection, statement, vehicle.id, vehicle_ids).sort("id")


def vehicles_of_cards(connection: Connection, card_ids: Collection[int]) -> set[int]:
    """The vehicles that events of these cards are about."""
    event = tables.event.c
    found = bulk.read_for(connection, select(event.vehicle_id), event.card_id, card_ids)
    return set(found["vehicle_id"].drop_nulls())


def vehicles_of_plants(connection: Connection, wmis: Collection[str]) -> pl.DataFrame:
    """id, vin, make, year of the vehicles whose VINs begin with one of these."""
    vehicle = tables.vehicle.c
    ranges = [
        and_(vehicle.vin >= wmi, vehicle.vin < wmi[:-1] + chr(ord(wmi[-1]) + 1))
        for wmi in sorted(wmis)
    ]
    statement = select(vehicle.id, vehicle.vin, vehicle.make, vehicle.year)
    return bulk.read(connection, statement.where(vehicle.vin != NOTHING, or_(*ranges))).sort("id")


def words_of_events(connection: Connection, vehicle_ids: Collection[int]) -> pl.DataFrame:
    """row_id, card_id, vehicle_id, vin, year, visit_kind, payer of these vehicles' events."""
    event = tables.event.c
    statement = select(
        *(event.row_id, event.card_id, event.vehicle_id, event.vin, event.year),
        *(event.visit_kind, event.payer),
    )
    return bulk.read_for(connection, statement, event.vehicle_id, vehicle_ids).sort("row_id")


def of_other_makes(
    connection: Connection, makes: Mapping[str, str], card_ids: Scope = None
) -> pl.DataFrame:
    """row_id, card_id, vin, make of these cards' events whose VIN's beginning has another make."""
    event = tables.event.c
    if not makes:
        return bulk.read(connection, _named_cars().where(event.row_id.is_(None)))
    expected = case(dict(makes), value=func.substr(event.vin, 1, 3), else_=event.make)
    statement = _named_cars().where(event.vin != "", event.make != "", event.make != expected)
    return bulk.read_scoped(connection, statement, event.card_id, card_ids).sort("row_id")


def _named_cars() -> Select[Any]:
    event = tables.event.c
    return select(event.row_id, event.card_id, event.vin, event.make)


def count_cards(connection: Connection) -> int:
    """How many cards there are."""
    return int(connection.execute(select(func.count()).select_from(tables.card)).scalar_one())


def spread(connection: Connection) -> pl.DataFrame:
    """How common each value is: field, cards, values: so many values stand on so many cards."""
    parts = []
    for field, table, column, narrowed in _columns():
        each = select(func.count().label("cards")).select_from(table).where(narrowed)
        counted = each.group_by(column).subquery()
        statement = select(counted.c.cards, func.count().label("values")).group_by(counted.c.cards)
        parts.append(
            bulk.read(connection, statement).select(pl.lit(field).alias("field"), pl.all())
        )
    return pl.concat(parts).sort("field", "cards")


def common(
    connection: Connection, field: str, most: int, values: Collection[Value] | None = None
) -> pl.DataFrame:
    """value, cards, people of the values (None: of all) on the cards of over ``most`` clients.

    Cards of one surname count as one client, and so do those of one company.
    """
    card = tables.card.c
    _, table, column, narrowed = _column(field)
    among = [] if values is None else [bulk.among(connection, column, values)]
    often = select(column).select_from(table).where(narrowed, *among)
    often = often.group_by(column).having(func.count() > most)
    people = func.count(_family().distinct())
    statement = select(column.label("value"), func.count().label("cards"), people.label("people"))
    if table is not tables.card:
        statement = statement.join_from(table, tables.card, table.c.card_id == card.id)
    statement = statement.where(narrowed, column.in_(often)).group_by(column).having(people > most)
    return bulk.read(connection, statement).sort("value")


def numbers(
    connection: Connection, field: str, values: Collection[Value]
) -> list[tuple[Value, int]]:
    """On how many cards each of these values stands; one that stands on none is not told."""
    _, table, column, narrowed = _column(field)
    statement = select(column, func.count()).select_from(table).where(narrowed)
    statement = statement.where(bulk.among(connection, column, values)).group_by(column)
    return [(value, number) for value, number in connection.execute(statement)]


def values_of(connection: Connection, card_ids: Collection[int]) -> list[tuple[str, Value, int]]:
    """field, value, card of every value on these cards that a client has for himself."""
    found = []
    for field, table, column, narrowed in _columns():
        owner = table.c.id if table is tables.card else table.c.card_id
        statement = select(column, owner).where(narrowed, bulk.among(connection, owner, card_ids))
        found += [(field, value, card) for value, card in connection.execute(statement)]
    return found


def families(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """card_id, family: what the clients of cards go by; null for a card that names nobody."""
    card = tables.card.c
    statement = select(card.id.label("card_id"), _family().label("family"))
    return bulk.read_for(connection, statement, card.id, card_ids).sort("card_id")


def _family() -> ColumnElement[str]:
    """The name of a card's client without its ending: Соколов and Соколова are one family."""
    card = tables.card.c
    return func.nullif(func.rtrim(card.last_name, "ая") + card.company_key, "")


def holders(
    connection: Connection, field: str, values: Collection[Value], card_ids: Scope = None
) -> pl.DataFrame:
    """value, card_id of the cards (of these, or None: of all) on which one of the values stands."""
    _, table, column, narrowed = _column(field)
    owner = table.c.id if table is tables.card else table.c.card_id
    statement = select(column.label("value"), owner.label("card_id"))
    wanted = statement.where(narrowed, bulk.among(connection, column, values))
    return bulk.read_scoped(connection, wanted, owner, card_ids).sort("value", "card_id")


def _column(field: str) -> tuple[str, Any, ColumnElement[Any], ColumnElement[bool]]:
    return next(one for one in _columns() if one[0] == field)


def _columns() -> list[tuple[str, Any, ColumnElement[Any], ColumnElement[bool]]]:
    """Where the values stand that a client has for himself: field, table, column, which rows.

    Phones and e-mails are told by the @, for the index of values answers that alone.
    """
    contact, card = tables.contact.c, tables.card.c
    return [
        ("phone", tables.contact, contact.value, contact.value.not_like("%@%")),
        ("email", tables.contact, contact.value, contact.value.like("%@%")),
        ("inn", tables.card, card.inn, card.inn != NOTHING),
        ("birth_date", tables.card, card.birth_date, card.birth_date.is_not(None)),
    ]


def found(connection: Connection, codes: Collection[str], card_ids: Scope = None) -> pl.DataFrame:
    """The findings of these rules on these cards, columns of the table."""
    f = tables.finding.c
    statement = select(tables.finding).where(f.code.in_(sorted(codes)))
    return bulk.read_scoped(connection, statement, f.card_id, card_ids).sort("row_id", "position")


def replace(
    connection: Connection, codes: Collection[str], findings: pl.DataFrame, card_ids: Scope = None
) -> None:
    """Put these findings in place of all that these rules had on these cards."""
    f = tables.finding.c
    doomed = delete(tables.finding).where(f.code.in_(sorted(codes)))
    if card_ids is not None:
        doomed = doomed.where(bulk.among(connection, f.card_id, card_ids))
    connection.execute(doomed)
    bulk.write(connection, tables.finding, findings)


def tell(connection: Connection, params: pl.DataFrame) -> None:
    """Give findings other params: row_id, position, params."""
    bulk.update(connection, tables.finding, ["row_id", "position"], params)
