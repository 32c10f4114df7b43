"""Satisfaction and the next maintenance: of those who were content, how many came again."""

from dataclasses import replace

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.surveys import BANDS, banded, with_visits
from reports.measures import HIGH, LOW, Measure, flagged, share
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

WITHIN = "15mo"


def counted(facts: Facts, options: Options) -> Counted:
    """The answers by band, with who came to the next maintenance."""
    asked = with_visits(banded(facts.surveys), facts, visit_days=options.visit_days)
    done = _done(facts)
    loose = done.filter("loose")
    answers = _flags(_with_next(asked, done), loose, facts)
    measures: list[Measure] = []
    for band in BANDS:
        measures += [
            flagged(f"answers.{band}"),
            _opened(f"mature.{band}", loose.height),
            _opened(f"next.{band}", loose.height),
        ]
    return Counted([Part(chosen(answers, options), measures)], _uncertain(answers), _settled)


def _opened(key: str, loose: int) -> Measure:
    """A flag that so many maintenances of no known car may set, each for the answers of a car."""
    mine = flagged(key)
    cars = pl.col("car").filter(f"{key}?").value_counts().struct.field("count")
    return replace(mine, high=mine.high + cars.top_k(loose).sum().cast(pl.Int64))


def _done(facts: Facts) -> pl.DataFrame:
    """car, next, loose: the maintenance that was done."""
    marks = facts.orders.select("vehicle_id", "date", "to_no", "client_visit", "loose")
    done = marks.filter(pl.col("client_visit") & pl.col("to_no").is_not_null())
    return done.select(pl.col("vehicle_id").alias("car"), pl.col("date").alias("next"), "loose")


def _with_next(answers: pl.DataFrame, done: pl.DataFrame) -> pl.DataFrame:
    """The answers with ``next``: the first maintenance of the car after the visit."""
    of_cars = done.filter(pl.col("car").is_in(answers["car"].drop_nulls().implode()))
    return (
        answers.sort("visited", nulls_last=True)
        .join_asof(
            of_cars.drop("loose").sort("next"),
            left_on="visited",
            right_on="next",
            by="car",
            strategy="forward",
            allow_exact_matches=False,
            coalesce=False,
            check_sortedness=False,
        )
        .sort("row_id")
    )


def _flags(answers: pl.DataFrame, loose: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """``…?``: not so for all that is known, unless a maintenance of no known car was this car's."""
    limit = pl.col("visited").dt.offset_by(WITHIN)
    came = (pl.col("next") <= limit).fill_null(value=False)
    mature = came | (limit <= facts.day).fill_null(value=False)
    shaky = pl.col("shaky")
    opened = answers.sort("visited", nulls_last=True).join_asof(
        loose.select(pl.col("next").alias("next_loose")).sort("next_loose"),
        left_on="visited",
        right_on="next_loose",
        strategy="forward",
        allow_exact_matches=False,
        coalesce=False,
        check_sortedness=False,
    )
    may = (pl.col("next_loose") <= limit).fill_null(value=False) & pl.col("car").is_not_null()
    flags: list[pl.Expr] = []
    for band in BANDS:
        mine = pl.col("band") == band
        flags += [(mine).alias(f"answers.{band}{end}") for end in (LOW, "", HIGH)]
        for name, flag in (("mature", mature), ("next", came)):
            flags += [
                (mine & flag & ~shaky).alias(f"{name}.{band}{LOW}"),
                (mine & flag).alias(f"{name}.{band}"),
                (mine & (flag | shaky)).alias(f"{name}.{band}{HIGH}"),
                (mine & ~flag & ~shaky & may).alias(f"{name}.{band}?"),
            ]
    return opened.with_columns(flags).sort("row_id")


def _settled(figures: Figures) -> Figures:
    out = dict(figures)
    for band in BANDS:
        answers, mature, came = (figures[f"{key}.{band}"] for key in ("answers", "mature", "next"))
        came = Bounds(came.low, came.best, min(came.high, answers.high))
        mature = Bounds(max(mature.low, came.low), mature.best, min(answers.high, mature.high))
        out |= {f"next.{band}": came, f"mature.{band}": mature}
        found = share(came, mature)
        if found:
            out[f"share.{band}"] = found
    return out


def _uncertain(answers: pl.DataFrame) -> pl.DataFrame:
    unsure = pl.any_horizontal(
        pl.col(f"next.{band}{LOW}") != pl.col(f"next.{band}{HIGH}") for band in BANDS
    )
    return answers.filter(unsure).group_by("possible").agg(pl.len().alias("gain"))


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    names = {
        "low": gettext("Dissatisfied"),
        "mid": gettext("Indifferent"),
        "high": gettext("Satisfied"),
    }
    both = ((gettext("This period"), shown.figures), (gettext("Period before"), shown.previous))
    chart = Chart(
        ChartKind.BARS,
        gettext("Share that came to the next maintenance"),
        tuple(names[band] for band in BANDS),
        tuple(
            Series(name, tuple(of.get(f"share.{band}") for band in BANDS))
            for name, of in both
            if of is not None
        ),
        Unit.SHARE,
        tuple(f"next.{band}" for band in BANDS),
    )
    titles = (
        ("answers", gettext("Answers"), Unit.COUNT),
        ("mature", gettext("Old enough to tell"), Unit.COUNT),
        ("next", gettext("Came to the next maintenance"), Unit.COUNT),
        ("share", gettext("Share"), Unit.SHARE),
    )
    columns = (Column("band", gettext("Satisfaction")), *(Column(*one) for one in titles))
    rows = tuple(
        (names[band], *(shown.figures.get(f"{key}.{band}") for key, _, _ in titles))
        for band in BANDS
    )
    keys = tuple(f"next.{band}" for band in BANDS)
    return (chart,), (Table(gettext("Figures"), columns, rows, keys),)


FUNNEL = Funnel(
    name="satisfaction",
    title=marked("Satisfaction and the next maintenance"),
    definition=(
        marked(
            "Answers of surveys by their mark: dissatisfied up to 60 % of the greatest mark, "
            "satisfied from 90 % on, indifferent between; and how many of each came to a next "
            "maintenance within 15 months after the visit that they were asked about."
        ),
        marked(
            "The visit is that of the order named, else the last one of the car, else of the "
            "client. An answer younger than 15 months counts only if the car has come already."
        ),
    ),
    needs=("surveys", "service"),
    counted=counted,
    shown=_shown,
)
