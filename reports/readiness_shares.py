"""The checks that are shares: of which facts, how many of them tell what reports rest on."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from reports.content import Check, State
from reports.facts import Facts
from reports.lookup import looked_up
from reports.needs import Need
from reports.readiness_counts import Counts
from resources import formats
from resources.texts import gettext, marked
from rules.visit_kind import VisitKind

GOOD, FAIR = 0.95, 0.8
"""From so large a share on a check is green, and amber; below it is red."""
SEEN_GOOD, SEEN_FAIR = 0.5, 0.2
"""The same for the share of sold cars that came to service."""
CHANGED_GOOD, CHANGED_FAIR = 0.25, 0.1
"""The same for the share of older cars of which more than one client is known."""

SEEN_AFTER = "12mo"
"""A car sold so long ago should have been at service by now."""
CHANGED_AFTER = "4y"
"""Owners keep a car three or four years, say the sources: by then many have changed."""

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Share:
    """A check that is a share; ``title`` and ``to_do`` are message ids.

    ``part``: how many of how many facts are as they should be; the orders are those of clients.
    """

    need: Need
    kind: str
    title: str
    to_do: str
    part: Callable[[Facts, Counts], Part]
    good: float = GOOD
    fair: float = FAIR

    def check(self, facts: Facts, counts: Counts) -> Check:
        """How it stands with these facts."""
        count, of = self.part(facts, counts)
        name, title = str(self.need), gettext(self.title)
        if not of:
            told = gettext("There is nothing to count up to {day}.").format(
                day=formats.day(facts.day)
            )
            return Check(name, title, State.RED, told, gettext(self.to_do))
        share = count / of
        told = gettext("{count} of {of} ({share})").format(
            count=formats.number(count), of=formats.number(of), share=formats.hundredths(share)
        )
        state = State.RED if share < self.fair else State.AMBER
        if share >= self.good:
            return Check(name, title, State.GREEN, told, share=share)
        return Check(name, title, state, told, gettext(self.to_do), share)


def _told(frame: pl.DataFrame, known: pl.Expr) -> Part:
    """How many rows of a frame tell something, and how many there are."""
    return int(frame.select(known.sum()).item()), frame.height


def _with_vin(facts: Facts, counts: Counts) -> Part:
    known = ~pl.col("vehicle_id").is_in(counts.no_vin["vehicle_id"].implode())
    return _told(facts.orders, known)


def _maintenance(facts: Facts, _counts: Counts) -> Part:
    done = facts.orders.filter(pl.col("kind") == str(VisitKind.MAINTENANCE))
    return _told(done, pl.col("to_no").is_not_null() | pl.col("unpaid"))


def _sales_with_car(facts: Facts, _counts: Counts) -> Part:
    return facts.sales.height, facts.sales.height + facts.carless_sales.height


def _regions(facts: Facts, _counts: Counts) -> Part:
    return _told(facts.sales, pl.col("region") != "")


def _sold_seen(facts: Facts, _counts: Counts) -> Part:
    """Of the cars sold a year ago or earlier those that came to service after it."""
    sold = _sold_before(facts, SEEN_AFTER)
    car = pl.col("vehicle_id")
    visits = facts.visits.select("vehicle_id", pl.col("date").alias("last"))
    last = visits.filter(car.is_not_null(), car.ne_missing(car.shift(-1)))  # they are by car
    seen = sold.hstack(looked_up(sold["vehicle_id"], last, "vehicle_id"))
    return seen.filter(pl.col("last") >= pl.col("date")).height, sold.height


def _changed(facts: Facts, _counts: Counts) -> Part:
    """Of the cars sold four years ago or earlier those of which several clients are known."""
    sold = _sold_before(facts, CHANGED_AFTER).select("vehicle_id")
    clients = (
        one.select("vehicle_id", "likely")
        .filter(pl.col("likely") > 0)
        .join(sold, on="vehicle_id", how="semi")
        for one in (facts.sales, facts.orders)
    )
    met = pl.concat(clients).group_by("vehicle_id")
    spread = met.agg(pl.col("likely").min().alias("least"), pl.col("likely").max().alias("most"))
    return spread.filter(pl.col("least") < pl.col("most")).height, sold.height


def _sold_before(facts: Facts, ago: str) -> pl.DataFrame:
    """vehicle_id, date: the cars first sold here so long before the report's day."""
    limit = pl.lit(facts.day).dt.offset_by(f"-{ago}")
    sold = facts.sales.group_by("vehicle_id").agg(pl.col("date").min())
    return sold.filter(pl.col("date") <= limit)


