"""Who deserves a silver or a gold card, and what share of the clients is loyal."""

from math import ceil

import polars as pl

from reports.content import Column, Report, Table, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import Chosen, contactable, named
from reports.lists.listing import Part
from reports.lists.months import shifted
from reports.lists.spending import spending
from reports.lists.titles import title
from reports.options import Options
from resources.texts import gettext

NAME = "list-loyalty"
MONTHS = 24
SILVER_CARS, SILVER_VISITS = 2, 4
GOLD_SHARE = 0.05
RETURNING_VISITS = 2
SILVER, GOLD = "silver", "gold"


def loyalty(facts: Facts, book: Book, options: Options) -> Report:
    """The silver and gold candidates among the active clients."""
    missing = listing.no_clients(book) or listing.no_visits(facts)
    active = named(_active(facts), book, options)
    if not missing and active.rows.is_empty():
        missing = gettext("Nobody came or bought within the last {months} months.").format(
            months=MONTHS
        )
    if missing:
        return Report(NAME, title(NAME), facts.day, _definition(), missing=missing)
    listed = contactable(active, options)
    parts = [_part(level, listed, book) for level in (GOLD, SILVER)]
    counts = _counts(active)
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=listed.filters,
        figures={**{key: certain(value) for key, value in counts.items()}, **listed.figures},
        tables=(_summary(counts, listed), *listing.first_rows(parts)),
        notes=(_caveat(), *_notes(facts), *listing.cut_off(parts), *listing.late(facts)),
        behind=listing.all_rows(parts),
    )


def _active(facts: Facts) -> pl.DataFrame:
    """The clients of the last months: client_id, recent, cars, money, last, level."""
    ago = shifted(facts.day, -MONTHS)
    recent = facts.visits.filter(pl.col("date") > ago, ~pl.col("repeat")).group_by("decided").len()
    recent = recent.select(client_id="decided", recent="len")
    bought = facts.sales.filter(pl.col("date") > ago).select(client_id="decided", lately=True)
    everybody = (
        spending(facts, Options())
        .join(recent, on="client_id", how="left")
        .join(bought.unique(), on="client_id", how="left")
        .with_columns(pl.col("recent").fill_null(0))
    )
    best = _best(everybody["service"])
    often, cars = pl.col("recent") >= SILVER_VISITS, pl.col("cars") >= SILVER_CARS
    gold = (often & cars) | ((often | cars) & (pl.col("service") >= best))
    level = pl.when(gold).then(pl.lit(GOLD)).when(often | cars).then(pl.lit(SILVER))
    return everybody.filter((pl.col("last") > ago) | pl.col("lately")).select(
        "client_id", "recent", "cars", "service", "last", level=level
    )


def _best(service: pl.Series) -> float:
    """What one must have paid for service to be among the best payers."""
    paid = service.filter(service > 0)
    if paid.is_empty():
        return float("inf")
    best = paid.sort(descending=True).head(ceil(GOLD_SHARE * paid.len()))
    return float(best[-1])


def _counts(active: Chosen) -> dict[str, int | float]:
    rows = active.rows
    gold, silver = (rows.filter(pl.col("level") == level).height for level in (GOLD, SILVER))
    returning = rows.filter(pl.col("recent") >= RETURNING_VISITS).height
    return {
        "clients": rows.height,
        GOLD: gold,
        SILVER: silver,
        "loyal": (gold + silver) / rows.height,
        "returning": returning / rows.height,
    }


def _part(level: str, listed: Chosen, book: Book) -> Part:
    columns = (
        *listing.contact_columns(),
        Column("cars", gettext("Cars bought"), Unit.COUNT),
        Column("recent", gettext("Visits in 24 months"), Unit.COUNT),
        Column("service", gettext("For service"), Unit.MONEY),
        Column("last", gettext("Last visit"), Unit.DAY),
    )
    rows = listed.rows.filter(pl.col("level") == level)
    return Part(
        level,
        _names()[level],
        columns,
        rows.sort("service", "client_id", descending=[True, False], nulls_last=True),
        book,
    )


def _names() -> dict[str, str]:
    return {SILVER: gettext("Silver"), GOLD: gettext("Gold")}


def _summary(counts: dict[str, int | float], listed: Chosen) -> Table:
    clients = counts["clients"]
    rows = [
        (
            level,
            _names()[level],
            (
                counts[level],
                counts[level] / clients,
                listed.rows.filter(pl.col("level") == level).height,
            ),
        )
        for level in (GOLD, SILVER)
    ]
    loyal = counts[GOLD] + counts[SILVER]
    rest = gettext("Twice or more in 24 months: the blurred figure")
    returning = round(counts["returning"] * clients)
    more = [
        ("", gettext("Loyal: gold and silver"), (loyal, counts["loyal"], None)),
        ("", rest, (returning, counts["returning"], None)),
        ("", gettext("Active clients"), (clients, 1.0, None)),
    ]
    columns = (
        Column("clients", gettext("Clients"), Unit.COUNT),
        Column("share", gettext("Share"), Unit.SHARE),
        Column("listed", gettext("May be contacted"), Unit.COUNT),
    )
    return listing.in_numbers([*rows, *more], columns)


def _caveat() -> str:
    return gettext(
        "The trade’s sources hold 35–45 % of loyal clients for real and best. Who counts repeat "
        "visits alone gets a blurred picture: hunters of discounts come often, too."
    )


def _notes(facts: Facts) -> tuple[str, ...]:
    if not facts.sales.is_empty():
        return ()
    return (gettext("Without a sales file no second car is known: silver and gold by visits."),)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Silver: a second car bought here, or {visits} visits and more within {months} months "
            "(repeat visits not counted). Gold: both of it; or silver, and among the {percent} % "
            "who paid most for service."
        ).format(visits=SILVER_VISITS, months=MONTHS, percent=round(100 * GOLD_SHARE)),
        gettext(
            "The share is of the active clients: those who came or bought within the last "
            "{months} months."
        ).format(months=MONTHS),
    )
