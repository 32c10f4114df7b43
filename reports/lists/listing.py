"""How lists are laid out: their columns and tables, and why there may be nothing to show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from db.errors import KnownError
from db.exports import client_id
from reports.content import Behind, Cell, Column, Table, Unit
from reports.facts import Facts
from reports.lists.book import Book
from resources import formats
from resources.texts import gettext

MOST = 1_000
"""Rows of a table that a report shows; ``behind`` gives all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One list of a report, under the key of the figure that counts it.

    The names of clients and the VINs and plates of cars are looked up when it is shown.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: pl.DataFrame
    book: Book

    def table(self, most: int | None = None) -> Table:
        """The list as a table, of its first rows where a number is given."""
        names = [column.name for column in self.columns]
        shown = self.rows if most is None else self.rows.head(most)
        if "client" in names:
            shown = _with_people(shown, self.book)
        if "vin" in names:
            shown = _with_cars(shown, self.book)
        return Table(self.title, self.columns, tuple(shown.select(names).iter_rows()))


def _with_people(rows: pl.DataFrame, book: Book) -> pl.DataFrame:
    """The rows with their clients; a card in quarantine has neither number nor name."""
    clients = pl.when(pl.col("client_id") > 0).then("client_id")
    people = book.people(rows.select(clients)["client_id"])
    told = rows.join(people, on="client_id", how="left", maintain_order="left")
    return told.with_columns(
        pl.col("name", "phones", "emails").fill_null(""), client=clients
    ).with_columns(client_id("client"))


def _with_cars(rows: pl.DataFrame, book: Book) -> pl.DataFrame:
    cars = book.cars(rows["vehicle_id"])
    told = rows.join(cars, on="vehicle_id", how="left", maintain_order="left")
    return told.with_columns(pl.col("vin", "plate").fill_null(""))


def first_rows(parts: Iterable[Part]) -> tuple[Table, ...]:
    """The tables of a report."""
    return tuple(part.table(MOST) for part in parts)


def all_rows(parts: Iterable[Part]) -> Behind:
    """What gives a list whole by the key of its figure, and refuses any other key."""
    by_key = {part.key: part for part in parts}

    def behind(key: str) -> Table:
        if key not in by_key:
            raise KnownError(gettext("No clients and cars stand behind “{key}”.").format(key=key))
        return by_key[key].table()

    return behind


def cut_off(parts: Iterable[Part]) -> tuple[str, ...]:
    """What to say of the lists that are longer than their tables."""
    text = gettext("“{title}” shows the first {shown} of {total} rows; its figure opens them all.")
    return tuple(
        text.format(
            title=part.title,
            shown=formats.number(MOST),
            total=formats.number(part.rows.height),
        )
        for part in parts
        if part.rows.height > MOST
    )


def in_numbers(
    rows: Sequence[tuple[str, str, tuple[Cell, ...]]], columns: Sequence[Column]
) -> Table:
    """The summary of a report: of each row the key of what is behind it, its name and cells."""
    return Table(
        gettext("In numbers"),
        (Column("what", gettext("What")), *columns),
        tuple((name, *cells) for _, name, cells in rows),
        tuple(key for key, _, _ in rows),
    )


def count_column() -> Column:
    """The column of a summary that counts."""
    return Column("number", gettext("How many"), Unit.COUNT)


def contact_columns() -> tuple[Column, ...]:
    """Who is to be contacted, and how."""
    return (
        *client_columns(),
        Column("phones", gettext("Phone")),
        Column("emails", gettext("E-mail")),
    )


def client_columns() -> tuple[Column, ...]:
    """Who it is."""
    return Column("client", gettext("Client")), Column("name", gettext("Client’s name"))


def car_columns() -> tuple[Column, ...]:
    """Which car it is about."""
    return (
        Column("model", gettext("Car")),
        Column("vin", gettext("VIN")),
        Column("plate", gettext("Plate")),
    )


def no_sales(facts: Facts) -> str:
    """Why there is no sale to count, "" if there is one."""
    if not facts.sales.is_empty():
        return ""
    if "sales" not in facts.kinds:
        return gettext("No sales are loaded yet: load the sales file on the page Sources.")
    return gettext("No sale up to the report’s day has both a date and a car.")


def no_visits(facts: Facts) -> str:
    """Why there is no visit to count, "" if there is one."""
    if not facts.visits.is_empty():
        return ""
    if "service" not in facts.kinds:
        return gettext("No work orders are loaded yet: load the service file on the page Sources.")
    return gettext("No work order up to the report’s day is closed, dated and a client’s.")


def no_clients(book: Book) -> str:
    """Why there is nobody to list, "" if there is somebody."""
    if not book.clients.is_empty():
        return ""
    return gettext("The base holds no clients yet: load a file and unify its cards.")


def late(facts: Facts) -> tuple[str, ...]:
    """What to say of a report's day that lies after everything the base was told."""
    if not facts.loaded or facts.day <= max(facts.loaded.values()):
        return ()
    return (
        gettext(
            "The report’s day lies after the last load; what happened in between is not known."
        ),
    )