def _placed(frame: pl.DataFrame) -> Part:
    """Those that a visit can be found for: by an order's number, a car or a client."""
    known = (pl.col("number") != "") | pl.col("vehicle_id").is_not_null() | (pl.col("decided") > 0)
    return _told(frame, known.fill_null(value=False))


_SEE_COLUMNS = marked(
    "Say on the page “Sources” which column holds it, or load a file that has it."
)

SHARES: tuple[Share, ...] = (
    Share(
        Need.SALES_CAR,
        "sales",
        marked("Sales whose car is known"),
        marked("Put right the VINs that wait on the page “Check”, or load sales with VINs."),
        _sales_with_car,
    ),
    Share(
        Need.SALES_CLIENT,
        "sales",
        marked("Sales whose buyer is known"),
        marked("Put right the cards of sales that wait on the page “Check”."),
        lambda facts, _counts: _told(facts.sales, pl.col("decided") > 0),
    ),
    Share(
        Need.SALES_REGION,
        "sales",
        marked("Sales whose buyer's region is known"),
        marked("Load the buyers' addresses: those from other regions cannot be left out else."),
        _regions,
        good=0.8,
        fair=0.5,
    ),
    Share(
        Need.SALES_MODEL,
        "sales",
        marked("Sales with make and model"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(facts.sales, pl.col("model") != ""),
    ),
    Share(
        Need.ORDERS_CAR,
        "service",
        marked("Work orders whose car is known"),
        marked("Put right the VINs that wait on the page “Check”, or load orders with VINs."),
        lambda facts, _counts: _told(facts.orders, pl.col("vehicle_id").is_not_null()),
    ),
    Share(
        Need.ORDERS_VIN,
        "service",
        marked("Work orders whose car is known by its VIN"),
        marked("Put right the VINs that wait on the page “Check”, or load orders with VINs."),
        _with_vin,
    ),
    Share(
        Need.ORDERS_CLIENT,
        "service",
        marked("Work orders whose client is known"),
        marked("Put right the cards of service that wait on the page “Check”."),
        lambda facts, _counts: _told(facts.orders, pl.col("decided") > 0),
    ),
    Share(
        Need.ORDERS_KIND,
        "service",
        marked("Work orders with a kind of repair"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(facts.orders, pl.col("kind") != ""),
    ),
    Share(
        Need.MAINTENANCE_NO,
        "service",
        marked("Maintenance with its number"),
        marked("Load the number of the maintenance, the works or the mileage of these orders."),
        _maintenance,
    ),
    Share(
        Need.ORDERS_MILEAGE,
        "service",
        marked("Work orders with a mileage"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(facts.orders, pl.col("mileage").is_not_null()),
        good=0.8,
        fair=0.5,
    ),
    Share(
        Need.ORDERS_SUM,
        "service",
        marked("Work orders with a sum"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(facts.orders, pl.col("amount").is_not_null()),
    ),
    Share(
        Need.ORDERS_YEAR,
        "service",
        marked("Work orders whose car's production year is known"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(facts.orders, pl.col("year").is_not_null()),
    ),
    Share(
        Need.SOLD_SEEN,
        "service",
        marked("Cars sold a year ago or earlier that came to service"),
        marked(
            "Compare the VINs of both files: if they differ in spelling, put them right on the "
            "page “Check”; if the history of service is short, load the earlier years."
        ),
        _sold_seen,
        good=SEEN_GOOD,
        fair=SEEN_FAIR,
    ),
    Share(
        Need.OWNER_CHANGES,
        "service",
        marked("Cars sold four years ago or earlier with more than one client known"),
        marked(
            "Load the owners of cars from your system: buyers who sold their car are still "
            "expected else."
        ),
        _changed,
        good=CHANGED_GOOD,
        fair=CHANGED_FAIR,
    ),
    Share(
        Need.BOOKINGS_CAR,
        "bookings",
        marked("Bookings whose car or work order is known"),
        _SEE_COLUMNS,
        lambda facts, _counts: _told(
            facts.bookings, pl.col("vehicle_id").is_not_null() | (pl.col("number") != "")
        ),
        good=0.8,
        fair=0.5,
    ),
    Share(
        Need.CLAIMS_CLIENT,
        "claims",
        marked("Claims whose client, car or work order is known"),
        _SEE_COLUMNS,
        lambda facts, _counts: _placed(facts.claims),
        good=0.8,
        fair=0.5,
    ),
    Share(
        Need.SURVEYS_VISIT,
        "surveys",
        marked("Surveys whose client, car or work order is known"),
        _SEE_COLUMNS,
        lambda facts, _counts: _placed(facts.surveys),
        good=0.8,
        fair=0.5,
    ),
)
