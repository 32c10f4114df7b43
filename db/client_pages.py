"""The unified base as a person looks at it: found clients page by page, one client whole."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, select

from db import client_search, tables
from db.client_search import Query
from db.engine import Connection

_CLIENT = tables.client.c
_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "name": (_CLIENT.sort_name,),
    "city": (_CLIENT.city, _CLIENT.sort_name),
    "kind": (_CLIENT.kind, _CLIENT.sort_name),
    "cards": (_CLIENT.cards,),
    "last": (_CLIENT.seen,),
}


@dataclass(frozen=True, slots=True)
class Totals:
    """How many clients, cards in them, cards kept out, and cars there are."""

    clients: int
    cards: int
    kept_out: int
    vehicles: int


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted, and in which order."""

    offset: int
    limit: int
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client, columns of the table."""

    id: int
    kind: str
    last_name: str
    first_name: str
    patronymic: str
    company: str
    legal_form: str
    inn: str
    birth_date: date | None
    phones: str
    emails: str
    city: str
    address: str
    consent_pd: str
    consent_ads: str
    blacklist: str
    seen: date | None
    cards: int


@dataclass(frozen=True, slots=True)
class CarName:
    """What a car is called."""

    make: str
    model: str
    plate: str


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """Which card a golden value came from, and why."""

    field: str
    card_id: int
    reason: str


_ROW = tuple(_CLIENT[name] for name in ClientRow.__slots__)


def totals(connection: Connection) -> Totals:
    """The unified base in figures."""
    cards = _count(connection, tables.membership)
    cars = select(func.count(tables.event.c.vehicle_id.distinct()))
    return Totals(
        clients=_count(connection, tables.client),
        cards=cards,
        kept_out=_count(connection, tables.card) - _of_nobody(connection) - cards,
        vehicles=int(connection.execute(cars).scalar_one()),
    )


def _of_nobody(connection: Connection) -> int:
    """How many cards were entered by hand and taken back, or stand in a log without a name."""
    state = tables.card.c.state
    statement = select(func.count()).where(state.in_(("withdrawn", "unnamed")))
    return int(connection.execute(statement).scalar_one())


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def page(connection: Connection, query: Query | None, wanted: Page, found: int) -> list[ClientRow]:
    """A page of the clients that a search finds.

    Args:
        connection: the base.
        query: what is looked for, None for all clients.
        wanted: which of them.
        found: how many the search finds: it decides how the page is read.
    """
    statement = _ids(connection, query, wanted, found)
    if statement is None:
        return []
    columns = _ORDERS[wanted.sort]
    order = [*columns, _CLIENT.id]
    if wanted.descending:
        order = [column.desc() for column in order]
    chosen = statement.order_by(*order).limit(wanted.limit).offset(wanted.offset)
    ids = list(connection.execute(chosen).scalars())
    rows = {row.id: row for row in clients(connection, ids)}
    return [rows[client_id] for client_id in ids]


def _ids(
    connection: Connection, query: Query | None, wanted: Page, found: int
) -> Select[Any] | None:
    """The ids of the clients found, in no order yet.

    Where many are found, walking the clients in order and testing each meets a page of them
    sooner than sorting all that were found.
    """
    statement = select(_CLIENT.id)
    if query is None:
        return statement
    test = client_search.fits(query)
    if test is not None and wanted.sort == "name":
        steps = (wanted.offset + wanted.limit) * client_search.count(connection, None)
        if steps < found * found:
            return statement.where(test)
    ids = client_search.found(query)
    return None if ids is None else statement.where(_CLIENT.id.in_(ids))


def clients(connection: Connection, client_ids: Collection[int]) -> list[ClientRow]:
    """The clients with these ids."""
    statement = select(*_ROW).where(_CLIENT.id.in_(client_ids)).order_by(_CLIENT.id)
    return [ClientRow(*values) for values in connection.execute(statement)]


def cars(connection: Connection, client_ids: Collection[int]) -> dict[int, list[CarName]]:
    """The cars that these clients have or had to do with, the latest seen first."""
    member, event, car = tables.membership.c, tables.event.c, tables.vehicle.c
    statement = (
        select(member.client_id, car.make, car.model, car.plate)
        .join_from(tables.membership, tables.event, event.card_id == member.card_id)
        .join(tables.vehicle, car.id == event.vehicle_id)
        .where(member.client_id.in_(client_ids))
        .group_by(member.client_id, car.id, car.make, car.model, car.plate)
        .order_by(member.client_id, func.max(event.date).desc(), car.id)
    )
    found: dict[int, list[CarName]] = {}
    for client_id, *values in connection.execute(statement):
        found.setdefault(client_id, []).append(CarName(*values))
    return found


def golden(connection: Connection, client_id: int) -> list[GoldenRow]:
    """Where the golden values of a client came from."""
    row = tables.golden.c
    statement = select(row.field, row.card_id, row.reason).where(row.client_id == client_id)
    return [GoldenRow(*values) for values in connection.execute(statement.order_by(row.field))]


def card_ids(connection: Connection, client_id: int) -> list[int]:
    """The cards of a client."""
    member = tables.membership.c
    statement = select(member.card_id).where(member.client_id == client_id)
    return list(connection.execute(statement.order_by(member.card_id)).scalars())
