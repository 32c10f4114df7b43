"""Facts and a book of a few rows, written down as a reader would tell them."""

from datetime import date

import polars as pl

from reports.facts import (
    BOOKINGS,
    CANDIDATES,
    CARDS,
    CLAIMS,
    ORDERS,
    SALES,
    SURVEYS,
    VISITS,
    Facts,
)
from reports.lists.book import CARS, CLIENTS, CLOSED, CONTACTS, PEOPLE, Book

DAY = date(2026, 6, 15)

_DEFAULTS = {
    pl.String: "",
    pl.Categorical: "",
    pl.Boolean: False,
}


def frame(schema, rows):
    """The rows as a frame; what a row does not tell is "", False or null."""
    filled = [
        {name: row.get(name, _DEFAULTS.get(type(kind))) for name, kind in schema.items()}
        for row in rows
    ]
    return pl.DataFrame(filled, schema=schema)


def who(client):
    """Somebody nobody has doubts about; a negative number is a card in quarantine."""
    named = dict.fromkeys(("decided", "likely", "possible"), client)
    return {**named, "card_id": abs(client), "kept_out": client < 0}


def sale(client, car, day, **more):
    return {
        **who(client), "vehicle_id": car, "date": day, "person": True, "make": "Kia",
        "model": "Kia Rio", "amount": 1_000_000.0, **more,
    }  # fmt: skip


def visit(client, car, day, **more):
    """A paid repair: one order that is a visit of its own."""
    return {
        **who(client), "vehicle_id": car, "date": day, "person": True, "make": "Kia",
        "model": "Kia Rio", "kind": "repair", "client_visit": True, "commercial": True,
        "amount": 5_000.0, **more,
    }  # fmt: skip


def maintenance(client, car, day, number, **more):
    return visit(client, car, day, kind="maintenance", to_no=number, **more)


def facts(*, sales=(), visits=(), cards=(), day=DAY, kinds=("sales", "service"), home=()):
    """The facts of a base; each visit has one order."""
    numbered = [{"row_id": number, **one} for number, one in enumerate(visits, 1)]
    known = [dict(zip(("card_id", "decided"), card, strict=True)) for card in cards]
    return Facts(
        day=day,
        kinds=frozenset(kinds),
        home=tuple(home),
        loaded=dict.fromkeys(kinds, day),
        sales=frame(SALES, [{"row_id": number, **one} for number, one in enumerate(sales, 1_001)]),
        carless_sales=frame(SALES, ()),
        orders=frame(ORDERS, numbered),
        visits=frame(VISITS, [one for one in numbered if one["client_visit"]]),
        bookings=frame(BOOKINGS, ()),
        claims=frame(CLAIMS, ()),
        surveys=frame(SURVEYS, ()),
        cards=frame(CARDS, known),
        candidates=frame(CANDIDATES, ()),
        left_out={},
    )


def client(number, name="Орлов Пётр Ильич", **more):
    """A person who agreed to everything."""
    return {
        "client_id": number, "kind": "person", "name": name, "phones": "+79165550101",
        "consent_pd": "yes", "consent_ads": "yes", "cards": 1, **more,
    }  # fmt: skip


def book(*clients, cars=(), closed=(), contacts=()):
    """The book of clients (rows or bare numbers) and of whatever else is told."""
    rows = [one if isinstance(one, dict) else client(one) for one in clients]
    people, vehicles = frame(PEOPLE, rows), frame(CARS, cars)
    return Book(
        frame(CLIENTS, rows),
        frame(CLOSED, closed),
        frame(CONTACTS, contacts),
        lambda ids: people.filter(pl.col("client_id").is_in(ids.implode())),
        lambda ids: vehicles.filter(pl.col("vehicle_id").is_in(ids.implode())),
    )


def numbers(report):
    """The best values of a report's figures."""
    return {key: bounds.best for key, bounds in report.figures.items()}


def column(report, name, key="listed"):
    """One column of the whole list behind a figure."""
    table = report.behind(key)
    place = [one.name for one in table.columns].index(name)
    return [row[place] for row in table.rows]
