"""The clients who bring most money."""

import polars as pl

from reports.content import Chart, ChartKind, Column, Report, Series, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import Chosen, contactable, named
from reports.lists.listing import Part
from reports.lists.one_list import LISTED
from reports.lists.spending import period, spending
from reports.lists.titles import title
from reports.options import Options
from resources.texts import gettext

NAME = "list-top"
TOP = 100
_TENTHS = 10


def top(facts: Facts, book: Book, options: Options) -> Report:
    """The clients by what they paid for service and cars together, the best payers first."""
    missing = listing.no_clients(book) or (listing.no_visits(facts) and listing.no_sales(facts))
    payers = named(spending(facts, options).filter(pl.col("money") > 0), book, options)
    if not missing and payers.rows.is_empty():
        missing = gettext("No order and no sale tells what was paid.")
    if missing:
        return Report(NAME, title(NAME), facts.day, _definition(), missing=missing)
    ordered = Chosen(
        payers.rows.sort("money", "client_id", descending=[True, False]),
        (*period(options), *payers.filters),
        payers.left_out,
    )
    listed = contactable(ordered, options)
    parts = [Part(LISTED, title(NAME), _columns(), listed.rows.head(TOP), book)]
    whole = float(ordered.rows["money"].sum())
    best = float(ordered.rows["money"].head(TOP).sum())
    figures = {"clients": ordered.rows.height, "money": round(whole, 2), "share": best / whole}
    figures[LISTED] = parts[0].rows.height
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=listed.filters,
        figures={**{key: certain(value) for key, value in figures.items()}, **listed.figures},
        charts=_charts(ordered.rows["money"], whole),
        tables=listing.first_rows(parts),
        notes=(*_concentration(ordered.rows.height, best / whole), *listing.late(facts)),
        behind=listing.all_rows(parts),
    )


def _charts(money: pl.Series, whole: float) -> tuple[Chart, ...]:
    """What each tenth of the payers brings, from the best down; none for fewer than ten."""
    if money.len() < _TENTHS:
        return ()
    place = pl.int_range(pl.len()) * _TENTHS // pl.len()
    sums = pl.DataFrame({"money": money}).group_by(tenth=place).agg(pl.col("money").sum())
    shares = sums.sort("tenth")["money"] / whole
    chart = Chart(
        ChartKind.BARS,
        gettext("Share of the money by tenths of the payers, the best first"),
        tuple(str(tenth + 1) for tenth in range(_TENTHS)),
        (Series(gettext("Share of the money"), tuple(shares)),),
        Unit.SHARE,
    )
    return (chart,)


def _columns() -> tuple[Column, ...]:
    return (
        *listing.contact_columns(),
        Column("money", gettext("Paid in all"), Unit.MONEY),
        Column("service", gettext("For service"), Unit.MONEY),
        Column("price", gettext("For cars"), Unit.MONEY),
        Column("visits", gettext("Visits"), Unit.COUNT),
        Column("cars", gettext("Cars bought"), Unit.COUNT),
        Column("last", gettext("Last visit"), Unit.DAY),
    )


def _concentration(payers: int, share: float) -> tuple[str, ...]:
    if payers <= TOP:
        return ()
    text = gettext("The best {count} payers bring {percent} % of the money.")
    return (text.format(count=TOP, percent=round(100 * share)),)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Money: the sums of the client’s own visits, without warranty and internal orders, and "
            "the prices of the cars that he bought here. The list holds the first {count} who may "
            "be contacted."
        ).format(count=TOP),
    )
