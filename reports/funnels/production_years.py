"""Commercial orders by the year their cars were made in, in pieces and money."""

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.measures import Measure, by
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

_UNKNOWN = "unknown"


def counted(facts: Facts, options: Options) -> Counted:
    """The commercial orders by production year."""
    orders = chosen(facts.orders.filter("commercial"), options)
    measures = [_sum("orders", _ONE), _sum("money", _AMOUNT)]
    return Counted([Part(orders, measures, _by_year, _of_year)])


_ONE = pl.col("row_id").is_not_null().cast(pl.Int64)
_AMOUNT = pl.col("amount").fill_null(0)


def _sum(key: str, value: pl.Expr) -> Measure:
    every = value.sum()
    return Measure(key, every, every, every, pl.lit(value=True))


_YEAR = pl.col("year").cast(pl.String).fill_null(_UNKNOWN)


def _of_year(units: pl.DataFrame, key: str) -> pl.DataFrame:
    """The orders behind a figure of one year."""
    return units.filter(key.partition(".")[2] == _YEAR)


def _by_year(units: pl.DataFrame, _figures: Figures) -> Figures:
    """The figures of each year: an order without a car may be of any."""
    free = units.filter("loose")
    more = {"orders": free.height, "money": float(free["amount"].fill_null(0).sum())}
    sums = [_sum("orders", _ONE), _sum("money", _AMOUNT)]
    certain = dict(by(units.filter(~pl.col("loose")), _YEAR, sums))
    out: Figures = {}
    for year, figures in by(units, _YEAR, sums):
        for key, found in figures.items():
            low = certain[year][key].best if year in certain else 0
            out[f"{key}.{year}"] = Bounds(low, found.best, low + more[key])
    return out


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    years = sorted(key.split(".")[1] for key in figures if key.startswith("orders."))
    labels = tuple(gettext("unknown") if year == _UNKNOWN else year for year in years)
    titles = (
        ("orders", gettext("Orders"), Unit.COUNT),
        ("money", gettext("Money"), Unit.MONEY),
    )
    charts = tuple(
        Chart(
            ChartKind.BARS,
            title,
            labels,
            tuple(
                Series(name, tuple(of.get(f"{key}.{year}") for year in years))
                for name, of in (
                    (gettext("This period"), figures),
                    (gettext("Period before"), shown.previous),
                )
                if of is not None
            ),
            unit,
            tuple(f"{key}.{year}" for year in years),
        )
        for key, title, unit in titles
    )
    columns = (
        Column("year", gettext("Production year")),
        *(Column(key, title, unit) for key, title, unit in titles),
    )
    rows = tuple(
        (label, *(figures.get(f"{key}.{year}") for key, _, _ in titles))
        for year, label in zip(years, labels, strict=True)
    )
    keys = tuple(f"orders.{year}" for year in years)
    return charts, (Table(gettext("Figures"), columns, rows, keys),)


FUNNEL = Funnel(
    name="production_years",
    title=marked("Commercial orders by production year"),
    definition=(
        marked(
            "Closed orders that a client pays, by the year the car was made in: warranty, recalls, "
            "internal orders and pre-sale preparation are left out. In pieces and money."
        ),
    ),
    needs=("service",),
    counted=counted,
    shown=_shown,
    sliced=(("orders", marked("Orders")), ("money", marked("Money"))),
)
