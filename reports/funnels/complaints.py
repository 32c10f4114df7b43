"""Complaints: dissatisfied clients, written claims, courts; and against the repairs done."""

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Series, Table
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.surveys import banded
from reports.funnels.words import figure_table
from reports.identities import joinable
from reports.measures import Measure, clients, ratio
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

_WHO = ["row_id", "card_id", "vehicle_id", "date", "decided", "likely", "possible", "kept_out"]
_DIMENSIONS = ["branch", "staff"]


def counted(facts: Facts, options: Options) -> Counted:
    """The dissatisfied, their claims, and the orders and repeated visits beside them."""
    claims = chosen(facts.claims, options)
    low = chosen(banded(facts.surveys).filter(pl.col("band") == "low"), options)
    columns = _WHO + _DIMENSIONS
    unhappy = pl.concat([low.select(columns), claims.select(columns)])
    orders = chosen(facts.orders.filter("client_visit"), options)
    visits = chosen(facts.visits, options)
    return Counted(
        [
            Part(unhappy, [clients("dissatisfied", pl.lit(value=True))]),
            Part(
                claims,
                [
                    _sure("claims", _ANY),
                    *(_sure(one, pl.col("outcome") == one) for one in ("written", "court")),
                ],
            ),
            Part(orders, [_sure("orders", _ANY)]),
            Part(visits, [_repeats()]),
        ],
        joinable(unhappy),
        _rates,
    )


_ANY = pl.col("row_id").is_not_null()


def _sure(key: str, where: pl.Expr) -> Measure:
    count = where.sum().cast(pl.Int64)
    return Measure(key, count, count, count, where)


def _repeats() -> Measure:
    """An order without a car may repeat a visit or be repeated by one."""
    unknown = pl.col("loose").sum().cast(pl.Int64)
    certain = (pl.col("repeat") & ~pl.col("loose")).sum().cast(pl.Int64)
    best = pl.col("repeat").sum().cast(pl.Int64)
    return Measure(
        "repeats", (certain - unknown).clip(0), best, certain + 2 * unknown, pl.col("repeat")
    )


def _rates(figures: Figures) -> Figures:
    out = dict(figures)
    if {"claims", "repeats", "orders"} <= figures.keys():
        claims, repeats = figures["claims"], figures["repeats"]
        both = Bounds(
            claims.low + repeats.low, claims.best + repeats.best, claims.high + repeats.high
        )
        found = ratio(both, figures["orders"])
        if found:
            out["rate"] = found
    return out


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    stages = (
        ("dissatisfied", gettext("Dissatisfied clients")),
        ("written", gettext("Written claims")),
        ("court", gettext("Court cases")),
    )
    keys = tuple(key for key, _ in stages)
    chart = Chart(
        ChartKind.FUNNEL,
        gettext("From dissatisfaction to the court"),
        tuple(title for _, title in stages),
        (Series(gettext("Complaints"), tuple(shown.figures[key] for key in keys)),),
        behind=keys,
    )
    rows = (
        *stages,
        ("claims", gettext("Claims in all")),
        ("repeats", gettext("Repeated visits")),
        ("orders", gettext("Orders closed")),
        ("rate", gettext("Claims and repeated visits to orders")),
    )
    return (chart,), (figure_table(gettext("Figures"), rows, shown),)


FUNNEL = Funnel(
    name="complaints",
    title=marked("Complaints"),
    definition=(
        marked(
            "Clients who answered a survey with a low mark or made a claim, beside the written "
            "claims and the court cases; a case in court is not counted as written again."
        ),
        marked(
            "Against the work done: claims and repeated visits divided by the orders closed in "
            "the period, internal ones and pre-sale preparation left out."
        ),
    ),
    needs=("claims", "service"),
    counted=counted,
    shown=_shown,
    sliced=(
        ("claims", marked("Claims")),
        ("repeats", marked("Repeated visits")),
        ("orders", marked("Orders")),
        ("rate", marked("Share")),
    ),
)
