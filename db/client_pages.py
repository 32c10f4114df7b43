"""The unified base as a person looks at it: found clients page by page, one client whole."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from db import tables
from db.client_search import Query, matching
from db.engine import Connection

_client = tables.client.c
_ORDERS = {
    "name": (_client.sort_name,),
    "city": (_client.city, _client.sort_name),
    "kind": (_client.kind, _client.sort_name),
    "cards": (_client.cards,),
    "last": (_client.seen,),
}
SORTS = frozenset(_ORDERS)
_MANY = 2_000  # found clients: from there on to walk the sorted list is faster than to sort


@dataclass(frozen=True, slots=True)
class Totals:
    """How many clients, cards in them, cards kept out, and cars there are."""

    clients: int
    cards: int
    kept_out: int
    vehicles: int


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
class GoldenRow:
    """Which card a golden value came from, and why."""

    field: str
    card_id: int
    reason: str


def totals(connection: Connection) -> Totals:
    """The unified base in figures."""
    cards = _count(connection, tables.membership.c.card_id)
    return Totals(
        clients=_count(connection, _client.id),
        cards=cards,
        kept_out=_count(connection, tables.card.c.id) - cards,
        vehicles=int(
            connection.execute(select(func.count(tables.event.c.vehicle_id.distinct()))).scalar_one()
        ),
    )
