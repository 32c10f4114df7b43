"""Booking: how many wanted to come, how many were booked, and how many came."""

import polars as pl

from reports.content import Chart, ChartKind, Series, Table
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.words import figure_table
from reports.measures import HIGH, LOW, Measure, flagged, share
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

_BOOKED = ["booked", "arrived", "missed", "cancelled"]
_NEAR = 1  # days between the day booked and the order's


def counted(facts: Facts, options: Options) -> Counted:
    """The calls of the booking log with what became of them."""
    calls = _flags(_with_orders(chosen(facts.bookings, options), facts.orders), facts)
    keys = ("wanted", "booked", "arrived", "missed", "cancelled")
    measures: list[Measure] = [flagged(key) for key in keys]
    return Counted([Part(calls, measures)], settled=_shares)


def _with_orders(calls: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """The calls with whether an order of the car, or of the number, stands on the day booked.

    ``near_any`` and ``near_loose``: whether any order does, and one that tells no car.
    """
    columns = ["vehicle_id", "number", "loose", "date", "client_visit"]
    told = orders.select(columns).filter("client_visit")
    of_cars = told.filter(pl.col("vehicle_id").is_in(calls["vehicle_id"].drop_nulls().implode()))
    of_numbers = told.filter(pl.col("number") != "")
    found = calls
    for name, keys, frame in (
        ("by_car", ["vehicle_id"], of_cars),
        ("by_number", ["number"], of_numbers),
        ("near_any", [], told),
        ("near_loose", [], told.filter("loose")),
    ):
        days = _near(frame.select(*keys, pl.col("date").alias("due")).unique())
        days = days.unique().with_columns(pl.lit(value=True).alias(name))
        found = found.join(days, on=[*keys, "due"], how="left", maintain_order="left")
    return found.with_columns(
        pl.col("by_car", "by_number", "near_any", "near_loose").fill_null(value=False)
    )


def _near(days: pl.DataFrame) -> pl.DataFrame:
    """The rows for their own day, the day before and the day after."""
    shifts = range(-_NEAR, _NEAR + 1)
    return pl.concat(days.with_columns(pl.col("due") + pl.duration(days=d)) for d in shifts)


def _flags(calls: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    typed = pl.col("outcome")
    past = (pl.col("due") <= facts.day).fill_null(value=True)
    booked = (typed.is_in(_BOOKED) | pl.col("due").is_not_null()) & past
    met = pl.when(pl.col("vehicle_id").is_not_null()).then("by_car").otherwise("by_number")
    said = typed == "arrived"
    came = booked & (said | met)
    certain = booked & (said | (met & ~pl.col("loose")))
    of_car = pl.col("near_loose") & pl.col("vehicle_id").is_not_null()
    possible = booked & (came | of_car | (pl.col("loose") & pl.col("near_any")))
    cancelled = typed == "cancelled"
    flags: list[pl.Expr] = []
    for end, arrived, other in (
        (LOW, certain, possible),
        ("", came, came),
        (HIGH, possible, certain),
    ):
        flags += [
            pl.lit(value=True).alias(f"wanted{end}"),
            booked.alias(f"booked{end}"),
            arrived.alias(f"arrived{end}"),
            (booked & ~other & ~cancelled).alias(f"missed{end}"),
            (booked & ~other & cancelled).alias(f"cancelled{end}"),
        ]
    return calls.with_columns(flags)


def _shares(figures: Figures) -> Figures:
    out = dict(figures)
    pairs = (("booked", "wanted"), ("arrived", "booked"), ("arrived", "wanted"))
    for part, whole in pairs:
        found = share(figures[part], figures[whole])
        if found:
            out[f"share_{part}_of_{whole}"] = found
    return out


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    stages = (
        ("wanted", gettext("Wanted to book")),
        ("booked", gettext("Booked")),
        ("arrived", gettext("Arrived")),
    )
    keys = tuple(key for key, _ in stages)
    chart = Chart(
        ChartKind.FUNNEL,
        gettext("From the call to the visit"),
        tuple(title for _, title in stages),
        (Series(gettext("Calls"), tuple(shown.figures[key] for key in keys)),),
        behind=keys,
    )
    rows = (
        *stages,
        ("missed", gettext("Did not arrive")),
        ("cancelled", gettext("Cancelled")),
        ("share_booked_of_wanted", gettext("Booked of those who wanted")),
        ("share_arrived_of_booked", gettext("Arrived of those booked")),
        ("share_arrived_of_wanted", gettext("Arrived of those who wanted")),
    )
    return (chart,), (figure_table(gettext("Figures"), rows, shown),)


FUNNEL = Funnel(
    name="bookings",
    title=marked("Booking"),
    definition=(
        marked(
            "Every call of the booking log wanted a visit. Booked are those with a day or a "
            "result; arrived those whose result says so or whose car has a closed order on the "
            "day booked, the day before or the day after. A day yet to come counts as wanted only."
        ),
    ),
    needs=("bookings", "service"),
    counted=counted,
    shown=_shown,
    sliced=(
        ("wanted", marked("Wanted to book")),
        ("booked", marked("Booked")),
        ("arrived", marked("Arrived")),
    ),
)
