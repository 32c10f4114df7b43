"""Cards with everything that hangs on them, as a person looks at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from typing import Any, TypeVar

from sqlalchemy import Select, select

from db import tables
from db.engine import Connection


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card; ``client_id`` is None while it is kept out of the unified base."""

    id: int
    source: str
    source_key: str
    state: str
    kind: str
    last_name: str
    first_name: str
    patronymic: str
    company: str
    legal_form: str
    inn: str
    birth_date: day | None
    address: str
    consent_pd: str
    consent_ads: str
    blacklist: str
    remark: str
    seen: day | None
    client_id: int | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One phone or e-mail of a card."""

    card_id: int
    kind: str
    value: str
    extension: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a card: a "sale", an "order", a "booking", a "claim", a "survey", a "car"."""

    card_id: int
    kind: str
    date: day | None
    number: str
    visit_kind: str
    to_no: str
    mileage: int | None
    amount: str
    vehicle_id: int | None
    due: day | None
    outcome: str
    score: float | None
    scale: int | None


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """One car."""

    id: int
    vin: str
    body_no: str
    plate: str
    make: str
    model: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What a client is or was to a car."""

    client_id: int
    vehicle_id: int
    role: str
    start: day | None
    end: day | None


@dataclass(frozen=True, slots=True)
class Details:
    """Cards by id, what hangs on them by card, roles by client, cars by id.

    ``kept_out`` holds the fields of a card in which a value is in quarantine.
    """

    cards: tuple[CardRow, ...]
    contacts: dict[int, list[ContactRow]]
    events: dict[int, list[EventRow]]
    kept_out: dict[int, frozenset[str]]
    roles: dict[int, list[RoleRow]]
    vehicles: dict[int, VehicleRow]


def read(connection: Connection, card_ids: Sequence[int]) -> Details:
    """The cards with these ids and what hangs on them."""
    cards = _cards(connection, card_ids)
    events = _events(connection, card_ids)
    cars = {event.vehicle_id for event in events if event.vehicle_id is not None}
    clients = {card.client_id for card in cards if card.client_id is not None}
    roles = _roles(connection, clients)
    return Details(
        cards=tuple(cards),
        contacts=_by_card(_contacts(connection, card_ids)),
        events=_by_card(events),
        kept_out=_kept_out(connection, card_ids),
        roles=roles,
        vehicles=_vehicles(connection, cars),
    )


def find(connection: Connection, source: str, source_key: str) -> int | None:
    """The id of the card that a source has under an id of its own, None if there is none."""
    card = tables.card.c
    statement = (
        select(card.id)
        .join_from(tables.card, tables.source)
        .where(tables.source.c.name == source, card.source_key == source_key)
    )
    return connection.execute(statement).scalar()


_Hanging = TypeVar("_Hanging", ContactRow, EventRow)


def _by_card(rows: Sequence[_Hanging]) -> dict[int, list[_Hanging]]:
    found: dict[int, list[_Hanging]] = {}
    for one in rows:
        found.setdefault(one.card_id, []).append(one)
    return found


def _cards(connection: Connection, card_ids: Sequence[int]) -> list[CardRow]:
    card = tables.card.c
    statement: Select[Any] = (
        select(
            card.id,
            tables.source.c.name,
            card.source_key,
            card.state,
            card.kind,
            card.last_name,
            card.first_name,
            card.patronymic,
            card.company,
            card.legal_form,
            card.inn,
            card.birth_date,
            card.address,
            card.consent_pd,
            card.consent_ads,
            card.blacklist,
            card.remark,
            card.seen,
            tables.membership.c.client_id,
        )
        .join_from(tables.card, tables.source)
        .outerjoin(tables.membership, tables.membership.c.card_id == card.id)
        .where(card.id.in_(card_ids))
        .order_by(card.id)
    )
    return [CardRow(*values) for values in connection.execute(statement)]


def _contacts(connection: Connection, card_ids: Sequence[int]) -> list[ContactRow]:
    contact = tables.contact.c
    statement = (
        select(contact.card_id, contact.kind, contact.value, contact.extension)
        .where(contact.card_id.in_(card_ids))
        .order_by(contact.card_id, contact.kind, contact.position)
    )
    return [ContactRow(*values) for values in connection.execute(statement)]


def _events(connection: Connection, card_ids: Sequence[int]) -> list[EventRow]:
    event = tables.event.c
    statement: Select[Any] = (
        select(
            event.card_id,
            event.kind,
            event.date,
            event.number,
            event.visit_kind,
            event.to_no,
            event.mileage,
            event.amount,
            event.vehicle_id,
            event.due,
            event.outcome,
            event.score,
            event.scale,
        )
        .where(event.card_id.in_(card_ids))
        .order_by(event.row_id)
    )
    return [EventRow(*values) for values in connection.execute(statement)]


def _kept_out(connection: Connection, card_ids: Sequence[int]) -> dict[int, frozenset[str]]:
    finding = tables.finding.c
    statement = select(finding.card_id, finding.field).where(
        finding.card_id.in_(card_ids), finding.severity == "block", finding.state == "open"
    )
    found: dict[int, set[str]] = {}
    for card_id, field in connection.execute(statement):
        found.setdefault(card_id, set()).add(field)
    return {card_id: frozenset(fields) for card_id, fields in found.items()}


def _roles(connection: Connection, client_ids: set[int]) -> dict[int, list[RoleRow]]:
    role = tables.role.c
    statement = (
        select(role.client_id, role.vehicle_id, role.role, role.start, role.end)
        .where(role.client_id.in_(sorted(client_ids)))
        .order_by(role.client_id, role.start, role.vehicle_id, role.role)
    )
    found: dict[int, list[RoleRow]] = {}
    for values in connection.execute(statement):
        found.setdefault(values.client_id, []).append(RoleRow(*values))
    return found


def _vehicles(connection: Connection, vehicle_ids: set[int]) -> dict[int, VehicleRow]:
    car = tables.vehicle.c
    statement = select(
        car.id, car.vin, car.body_no, car.plate, car.make, car.model, car.year
    ).where(car.id.in_(sorted(vehicle_ids)))
    return {values.id: VehicleRow(*values) for values in connection.execute(statement)}
