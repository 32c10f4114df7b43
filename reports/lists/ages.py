"""Cars by their age: how many there are, how often they come and what they bring."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from reports.content import Cell, Chart, ChartKind, Column, Report, Series, Table, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import Chosen, not_for_contacting
from reports.lists.extremes import latest
from reports.lists.listing import Part
from reports.lists.months import YEAR, shifted
from reports.lists.spending import paid
from reports.lists.titles import title
from reports.options import Options
from resources.texts import gettext

NAME = "list-age"
YOUNG_YEARS, MIDDLE_YEARS = 3, 8
"""A car is young up to the first, old from the second on."""

YOUNG, MIDDLE, OLD, UNKNOWN = "young", "middle", "old", "unknown"
_SEGMENTS = (YOUNG, MIDDLE, OLD, UNKNOWN)


def ages(facts: Facts, book: Book, options: Options) -> Report:
    """The cars known by sales and visits, in segments by age."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    if missing:
        return Report(NAME, title(NAME), facts.day, _definition(), missing=missing)
    cars = not_for_contacting(_cars(facts), book, options)
    parts = [_part(segment, cars, book) for segment in _SEGMENTS]
    counts = _counts(cars.rows)
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=cars.filters,
        figures={
            f"{name}.{segment}": certain(value)
            for segment, values in counts.items()
            for name, value in values.items()
            if value is not None
        },
        charts=(_chart(counts),),
        tables=(_summary(counts), *listing.first_rows(parts)),
        notes=(*listing.cut_off(parts), *listing.late(facts)),
        behind=listing.all_rows(parts),
    )


def _cars(facts: Facts) -> pl.DataFrame:
    """Every car, its last known client and its last twelve months.

    Columns: vehicle_id, client_id, model, year, last, visits, money, segment.
    """
    mention = ("vehicle_id", "date", pl.col("decided").alias("client_id"), "model", "year")
    mentions = pl.concat([facts.sales.select(*mention), facts.visits.select(*mention)])
    cars = latest(mentions, "vehicle_id").rename({"date": "last"}).drop("year")
    years = mentions.group_by("vehicle_id").agg(pl.col("year").max())
    born = facts.sales.filter(~pl.col("used")).group_by("vehicle_id").agg(sold=pl.col("date").min())
    recent = (
        facts.visits.filter(pl.col("date") > shifted(facts.day, -YEAR))
        .group_by("vehicle_id")
        .agg(visits=pl.len(), money=paid().round(2))
    )
    return (
        cars.join(years, on="vehicle_id")
        .join(born, on="vehicle_id", how="left")
        .join(recent, on="vehicle_id", how="left")
        .with_columns(pl.col("visits").fill_null(0), segment=_segment(facts.day))
        .sort("last", "vehicle_id", descending=[True, False])
    )


def _segment(day: date) -> pl.Expr:
    """A car's segment by the day it was sold as new, else by the first of its production year."""
    born = pl.coalesce("sold", pl.date(pl.col("year"), 1, 1))
    return (
        pl.when(born > shifted(day, -YOUNG_YEARS * YEAR))
        .then(pl.lit(YOUNG))
        .when(born > shifted(day, -MIDDLE_YEARS * YEAR))
        .then(pl.lit(MIDDLE))
        .when(born.is_not_null())
        .then(pl.lit(OLD))
        .otherwise(pl.lit(UNKNOWN))
    )


def _counts(cars: pl.DataFrame) -> dict[str, dict[str, float | None]]:
    money = pl.col("money")
    counted = cars.group_by("segment").agg(
        cars=pl.len(),
        came=(pl.col("visits") > 0).sum(),
        visits=pl.col("visits").sum(),
        money=pl.when(money.count() > 0).then(money.sum().round(2)),
    )
    found = {row["segment"]: row for row in counted.iter_rows(named=True)}
    return {segment: _ratios(found.get(segment, {})) for segment in _SEGMENTS}


def _ratios(row: Mapping[str, float | None]) -> dict[str, float | None]:
    came, visits, money = row.get("came") or 0, row.get("visits") or 0, row.get("money")
    return {
        "cars": row.get("cars", 0),
        "came": came,
        "visits": visits,
        "a_car": visits / came if came else None,
        "money": money,
        "money_a_car": round(money / came, 2) if came and money is not None else None,
    }


def _names() -> dict[str, str]:
    return {
        YOUNG: gettext("0–{years} years").format(years=YOUNG_YEARS),
        MIDDLE: gettext("{since}–{until} years").format(since=YOUNG_YEARS, until=MIDDLE_YEARS),
        OLD: gettext("Over {years} years").format(years=MIDDLE_YEARS),
        UNKNOWN: gettext("Age not known"),
    }


def _part(segment: str, cars: Chosen, book: Book) -> Part:
    columns = (
        *listing.car_columns(),
        Column("year", gettext("Year")),
        *listing.client_columns(),
        Column("last", gettext("Last visit or purchase"), Unit.DAY),
        Column("visits", gettext("Visits in 12 months"), Unit.COUNT),
        Column("money", gettext("Paid in 12 months"), Unit.MONEY),
    )
    rows = cars.rows.filter(pl.col("segment") == segment)
    return Part(f"cars.{segment}", _names()[segment], columns, rows, book)


def _summary(counts: dict[str, dict[str, float | None]]) -> Table:
    columns = (
        Column("cars", gettext("Cars"), Unit.COUNT),
        Column("came", gettext("Came in 12 months"), Unit.COUNT),
        Column("visits", gettext("Visits in 12 months"), Unit.COUNT),
        Column("a_car", gettext("Visits a car that came"), Unit.RATIO),
        Column("money", gettext("Paid in 12 months"), Unit.MONEY),
        Column("money_a_car", gettext("Paid by a car that came"), Unit.MONEY),
    )
    rows: list[tuple[str, str, tuple[Cell, ...]]] = [
        (f"cars.{segment}", _names()[segment], tuple(values.values()))
        for segment, values in counts.items()
    ]
    return listing.in_numbers(rows, columns)


def _chart(counts: dict[str, dict[str, float | None]]) -> Chart:
    names = _names()
    return Chart(
        ChartKind.BARS,
        gettext("Cars and their visits by age"),
        tuple(names[segment] for segment in counts),
        tuple(
            Series(told, tuple(values[name] for values in counts.values()))
            for name, told in (
                ("cars", gettext("Cars")),
                ("came", gettext("Came in 12 months")),
                ("visits", gettext("Visits in 12 months")),
            )
        ),
        behind=tuple(f"cars.{segment}" for segment in counts),
    )


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Every car that was sold or serviced here, by its age on the day of the report: up to "
            "{young} years, up to {old} years, and older. The age counts from the sale as new "
            "here, else from the first of January of the production year."
        ).format(young=YOUNG_YEARS, old=MIDDLE_YEARS),
        gettext(
            "Visits and money are those of the twelve months up to the day; money without warranty "
            "and internal orders. The client of a car is who was last seen with it."
        ),
    )
