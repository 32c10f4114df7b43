"""By model: how many are sold, served and kept, and how far their owners come."""

import polars as pl

from reports.content import Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels import maintenance
from reports.loose import loose, turned
from reports.measures import Measure, by, distinct, share
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

_STAGES = (1, 3)
_MODELS_SHOWN = 20


def counted(facts: Facts, options: Options) -> Counted:
    """The sales and the visits, by make and model."""
    sales = maintenance.units(facts, options)
    due = [f"{name}.{number}" for number in _STAGES for name in ("due", "came")]
    wanted = {"sold", *due}
    every = maintenance.measures(facts, sales, options, apart=True)
    sold = [one for one in every if one.key in wanted]
    visits = chosen(facts.visits, options)
    parts = [_part(sales, sold), _part(visits, _served(facts))]
    return Counted(parts, maintenance.uncertain(sales), _shares)


def _part(units: pl.DataFrame, measures: list[Measure]) -> Part:
    """The figures of all models and of each."""

    def of_model(chosen_units: pl.DataFrame, key: str) -> pl.DataFrame | None:
        head, _, model = key.partition("|")
        behind = [one.behind for one in measures if one.key == head]
        return chosen_units.filter(*behind, pl.col("model") == model) if behind else None

    return Part(
        units, measures, lambda chosen_units, _: _by_model(chosen_units, measures), of_model
    )


def _served(facts: Facts) -> list[Measure]:
    unknown = loose(facts)
    certain = ~pl.col("loose")
    return [
        distinct(
            "cars", "vehicle_id", pl.lit(value=True), loose=pl.col("loose"), more=unknown.visits
        ),
        _count("visits", pl.lit(value=True), certain, unknown.visits),
        _own(facts),
    ]


def _own(facts: Facts) -> Measure:
    """A sale whose car may be any can make a foreign car's visits own, and an own car's foreign."""
    unknown = loose(facts)
    gained, lost, _ = turned(facts.visits, facts)
    certain = pl.col("own") & ~pl.col("loose")
    count = certain.sum().cast(pl.Int64)
    return Measure(
        "own",
        (count - unknown.visits - lost).clip(0),
        pl.col("own").sum().cast(pl.Int64),
        count + pl.col("loose").sum().cast(pl.Int64) + unknown.visits + gained,
        pl.col("own"),
    )


def _count(key: str, where: pl.Expr, certain: pl.Expr, unknown: int) -> Measure:
    known = (where & certain).sum().cast(pl.Int64)
    best = (where & pl.col("row_id").is_not_null()).sum().cast(pl.Int64)
    return Measure(key, (known - unknown).clip(0), best, best + unknown, where)


def _by_model(units: pl.DataFrame, measures: list[Measure]) -> Figures:
    found = by(units, pl.col("model"), measures)
    return {f"{key}|{model}": one for model, figures in found for key, one in figures.items()}


def _shares(figures: Figures) -> Figures:
    out = dict(figures)
    for key in figures:
        if not key.startswith("due."):
            continue
        came = key.replace("due.", "came.")
        found = share(figures[came], figures[key])
        if found:
            out[key.replace("due.", "share.")] = found
    return out


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    models = sorted(
        {key.split("|", 1)[1] for key in figures if "|" in key},
        key=lambda model: (-_sold(figures, model), model),
    )
    few = models[:_MODELS_SHOWN]
    labels = tuple(model or gettext("unknown") for model in few)
    chart = Chart(
        ChartKind.BARS,
        gettext("Share of those due who came"),
        labels,
        tuple(
            Series(f"ТО-{n}", tuple(figures.get(f"share.{n}|{model}") for model in few))
            for n in _STAGES
        ),
        Unit.SHARE,
    )
    titles = (
        ("sold", gettext("Sold"), Unit.COUNT),
        ("cars", gettext("Cars served"), Unit.COUNT),
        ("visits", gettext("Visits"), Unit.COUNT),
        ("own", gettext("Visits of own cars"), Unit.COUNT),
        ("share.1", gettext("Came to ТО-1"), Unit.SHARE),
        ("share.3", gettext("Came to ТО-3"), Unit.SHARE),
    )
    columns = (Column("model", gettext("Model")), *(Column(*one) for one in titles))
    rows = tuple(
        (model or gettext("unknown"), *(figures.get(f"{key}|{model}") for key, _, _ in titles))
        for model in models
    )
    keys = tuple(
        next((key for key in (f"visits|{model}", f"sold|{model}") if key in figures), "")
        for model in models
    )
    return (chart,), (Table(gettext("By model"), columns, rows, keys),)


def _sold(figures: Figures, model: str) -> float:
    return sum(
        figures[f"{key}|{model}"].best for key in ("sold", "visits") if f"{key}|{model}" in figures
    )


FUNNEL = Funnel(
    name="models",
    title=marked("By model"),
    definition=(
        marked(
            "For each make and model: cars sold as new, cars and visits in the service, and what "
            "share of the buyers came to ТО-1 and to ТО-3, counted as in “From sale to "
            "maintenance”. Owners of different models behave differently."
        ),
    ),
    needs=("sales", "service"),
    counted=counted,
    shown=_shown,
    expects=True,
)
