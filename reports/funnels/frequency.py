"""Visits a car and year: by kind, repeated visits apart."""

import polars as pl

from reports.content import Chart, ChartKind, Series, Table
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.words import figure_table
from reports.identities import joinable
from reports.measures import Measure, clients, distinct, ratio
from reports.options import Options
from reports.slices import chosen
from reports.visits import KINDS, OTHER
from resources.texts import gettext, marked
from rules import visit_kind


def counted(facts: Facts, options: Options) -> Counted:
    """The visits of cars and clients, repeated ones apart."""
    visits = chosen(facts.visits, options)
    return Counted([Part(visits, _measures())], joinable(visits), _ratios)


_ONCE = ~pl.col("repeat")


def _measures() -> list[Measure]:
    """An order without a car may repeat a visit, be repeated by one, or join two."""
    found = [
        _count("visits", _ONCE),
        _count("repeats", pl.col("repeat")),
        distinct("cars", "vehicle_id", pl.lit(value=True), loose=pl.col("loose")),
        clients("clients", pl.lit(value=True), less=pl.col("loose").sum().cast(pl.Int64)),
    ]
    return found + [
        _count(f"visits.{kind}", _ONCE & (pl.col("kind") == kind))
        for kind in KINDS
        if kind != KINDS[0]
    ]


def _count(key: str, where: pl.Expr) -> Measure:
    certain, unknown = where & ~pl.col("loose"), pl.col("loose").sum().cast(pl.Int64)
    return Measure(
        key,
        (certain.sum().cast(pl.Int64) - 2 * unknown).clip(0),
        where.sum().cast(pl.Int64),
        certain.sum().cast(pl.Int64) + 2 * unknown,
        where,
    )


def _ratios(figures: Figures) -> Figures:
    out = dict(figures)
    for key, whole in (("a_car", "cars"), ("a_client", "clients")):
        found = ratio(figures["visits"], figures[whole])
        if found:
            out[key] = found
    return out


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    names = {kind: _title(kind) for kind in KINDS if f"visits.{kind}" in shown.figures}
    kinds = [kind for kind in names if shown.figures[f"visits.{kind}"].high]
    both = ((gettext("This period"), shown.figures), (gettext("Period before"), shown.previous))
    chart = Chart(
        ChartKind.BARS,
        gettext("Visits by kind"),
        tuple(names[kind] for kind in kinds),
        tuple(
            Series(name, tuple(of.get(f"visits.{kind}") for kind in kinds))
            for name, of in both
            if of is not None
        ),
        behind=tuple(f"visits.{kind}" for kind in kinds),
    )
    rows = (
        ("a_car", gettext("Visits a car")),
        ("a_client", gettext("Visits a client")),
        ("visits", gettext("Visits, repeated ones left out")),
        ("repeats", gettext("Repeated visits")),
        ("cars", gettext("Cars")),
        ("clients", gettext("Clients")),
        *((f"visits.{kind}", names[kind]) for kind in kinds),
    )
    return (chart,), (figure_table(gettext("Figures"), rows, shown),)


def _title(kind: str) -> str:
    return gettext("Other") if kind == OTHER else visit_kind.title(kind)


FUNNEL = Funnel(
    name="frequency",
    title=marked("Visits a car and year"),
    definition=(
        marked(
            "How often a car came in the 12 months up to the report's day, or in the period asked "
            "for: its visits by kind, repeated ones left out, divided by the cars that came. "
            "Orders of one car on the same or the next day are one visit."
        ),
        marked(
            "A visit is repeated if its order says so, or if a repair, warranty, bodywork or "
            "diagnostics follows one of the same kind within 30 days."
        ),
    ),
    needs=("service",),
    counted=counted,
    shown=_shown,
    sliced=(
        ("visits", marked("Visits")),
        ("cars", marked("Cars")),
        ("a_car", marked("Visits a car")),
    ),
    yearly=True,
)
