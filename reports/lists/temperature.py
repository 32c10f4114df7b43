"""Hot, warm, cold and new clients, month by month, and those who cooled since the last one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from reports.content import Chart, ChartKind, Column, Report, Series, Table, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import KEPT_OUT, Chosen, contactable, named
from reports.lists.listing import Part
from reports.lists.months import last_ends, previous_end
from reports.lists.temperature_days import COLD, HOT, NEW, WARM, Lives, as_of, by_day, lives
from reports.lists.titles import title
from reports.options import Dimension, Options
from resources.texts import gettext

NAME = "list-temperature"
MONTHS = 13
COOLED = "cooled"
_OF_CLIENTS = (Dimension.KIND, Dimension.REGION)


@dataclass(frozen=True, slots=True)
class _Found:
    """All clients now, those who may be contacted, and the counts by month."""

    everyone: Chosen
    listed: Chosen
    months: pl.DataFrame


def temperature(facts: Facts, book: Book, options: Options) -> Report:
    """The clients by how lately and how often they came."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    if missing:
        return Report(NAME, title(NAME), facts.day, _definition(), missing=missing)
    found = _found(facts, book, options)
    parts = _parts(found.listed, book)
    segments = _segments(facts)
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=found.listed.filters,
        figures={
            **{key: certain(_of(found.everyone, key).height) for key in (*segments, COOLED)},
            **{
                f"{key}.{day:%Y-%m}": certain(count)
                for key in segments
                for day, count in found.months.select("day", key).iter_rows()
            },
            **found.listed.figures,
        },
        charts=(_chart(found.months, segments),),
        tables=(_summary(found, segments), *listing.first_rows(parts)),
        notes=(*_notes(facts), *listing.cut_off(parts), *listing.late(facts)),
        behind=listing.all_rows(parts),
    )


def _found(facts: Facts, book: Book, options: Options) -> _Found:
    life = _lives(facts, book, options)
    before = as_of(life, previous_end(facts.day)).filter(pl.col("temperature").is_in([HOT, WARM]))
    now = as_of(life, facts.day).join(
        before.select("client_id", was="temperature"), on="client_id", how="left"
    )
    order = pl.col("temperature").replace_strict({HOT: 0, WARM: 1, COLD: 2, NEW: 3})
    rows = now.sort(order, "last", "client_id", descending=[False, True, False])
    everyone = replace(named(rows, book, options), left_out={KEPT_OUT: _kept_out(facts)})
    listed = contactable(everyone, options)
    return _Found(everyone, listed, by_day(life, last_ends(facts.day, MONTHS)))


def _lives(facts: Facts, book: Book, options: Options) -> Lives:
    """The lives of the clients that are asked for."""
    clients = book.clients.select("client_id")
    if any(dimension in options.only for dimension in _OF_CLIENTS):
        of_clients = {name: value for name, value in options.only.items() if name in _OF_CLIENTS}
        asked = named(clients, book, Options(only=of_clients))
        clients = asked.rows.select("client_id")
    client = pl.col("decided").alias("client_id")
    visits = facts.visits.select(client, "date", "vehicle_id", "model", "repeat")
    sales = facts.sales.select(client, "date", "vehicle_id", "model")
    return lives(
        visits.join(clients, on="client_id", how="semi", maintain_order="left"),
        sales.join(clients, on="client_id", how="semi", maintain_order="left"),
    )


def _kept_out(facts: Facts) -> int:
    """How many cards in quarantine came or bought; the lives are those of clients alone."""
    cards = pl.concat([facts.visits["decided"], facts.sales["decided"]])
    return cards.filter(cards < 0).n_unique()


def _segments(facts: Facts) -> tuple[str, ...]:
    """New clients cannot be told without sales."""
    return (HOT, WARM, COLD) if facts.sales.is_empty() else (HOT, WARM, COLD, NEW)


def _of(chosen: Chosen, key: str) -> pl.DataFrame:
    if key == COOLED:
        return chosen.rows.filter(pl.col("temperature") == COLD, pl.col("was").is_not_null())
    return chosen.rows.filter(pl.col("temperature") == key)


def _parts(listed: Chosen, book: Book) -> list[Part]:
    columns = (
        *listing.contact_columns(),
        Column("last", gettext("Last visit or purchase"), Unit.DAY),
        *listing.car_columns(),
    )
    titles = _names()
    parts = [Part(COOLED, titles[COOLED], columns, _of(listed, COOLED), book)]
    parts += [
        Part(key, titles[key], columns, _of(listed, key), book) for key in (HOT, WARM, COLD, NEW)
    ]
    return parts


def _names() -> dict[str, str]:
    return {
        HOT: gettext("Hot clients"),
        WARM: gettext("Warm clients"),
        COLD: gettext("Cold clients"),
        NEW: gettext("New clients"),
        COOLED: gettext("Cooled since last month: a reason to call"),
    }


def _summary(found: _Found, segments: Sequence[str]) -> Table:
    names, known = _names(), max(found.everyone.rows.height, 1)
    rows = []
    for key in (*segments, COOLED):
        count = _of(found.everyone, key).height
        rows.append((key, names[key], (count, count / known, _of(found.listed, key).height)))
    columns = (
        Column("clients", gettext("Clients"), Unit.COUNT),
        Column("share", gettext("Share"), Unit.SHARE),
        Column("listed", gettext("May be contacted"), Unit.COUNT),
    )
    return listing.in_numbers(rows, columns)


def _chart(months: pl.DataFrame, segments: Sequence[str]) -> Chart:
    names = _names()
    days: list[date] = months["day"].to_list()
    return Chart(
        ChartKind.STACKED,
        gettext("Clients at the end of each month"),
        tuple(f"{day:%Y-%m}" for day in days),
        tuple(Series(names[key], tuple(months[key])) for key in segments),
    )


def _notes(facts: Facts) -> tuple[str, ...]:
    if not facts.sales.is_empty():
        return ()
    return (gettext("Without a sales file nobody can be told for a new client."),)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Hot: three visits or more within the twelve months up to the day. Warm: one or two. "
            "Cold: none, although the client came or bought before. New: bought within the twelve "
            "months and never came."
        ),
        gettext(
            "Orders of one car on the same or the next day are one visit; a repeat visit makes "
            "nobody hot. The chart tells the same for the end of each of the last thirteen months, "
            "counted from the visits and sales up to it."
        ),
        gettext(
            "Cooled: hot or warm at the end of the previous month, cold on the day of the report. "
            "It is a reason to call and to ask what happened."
        ),
    )
