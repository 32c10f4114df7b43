"""The facts of reports, read from a base."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime

import polars as pl

from db.bulk import unheard
from db.engine import Connection
from reports import reading, stock
from reports.facts import BOOKINGS, CARDS, CLAIMS, ORDERS, SALES, SURVEYS, WHO, Facts
from reports.identities import identified
from reports.lookup import looked_up
from reports.options import Options
from reports.visits import visits
from rules import to_no
from rules.payer import Payer
from rules.visit_kind import VisitKind

_FIRST_DAY = date(1950, 1, 1)
_HOUSE = (str(VisitKind.PREPARATION), str(VisitKind.INTERNAL))
_FREE = (str(VisitKind.WARRANTY), str(VisitKind.RECALL))
_NEW_FOR = 1  # years from production to the sale of a new car
_DAYS_A_YEAR = 365.25
_MARKS = (5, 10)  # the greatest marks of surveys; else 100


def facts(connection: Connection, options: Options, heard: Callable[[], None] = unheard) -> Facts:
    """The facts of a base as the options ask for them.

    ``heard`` is called between steps; what it raises stops the work.
    """
    loaded = reading.last_loads(connection)
    candidates = reading.candidates(connection, heard)
    cards = identified(stock.frame(connection, stock.CARDS, heard), candidates)
    cars = stock.frame(connection, stock.CARS, heard)
    waiting = reading.waiting_vins(connection, heard)["row_id"]
    stocked = {
        name: stock.frame(connection, name, heard)
        for name in (stock.SALES, stock.ORDERS, stock.CALLS)
    }
    cars = _with_doubts(cars, stocked.values(), waiting)
    day = options.day or _last_day(stocked[stock.SALES], stocked[stock.ORDERS], loaded)
    told = {name: _told(_dated(one, day), cards, cars, waiting) for name, one in stocked.items()}
    told[stock.ORDERS] = _numbered(connection, told[stock.ORDERS], stocked[stock.CALLS], heard)
    heard()
    sales, carless = _sales(told[stock.SALES])
    orders, open_ones = _orders(_aged(told[stock.ORDERS], sales))
    heard()
    made = visits(orders, sales, visit_days=options.visit_days, repeat_days=options.repeat_days)
    heard()
    calls = {
        kind: told[stock.CALLS].filter(pl.col("event") == kind)
        for kind in ("booking", "claim", "survey")
    }
    return Facts(
        day=day,
        kinds=frozenset(loaded),
        home=options.home or _home(sales),
        loaded=loaded,
        sales=sales,
        carless_sales=carless,
        orders=orders,
        visits=made,
        bookings=calls["booking"].select(*BOOKINGS),
        claims=calls["claim"].select(*CLAIMS),
        surveys=_surveys(calls["survey"]),
        cards=cards.select(*CARDS),
        candidates=candidates,
        left_out=_undated(stocked[stock.ORDERS], day)
        | {"open": open_ones, "house": int((~orders["client_visit"]).sum())},
    )


def _with_doubts(
    cars: pl.DataFrame, events: Iterable[pl.DataFrame], waiting: pl.Series
) -> pl.DataFrame:
    """The cars with ``doubtful``: known by no VIN, and one waits on a row that is about it."""
    rows = pl.col("row_id").is_in(waiting.implode())
    about = pl.concat([one.select("row_id", "vehicle_id").filter(rows) for one in events])
    named = pl.col("vehicle_id").is_in(about["vehicle_id"].drop_nulls().implode())
    return cars.with_columns((~pl.col("by_vin") & named).alias("doubtful"))


def _numbered(
    connection: Connection, orders: pl.DataFrame, calls: pl.DataFrame, heard: Callable[[], None]
) -> pl.DataFrame:
    """The orders with their numbers, "" for all where no call names one."""
    if not (calls["number"] != "").any():
        return orders.with_columns(pl.lit("").alias("number"))
    numbers = stock.frame(connection, stock.NUMBERS, heard)
    found = looked_up(orders["row_id"], numbers, "row_id")
    return orders.hstack(found).with_columns(pl.col("number").fill_null(""))


def _last_day(sales: pl.DataFrame, orders: pl.DataFrame, loaded: Mapping[str, date]) -> date:
    """The last day that the base tells of: of a sale or an order, not after the last load."""
    latest = max(loaded.values(), default=datetime.now(UTC).astimezone().date())
    ends = [one["date"].filter(one["date"] <= latest).max() for one in (sales, orders)]
    return max((day for day in ends if isinstance(day, date)), default=latest)


def _dated(events: pl.DataFrame, day: date) -> pl.DataFrame:
    """The events up to the day."""
    return events.filter(pl.col("date").is_between(_FIRST_DAY, day))


def _undated(orders: pl.DataFrame, day: date) -> dict[str, int]:
    """How many orders are of no day or of a later one."""
    known = (pl.col("date") >= _FIRST_DAY).fill_null(value=False)
    found = orders.select(undated=(~known).sum(), later=(pl.col("date") > day).sum())
    return found.row(0, named=True)


def _told(
    events: pl.DataFrame, cards: pl.DataFrame, cars: pl.DataFrame, waiting: pl.Series
) -> pl.DataFrame:
    """The events with the client's identities and with what is known of the car.

    ``waiting``: the rows whose VIN waits for a reviewer.
    """
    who = cards.select(
        "card_id",
        *WHO,
        "source_id",
        "person",
        "region",
        (pl.col("state") == "quarantined").alias("kept_out"),
    )
    client = looked_up(events["card_id"], who, "card_id")
    car = looked_up(events["vehicle_id"], cars, "vehicle_id")
    told = events.hstack(client).hstack(car)
    carless = pl.col("vehicle_id").is_null() & pl.col("row_id").is_in(waiting.implode())
    loose = carless | pl.col("doubtful").fill_null(value=False)
    year = pl.coalesce("year", "typed_year") if "typed_year" in events.columns else pl.col("year")
    return told.with_columns(
        loose.alias("loose"),
        pl.col("model", "make").fill_null(""),
        year.cast(pl.Int32).alias("year"),
    )


def _sales(told: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row for each car and day, and the sales of which no car is known."""
    by_year = pl.col("date").dt.year() - pl.col("year") > _NEW_FOR
    said = pl.col("outcome")
    used = pl.when(said.is_in(["new", "used"])).then(said == "used").otherwise(by_year)
    found = told.with_columns(used.fill_null(value=False).alias("used")).select(*SALES)
    car = pl.col("vehicle_id").is_not_null()
    return (
        found.filter(car).unique(["vehicle_id", "date"], keep="first", maintain_order=True),
        found.filter(~car),
    )


