"""How lists are laid out: their columns and tables, and why there may be nothing to show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from db.exports import client_id
from reports.content import Behind, Cell, Column, Table, Unit
from reports.facts import Facts
from reports.lists.book import Book
from reports.lists.contacting import Chosen
from resources.texts import gettext

MOST = 1_000
"""Rows of a table that a report shows; ``behind`` gives all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One list of a report, under the key of the figure that counts it."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: pl.DataFrame

    def table(self, most: int | None = None) -> Table:
        """The list as a table, of its first rows where a number is given."""
        names = [column.name for column in self.columns]
        shown = self.rows if most is None else self.rows.head(most)
        if "client" in names:
            clients = pl.when(pl.col("client_id") > 0).then("client_id")  # else a card's, kept out
            shown = shown.with_columns(client=clients).with_columns(client_id("client"))
        return Table(self.title, self.columns, tuple(shown.select(names).iter_rows()))


def first_rows(parts: Iterable[Part]) -> tuple[Table, ...]:
    """The tables of a report."""
    return tuple(part.table(MOST) for part in parts)


def all_rows(parts: Iterable[Part]) -> Behind:
    """What gives a list whole by the key of its figure; an empty table for any other key."""
    by_key = {part.key: part for part in parts}

    def behind(key: str) -> Table:
        return by_key[key].table() if key in by_key else Table("", (), ())

    return behind


def cut_off(parts: Iterable[Part]) -> tuple[str, ...]:
    """What to say of the lists that are longer than their tables."""
    text = gettext("“{title}” shows the first {shown} of {total} rows; its figure opens them all.")
    return tuple(
        text.format(title=part.title, shown=MOST, total=part.rows.height)
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


def with_cars(chosen: Chosen, book: Book) -> Chosen:
    """The rows (vehicle_id) with the VIN and the plate of their cars, "" where there are none."""
    rows = chosen.rows.join(book.cars, on="vehicle_id", how="left", maintain_order="left")
    filled = rows.with_columns(pl.col("vin", "plate").fill_null(""))
    return Chosen(filled, chosen.filters, chosen.left_out)


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
