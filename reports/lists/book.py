"""What lists name clients and cars by, read from the base as frames."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from functools import partial

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.bulk import unheard
from db.engine import Connection, Engine, reading
from reports import stock
from reports.facts import CARDS, ORDERS, SALES, WHO
from rules.company_forms import is_sole

CLIENTS: dict[str, pl.DataType] = {
    "client_id": WHO["decided"],
    "kind": pl.String(),  # "person", "company"
    "birth_date": pl.Date(),
    "consent_pd": pl.String(),  # "yes", "no", "" not known; so the next two
    "consent_ads": pl.String(),
    "blacklist": pl.String(),
    "seen": pl.Date(),  # the latest dated fact of any card
    "region": pl.String(),
    "cards": pl.Int64(),
}

PEOPLE: dict[str, pl.DataType] = {
    "client_id": WHO["decided"],
    "name": pl.String(),  # a company's with its contact person, "" if there is none
    "phones": pl.String(),
    "emails": pl.String(),
}

CARS: dict[str, pl.DataType] = {
    "vehicle_id": SALES["vehicle_id"],
    "vin": pl.String(),
    "plate": pl.String(),
}

CLOSED: dict[str, pl.DataType] = {"row_id": ORDERS["row_id"], "closed": pl.Date()}
"""The work orders closed lately, or after the report's day: they were open on it."""

CONTACTS: dict[str, pl.DataType] = {
    "card_id": CARDS["card_id"],
    "kind": pl.String(),  # "phone", "email"
    "value": pl.String(),
}

LATELY = 31
"""Days before the report's from which on closed orders are read, its own day and later ones too."""


class Part(Enum):
    """What a book may hold."""

    CLIENTS = auto()
    CLOSED = auto()
    CONTACTS = auto()


Lookup = Callable[[pl.Series], pl.DataFrame]
"""Gives the rows of the ids; those of what is shown, as all names would take seconds to read."""


@dataclass(frozen=True, slots=True)
class Book:
    """The clients of a base, and what names them and their cars: frames of the schemas above."""

    clients: pl.DataFrame
    closed: pl.DataFrame
    contacts: pl.DataFrame
    people: Lookup
    cars: Lookup


def book(
    connection: Connection,
    day: date,
    parts: frozenset[Part] = frozenset(Part),
    heard: Callable[[], None] = unheard,
) -> Book:
    """The book of a base for a report of a day; what is not among the parts stays empty.

    People and cars are looked up later, when the connection may be closed.
    """
    return Book(
        _clients(connection, heard) if Part.CLIENTS in parts else pl.DataFrame(schema=CLIENTS),
        _closed(connection, day, heard) if Part.CLOSED in parts else pl.DataFrame(schema=CLOSED),
        _contacts(connection, heard) if Part.CONTACTS in parts else pl.DataFrame(schema=CONTACTS),
        partial(_people, connection.engine),
        partial(_cars, connection.engine),
    )


def _clients(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    client = tables.client.c
    columns = (client[name] for name in CLIENTS if name != "client_id")
    statement = select(client.id.label("client_id"), *columns)
    return _typed(bulk.read(connection, statement, heard), CLIENTS)


def _people(engine: Engine, ids: pl.Series) -> pl.DataFrame:
    client = tables.client.c
    texts = (client.last_name, client.first_name, client.patronymic, client.company)
    statement = select(
        client.id.label("client_id"),
        *(*texts, client.legal_form, client.kind, client.phones, client.emails),
    )
    with reading(engine) as connection:
        found = bulk.read_for(connection, statement, client.id, ids.drop_nulls())
    return _typed(found.with_columns(name=_name(found["legal_form"])), PEOPLE)


_PERSON = ("last_name", "first_name", "patronymic")


def _name(forms: pl.Series) -> pl.Expr:
    """The company with its form, and who is to be asked for there; else the person."""
    form, company = pl.col("legal_form"), pl.col("company")
    words = [pl.when(pl.col(part) != "").then(part) for part in _PERSON]
    person = pl.concat_str(words, separator=" ", ignore_nulls=True)
    sole = form.is_in([one for one in forms.unique() if is_sole(one)])
    written = (
        pl.when(form == "")
        .then(company)
        .when(sole)
        .then(pl.concat_str(form, company, separator=" "))
        .otherwise(pl.format("{} «{}»", form, company))
    )
    contact = (pl.col("kind") == "company") & (person != "")
    return (
        pl.when(company == "")
        .then(person)
        .when(contact)
        .then(pl.concat_str(written, person, separator=", "))
        .otherwise(written)
    )


def _cars(engine: Engine, ids: pl.Series) -> pl.DataFrame:
    car = tables.vehicle.c
    statement = select(car.id.label("vehicle_id"), car.vin, car.plate)
    with reading(engine) as connection:
        return _typed(bulk.read_for(connection, statement, car.id, ids.drop_nulls()), CARS)


def _closed(connection: Connection, day: date, heard: Callable[[], None]) -> pl.DataFrame:
    orders = stock.frame(connection, stock.ORDERS, heard).select("row_id", closed="closed_on")
    return orders.filter(pl.col("closed") >= day - timedelta(days=LATELY))


def _contacts(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    contact = tables.contact.c
    statement = select(contact.card_id, contact.kind, contact.value)
    return _typed(bulk.read(connection, statement, heard), CONTACTS)


def _typed(found: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    return found.select(pl.col(name).cast(kind) for name, kind in schema.items())
