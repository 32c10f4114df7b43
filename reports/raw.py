"""Raw files against the unified base: what cleaning it changes about two funnels."""

from dataclasses import dataclass

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Column, Report, Series, Table, Unit, certain
from reports.facts import Facts
from reports.options import Options
from reports.raw_cells import RawTexts
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


def report(facts: Facts, texts: RawTexts, options: Options) -> Report:
    """The share of own cars and the reverse funnel by the letters of files and by the base."""
    missing = _missing(facts)
    if missing:
        return Report(NAME, title(), facts.day, definition=_definition(), missing=missing)
    own = _own(facts, texts.rows, options)
    reverse = _reverse(facts, texts.rows, options)
    clients, cars = (
        _clients(facts, texts),
        Compared(0, _distinct(texts, "vin"), certain(texts.cars)),
    )
    return Report(
        NAME,
        title(),
        facts.day,
        definition=_definition(),
        filters=_filters(facts, options),
        figures=_figures(own, reverse, clients, cars),
        charts=_charts(own, reverse, clients, cars),
        tables=(_table(own, reverse, clients, cars),),
        notes=(*_told(own, reverse), *_grown(clients, cars)),
    )


def _missing(facts: Facts) -> str:
    if "sales" not in facts.kinds:
        return gettext("This report compares sales with service. Load the file of sales.")
    if "service" not in facts.kinds:
        return gettext("This report compares sales with service. Load the file of service.")
    if facts.sales.is_empty() and facts.orders.is_empty():
        return gettext("No sale and no closed work order is dated up to {day}.").format(
            day=formats.day(facts.day)
        )
    return ""


def _own(facts: Facts, rows: pl.DataFrame, options: Options) -> Compared:
    """Visits of cars that were sold here by then."""
    sold = (
        rows.filter(pl.col("vin").is_not_null() & pl.col("sold").is_not_null())
        .group_by("vin")
        .agg(pl.col("sold").min().alias("first"))
    )
    visits = _within(facts.visits, options)
    spelt = visits.select("row_id", "date").join(rows.select("row_id", "vin"), on="row_id")
    raw = spelt.join(sold, on="vin").filter(pl.col("first") <= pl.col("date")).height
    own, loose = pl.col("own"), pl.col("loose")
    least, best, most = (visits.filter(which).height for which in (own & ~loose, own, own | loose))
    return Compared(visits.height, raw, Bounds(least, best, most))


def _reverse(facts: Facts, rows: pl.DataFrame, options: Options) -> Compared:
    """Sales whose buyer had been a client of service before."""
    orders, sales = facts.orders.filter("client_visit"), _within(facts.sales, options)
    names = rows.filter(pl.col("name").is_not_null()).select("row_id", "name")
    raw = _before(
        sales.select("row_id", "date").join(names, on="row_id"),
        orders.select("row_id", "date").join(names, on="row_id"),
        "name",
    )
    found = {
        who: _before(sales.filter(pl.col(who) > 0), orders.filter(pl.col(who) > 0), who)
        for who in ("decided", "likely", "possible")
    }
    least = found["decided"].filter(~pl.col("loose")).height
    best = found["likely"].height
    # whose card waits in quarantine may be anybody who came before
    strangers = sales.filter("kept_out").join(found["possible"], on="row_id", how="anti").height
    most = found["possible"].height + strangers
    return Compared(sales.height, raw.height, Bounds(min(least, best), best, max(best, most)))


def _before(sales: pl.DataFrame, orders: pl.DataFrame, who: str) -> pl.DataFrame:
    """The sales to somebody who has an order of an earlier day."""
    first = orders.group_by(who).agg(pl.col("date").min().alias("first"))
    return sales.join(first, on=who).filter(pl.col("first") < pl.col("date"))


def _clients(facts: Facts, texts: RawTexts) -> Compared:
    """Names in the files and clients in the base, of whom those who stand apart may be one."""
    clean = facts.cards.filter(pl.col("decided") > 0)
    decided, possible = clean["decided"].n_unique(), clean["possible"].n_unique()
    return Compared(0, _distinct(texts, "name"), Bounds(possible, decided, decided))


def _distinct(texts: RawTexts, column: str) -> int:
    return texts.rows[column].drop_nulls().n_unique()


def _within(frame: pl.DataFrame, options: Options) -> pl.DataFrame:
    day = pl.col("date")
    if options.since is not None:
        frame = frame.filter(day >= options.since)
    if options.until is not None:
        frame = frame.filter(day <= options.until)
    return frame


def _figures(
    own: Compared, reverse: Compared, clients: Compared, cars: Compared
) -> dict[str, Bounds]:
    return {
        "visits": certain(own.of),
        "visits.own.raw": certain(own.raw),
        "visits.own.unified": own.unified,
        "sales": certain(reverse.of),
        "reverse.raw": certain(reverse.raw),
        "reverse.unified": reverse.unified,
        "clients.raw": certain(clients.raw),
        "clients.unified": clients.unified,
        "cars.raw": certain(cars.raw),
        "cars.unified": cars.unified,
    }


def _charts(
    own: Compared, reverse: Compared, clients: Compared, cars: Compared
) -> tuple[Chart, ...]:
    raw, unified = gettext("Raw files"), gettext("Unified base")
    (own_raw, own_best), (reverse_raw, reverse_best) = own.shares, reverse.shares
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


def _table(own: Compared, reverse: Compared, clients: Compared, cars: Compared) -> Table:
    rows = []
    for name, one in (
        (_own_title(), own),
        (_reverse_title(), reverse),
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


def _told(own: Compared, reverse: Compared) -> tuple[str, ...]:
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
            reverse,
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
        raw_share=formats.percent(one.raw / one.of),
        unified=formats.number(best),
        unified_share=formats.percent(best / one.of),
    )


def _grown(clients: Compared, cars: Compared) -> tuple[str, ...]:
    return (
        gettext(
            "The files have {names} different names and {vins} different VINs; the base has "
            "{clients} clients and {cars} cars."
        ).format(
            names=formats.number(clients.raw),
            vins=formats.number(cars.raw),
            clients=formats.number(int(clients.unified.best)),
            cars=formats.number(int(cars.unified.best)),
        ),
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


def _filters(facts: Facts, options: Options) -> tuple[str, ...]:
    since, until = formats.day(options.since), formats.day(options.until or facts.day)
    if not since:
        return (gettext("Visits and sales up to {until}.").format(until=until),)
    return (gettext("Visits and sales from {since} to {until}.").format(since=since, until=until),)