def _aged(orders: pl.DataFrame, sales: pl.DataFrame) -> pl.DataFrame:
    """The orders with the number of a maintenance that nothing tells, by the years since the sale.

    Only of cars sold as new, and marked as inferred: the mileage, if there was one, has inferred
    it before.
    """
    new = sales.filter(~pl.col("used")).group_by("vehicle_id").agg(sold=pl.col("date").min())
    sold = looked_up(orders["vehicle_id"], new, "vehicle_id")["sold"]
    days = (orders["date"] - sold).dt.total_days()
    number = (days / _DAYS_A_YEAR).round().cast(pl.Int8, strict=False)
    silent = (pl.col("kind") == str(VisitKind.MAINTENANCE)) & pl.col("to_no").is_null()
    told = silent & number.is_between(1, to_no.LATEST_BY_MILEAGE).fill_null(value=False)
    return orders.with_columns(
        pl.when(told).then(number).otherwise("to_no").alias("to_no"),
        (pl.col("inferred") | told).alias("inferred"),
    )


def _orders(told: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """The counted orders, and how many are not counted because they are not closed."""
    speaking = _sources(told, pl.col("closed").is_not_null())
    silent = pl.col("closed_on").is_not_null() | ~pl.col("source_id").is_in(speaking)
    found = told.filter(pl.coalesce("closed", silent))
    summed = _sources(found, pl.col("amount").is_not_null())
    return found.with_columns(*_judged(summed)).select(*ORDERS), told.height - found.height


def _sources(orders: pl.DataFrame, told: pl.Expr) -> list[int]:
    """The sources of which any order tells something."""
    return orders.filter(told)["source_id"].unique().to_list()


def _judged(summed: list[int]) -> list[pl.Expr]:
    """Whose visit an order is, who pays it, and whether its mark of maintenance counts.

    ``summed``: the sources that have sums; in others an order without one may have been paid.
    """
    kind, payer = pl.col("kind"), pl.col("payer")
    house = _any_of(kind, _HOUSE) | (payer == str(Payer.INTERNAL))
    free = _any_of(kind, _FREE) | (payer == str(Payer.WARRANTY))
    paid = (pl.col("amount") > 0).fill_null(~pl.col("source_id").is_in(summed))
    marked = (kind == str(VisitKind.MAINTENANCE)) & pl.col("to_no").is_not_null()
    done = marked & (paid | (pl.col("to_no") == 0))
    return [
        pl.when(done).then("to_no").alias("to_no"),
        (done & pl.col("inferred")).alias("inferred"),
        (marked & ~done).alias("unpaid"),
        (~house).alias("client_visit"),
        (~house & ~free).alias("commercial"),
    ]


def _any_of(column: pl.Expr, texts: tuple[str, ...]) -> pl.Expr:
    first, *rest = texts
    found = column == first
    for text in rest:
        found |= column == text
    return found


def _surveys(told: pl.DataFrame) -> pl.DataFrame:
    """The surveys with the share of the greatest mark that each was answered with."""
    bare = pl.when(pl.col("scale").is_null()).then("score")
    greatest = bare.max().over("source_id")
    judged: pl.Expr = pl.lit(100)
    for top in reversed(_MARKS):
        judged = pl.when(greatest <= top).then(top).otherwise(judged)
    mark = pl.col("score") / pl.coalesce("scale", judged)
    return (
        told.with_columns(mark.alias("mark")).filter(pl.col("mark").is_not_null()).select(*SURVEYS)
    )


def _home(sales: pl.DataFrame) -> tuple[str, ...]:
    """The region that most sales are of."""
    counts = sales.filter(pl.col("region") != "").group_by(pl.col("region").cast(pl.String)).len()
    most = counts.sort("len", "region", descending=[True, False]).head(1)
    return tuple(most["region"])
