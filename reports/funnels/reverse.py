"""The reverse funnel: buyers who were clients of the service before, by person and not by VIN."""

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Series, Table
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.words import figure_table
from reports.loose import loose, most
from reports.measures import HIGH, LOW, Measure, clients, share
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked


def counted(facts: Facts, options: Options) -> Counted:
    """The sales with who came before, and the clients of the service."""
    visits = first_visits(facts, Options())
    sales = _units(facts, options, visits)
    parted = bool(options.only or options.by or options.since or options.until)
    of_slice = _orders(facts, options) if parted else visits
    served = Part(of_slice, [clients("service_clients", pl.lit(value=True))])
    return Counted([Part(sales, _measures(sales, facts)), served], _uncertain(sales), _shares)


def first_visits(facts: Facts, options: Options) -> pl.DataFrame:
    """A row for each client with an order, and for each card in quarantine; ``date``: the first."""
    orders = chosen(facts.orders, options).select(*_OF_ORDER, "client_visit")
    rest = pl.all().exclude("decided", "date", "client_visit").first()
    return orders.filter("client_visit").group_by("decided").agg(pl.col("date").min(), rest)


def _orders(facts: Facts, options: Options) -> pl.DataFrame:
    """Every order, for a period or a slice tells a client of each that he has an order in."""
    return chosen(facts.orders, options).filter("client_visit")


_OF_ORDER = ("row_id", "card_id", "vehicle_id", "date", "kept_out", "decided", "likely", "possible")


def _units(facts: Facts, options: Options, orders: pl.DataFrame) -> pl.DataFrame:
    """The sales with the flags of ``sales`` and ``reverse``."""
    sales = chosen(facts.sales, options)
    earliest = orders.filter("kept_out")["date"].min()
    for who, end in (("decided", LOW), ("likely", ""), ("possible", HIGH)):
        known = orders.filter(pl.col(who) > 0)
        first = known.group_by(who).agg(pl.col("date").min().alias(f"first{end}"))
        sales = sales.join(first, on=who, how="left", maintain_order="left").with_columns(
            ((pl.col(f"first{end}") < pl.col("date")) & (pl.col(who) > 0))
            .fill_null(value=False)
            .alias(f"reverse{end}")
        )
    anybody = pl.lit(value=False) if orders.is_empty() else pl.col("date") > orders["date"].min()
    certain = ~pl.col("loose")
    stranger = pl.lit(value=False) if earliest is None else pl.col("date") > earliest
    return sales.with_columns(
        pl.lit(value=True).alias("sales"),
        pl.lit(value=True).alias("sales>"),
        certain.alias("sales<"),
        (pl.col("reverse<") & certain).alias("reverse<"),
        (pl.col("reverse>") | (pl.col("kept_out") & anybody)).alias("reverse>"),
        (stranger & (pl.col("possible") > 0)).alias("after_stranger"),
    )


def _measures(sales: pl.DataFrame, facts: Facts) -> list[Measure]:
    """A card of the service in quarantine may be any buyer's, a sale without a car one more."""
    carless = loose(facts).carless
    strangers = facts.orders.filter(pl.col("client_visit") & pl.col("kept_out"))[
        "card_id"
    ].n_unique()
    open_sales = sales.filter("after_stranger", ~pl.col("reverse>"))
    more = int(most(open_sales.group_by("possible").len()["len"], strangers)) + carless
    return [_flag("sales", carless), _flag("reverse", more)]


def _flag(key: str, more: int) -> Measure:
    low, best, high = (pl.col(f"{key}{end}").sum().cast(pl.Int64) for end in (LOW, "", HIGH))
    return Measure(key, low, best, high + more, pl.col(key))


def _shares(figures: Figures) -> Figures:
    if "sales" not in figures:  # a slice in which nothing was sold
        return figures
    sales, reverse = figures["sales"], figures["reverse"]
    reverse = Bounds(reverse.low, reverse.best, min(reverse.high, sales.high))
    out = figures | {"reverse": reverse}
    served = figures.get("service_clients")
    for key, whole in (("share", sales), ("of_service", served)):
        found = share(reverse, whole) if whole else None
        if found:
            out[key] = found
    return out


def _uncertain(sales: pl.DataFrame) -> pl.DataFrame:
    unsure = sales.filter(pl.col("reverse<") != pl.col("reverse>"))
    return unsure.group_by("possible").agg(pl.len().alias("gain"))


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    stages = (
        ("sales", gettext("Cars sold")),
        ("reverse", gettext("To clients of the service")),
    )
    chart = Chart(
        ChartKind.FUNNEL,
        gettext("From service to sale"),
        tuple(title for _, title in stages),
        (Series(gettext("Sales"), tuple(figures[key] for key, _ in stages)),),
        behind=tuple(key for key, _ in stages),
    )
    rows = (
        *stages,
        ("share", gettext("Share of all sales")),
        ("service_clients", gettext("Clients of the service")),
        ("of_service", gettext("Sales to 100 clients of the service")),
    )
    return (chart,), (figure_table(gettext("Figures"), rows, shown),)


FUNNEL = Funnel(
    name="reverse",
    title=marked("From service to sale"),
    definition=(
        marked(
            "Cars sold whose buyer had been a client of the service before the day of the sale: "
            "the same person or company, with whatever car. A used car that its former owner "
            "had brought to the service does not count."
        ),
        marked(
            "It shows the service as a channel of sales beside the showroom, and only a base in "
            "which the clients of both departments are reconciled can tell it."
        ),
    ),
    needs=("sales", "service"),
    counted=counted,
    shown=_shown,
    sliced=(
        ("sales", marked("Cars sold")),
        ("reverse", marked("To clients of the service")),
        ("share", marked("Share")),
    ),
)
