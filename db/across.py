"""What the rules over the whole base read, and where their findings stand."""

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl
from sqlalchemy import Select, case, delete, func, select
from sqlalchemy.sql.elements import ColumnElement

from db import bulk, tables
from db.engine import Connection


def events(connection: Connection) -> pl.DataFrame:
    """row_id, card_id, vehicle_id, kind, date, mileage of every dated event of a vehicle."""
    event = tables.event.c
    statement = select(
        event.row_id, event.card_id, event.vehicle_id, event.kind, event.date, event.mileage
    ).where(event.vehicle_id.is_not(None), event.date.is_not(None))
    return bulk.read(connection, statement)


def vehicles(connection: Connection) -> pl.DataFrame:
    """id, vin, make, year of every vehicle."""
    vehicle = tables.vehicle.c
    return bulk.read(connection, select(vehicle.id, vehicle.vin, vehicle.make, vehicle.year)).sort(
        "id"
    )


def words_of_events(connection: Connection, vehicle_ids: Collection[int]) -> pl.DataFrame:
    """row_id, card_id, vehicle_id, vin, year, visit_kind, payer of these vehicles' events."""
    event = tables.event.c
    statement = select(
        *(event.row_id, event.card_id, event.vehicle_id, event.vin, event.year),
        *(event.visit_kind, event.payer),
    )
    return bulk.read_for(connection, statement, event.vehicle_id, vehicle_ids).sort("row_id")


def of_other_makes(connection: Connection, makes: Mapping[str, str]) -> pl.DataFrame:
    """row_id, card_id, vin, make of events whose VIN's beginning has another make."""
    event = tables.event.c
    if not makes:
        return bulk.read(connection, _named_cars().where(event.row_id.is_(None)))
    expected = case(dict(makes), value=func.substr(event.vin, 1, 3), else_=event.make)
    statement = _named_cars().where(event.vin != "", event.make != "", event.make != expected)
    return bulk.read(connection, statement).sort("row_id")


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


def common(connection: Connection, field: str, most: int) -> pl.DataFrame:
    """value, cards, people of the values that stand on the cards of more than ``most`` clients.

    Cards of one surname count as one client, and so do those of one company.
    """
    card = tables.card.c
    _, table, column, narrowed = next(one for one in _columns() if one[0] == field)
    often = select(column).select_from(table).where(narrowed)
    often = often.group_by(column).having(func.count() > most)
    people = func.count(_family().distinct())
    statement = select(column.label("value"), func.count().label("cards"), people.label("people"))
    if table is not tables.card:
        statement = statement.join_from(table, tables.card, table.c.card_id == card.id)
    statement = statement.where(narrowed, column.in_(often)).group_by(column).having(people > most)
    return bulk.read(connection, statement).sort("value")


def families(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """card_id, family: what the clients of cards go by; null for a card that names nobody."""
    card = tables.card.c
    statement = select(card.id.label("card_id"), _family().label("family"))
    return bulk.read_for(connection, statement, card.id, card_ids).sort("card_id")


def _family() -> ColumnElement[str]:
    """The name of a card's client without its ending: Соколов and Соколова are one family."""
    card = tables.card.c
    return func.nullif(func.rtrim(card.last_name, "ая") + card.company_key, "")


def holders(connection: Connection, field: str, values: Collection[Any]) -> pl.DataFrame:
    """value, card_id of the cards on which one of these values stands."""
    _, table, column, narrowed = next(one for one in _columns() if one[0] == field)
    owner = table.c.id if table is tables.card else table.c.card_id
    statement = select(column.label("value"), owner.label("card_id"))
    wanted = statement.where(narrowed, column.in_(sorted(values)))
    return bulk.read(connection, wanted).sort("value", "card_id")


def _columns() -> list[tuple[str, Any, ColumnElement[Any], ColumnElement[bool]]]:
    """Where the values stand that a client has for himself: field, table, column, which rows.

    Phones and e-mails are told by the @, for the index of values answers that alone.
    """
    contact, card = tables.contact.c, tables.card.c
    return [
        ("phone", tables.contact, contact.value, contact.value.not_like("%@%")),
        ("email", tables.contact, contact.value, contact.value.like("%@%")),
        ("inn", tables.card, card.inn, card.inn != ""),
        ("birth_date", tables.card, card.birth_date, card.birth_date.is_not(None)),
    ]


def found(connection: Connection, codes: Collection[str]) -> pl.DataFrame:
    """The findings of these rules, columns of the table."""
    f = tables.finding.c
    statement = select(tables.finding).where(f.code.in_(sorted(codes)))
    return bulk.read(connection, statement).sort("row_id", "position")


def replace(connection: Connection, codes: Collection[str], findings: pl.DataFrame) -> None:
    """Put these findings in place of all that these rules had."""
    connection.execute(delete(tables.finding).where(tables.finding.c.code.in_(sorted(codes))))
    bulk.write(connection, tables.finding, findings)
