"""The facts of reports, read from a base."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import polars as pl

from db.bulk import unheard
from db.engine import Connection
from reports import reading
from reports.facts import (
    BOOKINGS,
    CARDS,
    CLAIMS,
    ORDERS,
    SALES,
    SURVEYS,
    Facts,
)
from reports.identities import identified
from reports.options import Options
from reports.visits import visits
from rules import order_status, payer
from rules.order_status import OrderStatus
from rules.payer import Payer
from rules.visit_kind import VisitKind

_FIRST_DAY = date(1950, 1, 1)
_HOUSE = [str(VisitKind.PREPARATION), str(VisitKind.INTERNAL)]
_FREE = [str(VisitKind.WARRANTY), str(VisitKind.RECALL)]
_NEW_FOR = 1  # years from production to the sale of a new car
_MARKS = (5, 10)  # the greatest marks of surveys; else 100


def facts(connection: Connection, options: Options, heard: Callable[[], None] = unheard) -> Facts:
    """The facts of a base as the options ask for them.

    ``heard`` is called between steps; what it raises stops the work.
    """
    loaded = reading.last_loads(connection)
    candidates = reading.candidates(connection, heard)
    cards = identified(reading.cards(connection, heard), candidates)
    heard()
    events = reading.events(connection, heard)
    day = options.day or _last_day(events, loaded)
    dated, left_out = _dated(events, day)
    cars = reading.vehicles(connection, heard)
    told = _told(dated, cards, cars)
    heard()
    sales, carless = _sales(told.filter(pl.col("kind") == "sale"))
    heard()
    orders, uncounted = _orders(told.filter(pl.col("kind") == "order"), events)
    heard()
    made = visits(orders, sales, visit_days=options.visit_days, repeat_days=options.repeat_days)
    heard()
    return Facts(
        day=day,
        kinds=frozenset(loaded),
        home=options.home or _home(sales),
        loaded=loaded,
        sales=sales,
        carless_sales=carless,
        orders=orders,
        visits=made,
        bookings=told.filter(pl.col("kind") == "booking").select(*BOOKINGS),
        claims=told.filter(pl.col("kind") == "claim").select(*CLAIMS),
        surveys=_surveys(told.filter(pl.col("kind") == "survey")),
        cards=cards.select(*CARDS),
        candidates=candidates,
        left_out=left_out | uncounted,
    )


def _last_day(events: pl.DataFrame, loaded: Mapping[str, date]) -> date:
    """The last day that the base tells of: of a sale or an order, not after the last load."""
    latest = max(loaded.values(), default=datetime.now(UTC).astimezone().date())
    happened = events.filter(pl.col("kind").is_in(["sale", "order"]), pl.col("date") <= latest)
    last = happened["date"].max()
    return last if isinstance(last, date) else latest


def _dated(events: pl.DataFrame, day: date) -> tuple[pl.DataFrame, dict[str, int]]:
    """The events up to the day; how many orders are not among them, by reason."""
    order = pl.col("kind") == "order"
    known = pl.col("date") >= _FIRST_DAY
    counts = events.select(
        undated=(order & ~known.fill_null(value=False)).sum(),
        later=(order & (pl.col("date") > day)).sum(),
    ).row(0, named=True)
    return events.filter(known, pl.col("date") <= day), counts


def _told(events: pl.DataFrame, cards: pl.DataFrame, cars: pl.DataFrame) -> pl.DataFrame:
    """The events with the client's identities and with what is known of the car."""
    who = cards.with_columns((pl.col("state") == "quarantined").alias("kept_out")).drop("state")
    return (
        events.join(who, on="card_id", how="left", maintain_order="left")
        .join(cars, on="vehicle_id", how="left", maintain_order="left")
        .with_columns(pl.col("loose").fill_null(value=True), pl.col("model").fill_null(""))
        .with_columns(pl.coalesce("year", "typed_year"))
    )


