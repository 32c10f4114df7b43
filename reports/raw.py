"""Raw files against the unified base: what cleaning it changes about two funnels."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from db.bulk import unheard
from reports import raw_cells, readiness, readiness_counts
from reports.content import Bounds, Chart, ChartKind, Column, Report, Series, Table, Unit, certain
from reports.desk import Desk
from reports.facts import Facts
from reports.funnel import Counted
from reports.funnels import own_foreign, reverse
from reports.lookup import looked_up
from reports.measures import totals
from reports.options import Options
from reports.raw_cells import RawTexts
from reports.telling import filters, narrowing
from resources import formats
from resources.texts import gettext

NAME = "raw"


@dataclass(frozen=True, slots=True)
class Compared:
    """One number as the files tell it and as the unified base does, and what it is a part of."""

    of: int
    raw: int
    unified: Bounds

    @property
    def shares(self) -> tuple[float | None, Bounds | None]:
        """Both as shares, None where there is nothing that they are shares of."""
        if not self.of:
            return None, None
        low, best, high = (
            value / self.of for value in (self.unified.low, self.unified.best, self.unified.high)
        )
        return self.raw / self.of, Bounds(low, best, high)


def title() -> str:
    """The report's title."""
    return gettext("Raw files against the unified base")


def report(known: Facts, texts: RawTexts, options: Options) -> Report:
    """The share of own cars and the reverse funnel by the letters of files and by the base."""
    missing = _missing(known)
    empty = Report(NAME, title(), known.day, _definition(), _filters(known, options), missing)
    if missing:
        return empty
    own = _own(known, texts.rows, options)
    buyers = reverse.counted(known, options)
    back = _reverse(known, texts.rows, buyers.within(options))
    if not own.of and not back.of:
        return replace(empty, missing=gettext("Nothing falls into this period and filter."))
    clients, cars = (
        _clients(known, texts),
        Compared(0, _distinct(texts, "vin"), certain(texts.cars)),
    )
    return replace(
        empty,
        figures=_figures(own, back, clients, cars),
        charts=_charts(own, back, clients, cars),
        tables=(_table(own, back, clients, cars),),
        notes=(*_told(own, back), _grown(clients, cars)),
        narrowing=narrowing(known, buyers.uncertain),
    )


def of_base(desk: Desk, options: Options, heard: Callable[[], None] = unheard) -> Report:
    """The report of a base under the checks of what it rests on.

    What it reads is kept in the base for the next time.
    """
    raw_cells.fill(desk.engine, heard)
    with desk.facts(options, heard) as (connection, known):
        found = report(known, raw_cells.read(connection, heard), options)
        checks = readiness.checks_of(NAME, known, readiness_counts.counts(connection))
        return replace(found, checks=checks)


def _missing(known: Facts) -> str:
    if "sales" not in known.kinds:
        return gettext("This report compares sales with service. Load the file of sales.")
    if "service" not in known.kinds:
        return gettext("This report compares sales with service. Load the file of service.")
    if known.sales.is_empty() and known.orders.is_empty():
        return gettext("No sale and no closed work order is dated up to {day}.").format(
            day=formats.day(known.day)
        )
    return ""


def _own(known: Facts, rows: pl.DataFrame, options: Options) -> Compared:
    """Visits of cars that were sold here by then."""
    sold = (
        rows.filter(pl.col("vin").is_not_null() & pl.col("sold").is_not_null())
        .group_by("vin")
        .agg(pl.col("sold").min().alias("first"))
    )
    part = own_foreign.counted(known, options).within(options).parts[0]
    spelt = _spelt(part.units, rows, "vin").join(sold, on="vin")
    raw = spelt.filter(pl.col("first") <= pl.col("date")).height
    own = totals(part.units, [one for one in part.measures if one.key == "visits.own"])
    return Compared(part.units.height, raw, own["visits.own"])


def _reverse(known: Facts, rows: pl.DataFrame, counted: Counted) -> Compared:
    """Sales whose buyer had been a client of service before."""
    sales, unified = counted.parts[0].units, counted.figures()["reverse"]
    orders = _spelt(known.orders.filter("client_visit"), rows, "name")
    first = orders.group_by("name").agg(pl.col("date").min().alias("first"))
    spelt = _spelt(sales, rows, "name").join(first, on="name")
    raw = spelt.filter(pl.col("first") < pl.col("date")).height
    return Compared(sales.height, raw, unified)


