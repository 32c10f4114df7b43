"""What lists name clients and cars by, read from the base as frames."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.bulk import unheard
from db.engine import Connection
from reports.facts import CARDS, ORDERS, SALES, WHO
from rules.company_forms import is_sole

CLIENTS: dict[str, pl.DataType] = {
    "client_id": WHO["decided"],
    "kind": pl.String(),  # "person", "company"
    "name": pl.String(),  # a company's with its contact person, "" if there is none
    "phones": pl.String(),
    "emails": pl.String(),
    "birth_date": pl.Date(),
    "consent_pd": pl.String(),  # "yes", "no", "" not known; so the next two
    "consent_ads": pl.String(),
    "blacklist": pl.String(),
    "seen": pl.Date(),  # the latest dated fact of any card
    "region": pl.String(),
    "cards": pl.Int64(),
}

CARS: dict[str, pl.DataType] = {
    "vehicle_id": SALES["vehicle_id"],
    "vin": pl.String(),
    "plate": pl.String(),
}

CLOSED: dict[str, pl.DataType] = {"row_id": ORDERS["row_id"], "closed": pl.Date()}
"""The work orders closed lately."""

CONTACTS: dict[str, pl.DataType] = {
    "card_id": CARDS["card_id"],
    "kind": pl.String(),  # "phone", "email"
    "value": pl.String(),
}

LATELY = 31
"""Days before the report's that a closed order is read of."""


class Part(Enum):
    """What a book may hold."""

    CLIENTS = auto()
    CARS = auto()
    CLOSED = auto()
    CONTACTS = auto()


@dataclass(frozen=True, slots=True)
class Book:
    """The clients and cars of a base, frames of the schemas above."""

    clients: pl.DataFrame
    cars: pl.DataFrame
    closed: pl.DataFrame
    contacts: pl.DataFrame


def book(
    connection: Connection,
    day: date,
    parts: frozenset[Part] = frozenset(Part),
    heard: Callable[[], None] = unheard,
) -> Book:
    """The book of a base for a report of a day; what is not among the parts stays empty."""
    return Book(
        _clients(connection, heard) if Part.CLIENTS in parts else pl.DataFrame(schema=CLIENTS),
        _cars(connection, heard) if Part.CARS in parts else pl.DataFrame(schema=CARS),
        _closed(connection, day, heard) if Part.CLOSED in parts else pl.DataFrame(schema=CLOSED),
        _contacts(connection, heard) if Part.CONTACTS in parts else pl.DataFrame(schema=CONTACTS),
    )


def _clients(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    client = tables.client.c
    # put together by the database: one text to read in place of three
    person = client.last_name + " " + client.first_name + " " + client.patronymic
    statement = select(
        client.id.label("client_id"),
        person.label("person"),
        client.company,
        client.legal_form,
        *(client[name] for name in CLIENTS if name not in {"client_id", "name"}),
    )
    found = bulk.read(connection, statement, heard)
    return _typed(found.with_columns(name=_name(found["legal_form"])), CLIENTS)


def _name(forms: pl.Series) -> pl.Expr:
    """The company with its form, and who is to be asked for there; else the person."""
    form, company = pl.col("legal_form"), pl.col("company")
    person = pl.col("person").str.strip_chars().str.replace_all("  +", " ")
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


def _cars(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    car = tables.vehicle.c
    statement = select(car.id.label("vehicle_id"), car.vin, car.plate)
    return _typed(bulk.read(connection, statement, heard), CARS)


def _closed(connection: Connection, day: date, heard: Callable[[], None]) -> pl.DataFrame:
    event = tables.event.c
    statement = select(event.row_id, event.closed).where(
        event.kind == "order", event.closed.between(day - timedelta(days=LATELY), day)
    )
    return _typed(bulk.read(connection, statement, heard), CLOSED)


def _contacts(connection: Connection, heard: Callable[[], None]) -> pl.DataFrame:
    contact = tables.contact.c
    statement = select(contact.card_id, contact.kind, contact.value)
    return _typed(bulk.read(connection, statement, heard), CONTACTS)


def _typed(found: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    return found.select(pl.col(name).cast(kind) for name, kind in schema.items())
