"""What duplicates cost: letters and messages that one client got for each of his cards."""

import polars as pl

from reports.content import Cell, Chart, ChartKind, Column, Report, Series, Table, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import not_for_contacting
from reports.lists.listing import Part
from reports.lists.one_list import nothing
from reports.lists.titles import title
from reports.options import Options
from resources import formats
from resources.texts import gettext

NAME = "list-duplicates"
SMS_PRICE, EMAIL_PRICE = 5.0, 0.3
"""Roubles for one message to a phone, and for one letter to an e-mail address."""

_PRICES = {"phone": SMS_PRICE, "email": EMAIL_PRICE}
_MANY = "clients"


def duplicates(facts: Facts, book: Book, options: Options) -> Report:
    """The messages of one mailing to everybody that the unified base saves."""
    if missing := listing.no_clients(book):
        return nothing(NAME, facts, _definition(), missing)
    held = _held(facts, book)
    counts = {kind: _counts(held.filter(pl.col("kind") == kind)) for kind in _PRICES}
    several = book.clients.filter(pl.col("cards") > 1).select("client_id")
    chosen = not_for_contacting(several, book, options)
    rows = chosen.rows.sort("cards", "client_id", descending=[True, False])
    part = Part(_MANY, gettext("Clients with several cards"), _columns(), rows, book)
    saved = sum(counts[kind]["saved"] * price for kind, price in _PRICES.items())
    figures = {
        f"{name}.{kind}": number for kind, found in counts.items() for name, number in found.items()
    }
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=chosen.filters,
        figures={
            **{key: certain(number) for key, number in figures.items()},
            "cards": certain(int(book.clients["cards"].sum())),
            "clients": certain(book.clients.height),
            "money": certain(round(saved, 2)),
        },
        charts=(_chart(counts),),
        tables=(_summary(counts), *listing.first_rows([part])),
        notes=(_told(saved, rows.height), *listing.cut_off([part])),
        behind=listing.all_rows([part]),
    )


def _held(facts: Facts, book: Book) -> pl.DataFrame:
    """The contacts of the cards that are clients': card_id, client_id, kind, value."""
    cards = facts.cards.filter(pl.col("decided") > 0).select("card_id", client_id="decided")
    return book.contacts.join(cards, on="card_id")


def _counts(held: pl.DataFrame) -> dict[str, int]:
    """Cards and clients with such a contact, what is saved, and values a client has twice."""
    cards, clients = held["card_id"].n_unique(), held["client_id"].n_unique()
    values = held.group_by("client_id", "value").len().height
    return {
        "cards": cards,
        "clients": clients,
        "saved": cards - clients,
        "doubled": held.height - values,
    }


def _names() -> dict[str, str]:
    return {"phone": gettext("Messages to phones"), "email": gettext("Letters to e-mail addresses")}


def _summary(counts: dict[str, dict[str, int]]) -> Table:
    columns = (
        Column("cards", gettext("Cards with one"), Unit.COUNT),
        Column("clients", gettext("Clients with one"), Unit.COUNT),
        Column("saved", gettext("Saved in one mailing"), Unit.COUNT),
        Column("doubled", gettext("Numbers or addresses held twice"), Unit.COUNT),
        Column("money", gettext("Money saved"), Unit.MONEY),
    )
    rows: list[tuple[str, str, tuple[Cell, ...]]] = [
        ("", _names()[kind], (*found.values(), round(found["saved"] * _PRICES[kind], 2)))
        for kind, found in counts.items()
    ]
    return listing.in_numbers(rows, columns)


def _chart(counts: dict[str, dict[str, int]]) -> Chart:
    names = _names()
    return Chart(
        ChartKind.BARS,
        gettext("One mailing to everybody: by cards and by clients"),
        tuple(names[kind] for kind in counts),
        (
            Series(gettext("By cards"), tuple(found["cards"] for found in counts.values())),
            Series(gettext("By clients"), tuple(found["clients"] for found in counts.values())),
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        *listing.client_columns(),
        Column("cards", gettext("Cards"), Unit.COUNT),
        Column("region", gettext("Region")),
    )


def _told(saved: float, several: int) -> str:
    if not several:
        return gettext("No cards are joined into one client yet: review the groups first.")
    return gettext(
        "At {sms} roubles a message and {email} a letter, one mailing to everybody costs {money} "
        "roubles less than by the cards."
    ).format(
        sms=formats.rounded(SMS_PRICE, 2),
        email=formats.rounded(EMAIL_PRICE, 2),
        money=formats.number(round(saved)),
    )


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "By cards, one mailing sends as many messages as there are cards with a phone (letters "
            "with an e-mail address); by clients, one to each client who has any. The "
            "difference is what the unified base saves each time. Cards in quarantine count for "
            "neither."
        ),
        gettext(
            "Held twice: phones and e-mail addresses that stand on several cards of one client."
        ),
    )