def _sales(told: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row for each car and day, and the sales of which no car is known."""
    by_year = pl.col("date").dt.year() - pl.col("year") > _NEW_FOR
    used = (
        pl.when(pl.col("outcome") == "new").then(False)
        .when(pl.col("outcome") == "used").then(True)
        .otherwise(by_year.fill_null(value=False))
    )  # fmt: skip
    found = told.with_columns(used.alias("used")).sort("row_id").select(*SALES)
    car = pl.col("vehicle_id").is_not_null()
    return (
        found.filter(car).unique(["vehicle_id", "date"], keep="first", maintain_order=True),
        found.filter(~car),
    )


def _orders(told: pl.DataFrame, events: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, int]]:
    """The counted orders, and how many are not counted because they are not closed."""
    del events
    status = _normal("status", lambda text: order_status.normalise(text).value)
    payers = _normal("payer", lambda text: payer.normalise(text).value)
    found = told.with_columns(status(told), payers(told))
    over = pl.col("status") == str(OrderStatus.CLOSED)
    silent = pl.col("status") == ""
    speaks = (~silent).any().over("source_id")
    closed = over | (silent & (pl.col("is_closed") | ~speaks))
    found = found.with_columns(
        closed.alias("counted"), pl.col("to_no").cast(pl.Int32, strict=False)
    )
    counted = found.filter("counted").with_columns(*_judged())
    house = counted.filter(~pl.col("client_visit"))
    return counted.select(*ORDERS), {
        "open": found.height - counted.height,
        "house": house.height,
    }


def _judged() -> list[pl.Expr]:
    """Whose visit an order is, who pays it, and whether its mark of maintenance counts."""
    house = pl.col("visit_kind").is_in(_HOUSE) | (pl.col("payer") == str(Payer.INTERNAL))
    free = pl.col("visit_kind").is_in(_FREE) | (pl.col("payer") == str(Payer.WARRANTY))
    no_sums = pl.col("amount").is_null().all().over("source_id")
    paid = (pl.col("amount") > 0) | (pl.col("amount").is_null() & no_sums)
    marked = (pl.col("visit_kind") == str(VisitKind.MAINTENANCE)) & pl.col("to_no").is_not_null()
    done = marked & (paid.fill_null(value=False) | (pl.col("to_no") == 0))
    return [
        pl.col("visit_kind").alias("kind"),
        pl.when(done).then("to_no").alias("to_no"),
        (done & (pl.col("to_basis") == "mileage")).alias("inferred"),
        (marked & ~done).alias("unpaid"),
        (~house).alias("client_visit"),
        (~house & ~free).alias("commercial"),
    ]


def _normal(column: str, read: Callable[[str], str | None]) -> Callable[[pl.DataFrame], pl.Expr]:
    """A column's normal forms, each distinct text read once."""

    def normal(frame: pl.DataFrame) -> pl.Expr:
        texts = frame[column].unique().to_list()
        forms = [str(read(text) or "") for text in texts]
        return pl.col(column).replace_strict(texts, forms, return_dtype=pl.String())

    return normal


def _surveys(told: pl.DataFrame) -> pl.DataFrame:
    """The surveys with the share of the greatest mark that each was answered with."""
    greatest = pl.col("score").max().over("source_id")
    judged: pl.Expr = pl.lit(100)
    for mark in reversed(_MARKS):
        judged = pl.when(greatest <= mark).then(mark).otherwise(judged)
    mark = pl.col("score") / pl.coalesce("scale", judged)
    return (
        told.with_columns(mark.alias("mark")).filter(pl.col("mark").is_not_null()).select(*SURVEYS)
    )


def _home(sales: pl.DataFrame) -> tuple[str, ...]:
    """The region that most sales are of."""
    counts = sales.filter(pl.col("region") != "").group_by("region").len()
    most = counts.sort("len", "region", descending=[True, False]).head(1)
    return tuple(most["region"])