def _spelt(facts_told: pl.DataFrame, rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Day and text of the facts in whose row there is a text."""
    text = looked_up(facts_told["row_id"], rows.select("row_id", column), "row_id")
    return facts_told.select("date").with_columns(text[column]).drop_nulls()


def _clients(known: Facts, texts: RawTexts) -> Compared:
    """Names in the files and clients in the base, of whom those who stand apart may be one."""
    clean = known.cards.filter(pl.col("decided") > 0)
    decided, possible = clean["decided"].n_unique(), clean["possible"].n_unique()
    return Compared(0, _distinct(texts, "name"), Bounds(possible, decided, decided))


def _distinct(texts: RawTexts, column: str) -> int:
    return texts.rows[column].drop_nulls().n_unique()


def _figures(own: Compared, back: Compared, clients: Compared, cars: Compared) -> dict[str, Bounds]:
    return {
        "visits": certain(own.of),
        "visits.own.raw": certain(own.raw),
        "visits.own.unified": own.unified,
        "sales": certain(back.of),
        "reverse.raw": certain(back.raw),
        "reverse.unified": back.unified,
        "clients.raw": certain(clients.raw),
        "clients.unified": clients.unified,
        "cars.raw": certain(cars.raw),
        "cars.unified": cars.unified,
    }


def _charts(own: Compared, back: Compared, clients: Compared, cars: Compared) -> tuple[Chart, ...]:
    raw, unified = gettext("Raw files"), gettext("Unified base")
    (own_raw, own_best), (reverse_raw, reverse_best) = own.shares, back.shares
    return (
        Chart(
            ChartKind.BARS,
            gettext("What the letters show, and what the base knows"),
            (_own_title(), _reverse_title()),
            (Series(raw, (own_raw, reverse_raw)), Series(unified, (own_best, reverse_best))),
            Unit.SHARE,
        ),
        Chart(
            ChartKind.BARS,
            gettext("Names and VINs against clients and cars"),
            (gettext("Clients"), gettext("Cars")),
            (
                Series(raw, (clients.raw, cars.raw)),
                Series(unified, (clients.unified, cars.unified)),
            ),
        ),
    )


def _table(own: Compared, back: Compared, clients: Compared, cars: Compared) -> Table:
    rows = []
    for name, one in (
        (_own_title(), own),
        (_reverse_title(), back),
        (gettext("Different names; clients"), clients),
        (gettext("Different VINs; cars"), cars),
    ):
        rows.append((name, one.raw, one.unified, one.of or None, *one.shares))
    return Table(
        title(),
        (
            Column("what", gettext("What")),
            Column("raw", gettext("Raw files"), Unit.COUNT),
            Column("unified", gettext("Unified base"), Unit.COUNT),
            Column("of", gettext("Of all"), Unit.COUNT),
            Column("raw_share", gettext("Raw files, share"), Unit.SHARE),
            Column("unified_share", gettext("Unified base, share"), Unit.SHARE),
        ),
        tuple(rows),
    )


def _own_title() -> str:
    return gettext("Visits of cars sold here")


def _reverse_title() -> str:
    return gettext("Sales to clients of service")


def _told(own: Compared, back: Compared) -> tuple[str, ...]:
    """The two sentences that the report is for."""
    parts = (
        (
            own,
            gettext(
                "Visits of cars sold here: by the letters of the files {raw} of {of} "
                "({raw_share}), in the unified base {unified} ({unified_share})."
            ),
        ),
        (
            back,
            gettext(
                "Sales to clients of service: by the letters of the files {raw} of {of} "
                "({raw_share}), in the unified base {unified} ({unified_share})."
            ),
        ),
    )
    return tuple(_sentence(text, one) for one, text in parts if one.of)


def _sentence(text: str, one: Compared) -> str:
    best = int(one.unified.best)
    return text.format(
        raw=formats.number(one.raw),
        of=formats.number(one.of),
        raw_share=formats.hundredths(one.raw / one.of),
        unified=formats.number(best),
        unified_share=formats.hundredths(best / one.of),
    )


def _grown(clients: Compared, cars: Compared) -> str:
    return gettext(
        "The files have {names} different names and {vins} different VINs; the base has "
        "{clients} clients and {cars} cars."
    ).format(
        names=formats.number(clients.raw),
        vins=formats.number(cars.raw),
        clients=formats.number(int(clients.unified.best)),
        cars=formats.number(int(cars.unified.best)),
    )


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "The same visits and sales are counted twice. By the letters: as in a spreadsheet, a "
            "car or a client is found again only where the cell is the same letter for letter, "
            "but for blanks around it. In the unified base: by the car and the client that the "
            "row belongs to."
        ),
        gettext(
            "A visit is of a car sold here if the car has a sale dated on that day or before. By "
            "the letters the VIN of the visit's first work order stands in the file of sales."
        ),
        gettext(
            "A sale is to a client of service if its buyer has a closed work order of an earlier "
            "day, with whatever car. By the letters the buyer's name stands in the file of service."
        ),
    )


def _filters(known: Facts, options: Options) -> tuple[str, ...]:
    """The day, the period and the slice; nobody is left out."""
    everybody = replace(options, other_regions=True, changed_owners=True, used_cars=True)
    return filters(everybody, known)
