"""Numbers counted over a frame of units, each with the least and the most that it could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from reports.content import Bounds, Number

LOW, HIGH = "<", ">"
"""What the names of the columns end in that hold a flag's least and most."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: how it is counted over the units, and which units stand behind its best value."""

    key: str
    low: pl.Expr
    best: pl.Expr
    high: pl.Expr
    behind: pl.Expr


def flagged(
    key: str, *, less: pl.Expr | float = 0, more: float = 0, most: pl.Expr | None = None
) -> Measure:
    """How many units the flag of that name is set for.

    Args:
        key: the figure's key and the name of the three columns of the flag.
        less: so many of them may not be.
        more: so many others may be.
        most: no more than that in any case.
    """
    high = pl.col(key + HIGH).sum().cast(pl.Int64) + more
    return Measure(
        key,
        (pl.col(key + LOW).sum().cast(pl.Int64) - less).clip(0),
        pl.col(key).sum().cast(pl.Int64),
        high if most is None else high.clip(upper_bound=most),
        pl.col(key),
    )


def distinct(
    key: str, column: str, where: pl.Expr, *, loose: pl.Expr, less: int = 0, more: int = 0
) -> Measure:
    """How many values a column has over some of the units, those that are loose apart.

    ``less`` and ``more``: so many of the values may not be, or others may be.
    """
    known = pl.col(column).is_not_null()
    return Measure(
        key,
        (pl.col(column).filter(where & known & ~loose).n_unique().cast(pl.Int64) - less).clip(0),
        pl.col(column).filter(where & known).n_unique().cast(pl.Int64),
        pl.col(column).filter(where & known & ~loose).n_unique().cast(pl.Int64)
        + (loose.sum().cast(pl.Int64))
        + more,
        where & known,
    )


def clients(key: str, where: pl.Expr, *, less: pl.Expr | None = None) -> Measure:
    """How many clients some of the units are of: one for each that has a name.

    ``less``: so many of the units may not be their client's.
    """

    def counted(column: str) -> pl.Expr:
        return pl.col(column).filter(where & (pl.col(column) > 0)).n_unique().cast(pl.Int64)

    unnamed = pl.col("card_id").filter(where & pl.col("kept_out")).n_unique().cast(pl.Int64)
    return Measure(
        key,
        counted("possible") if less is None else (counted("possible") - less).clip(0),
        counted("likely"),
        counted("decided") + unnamed,
        where & (pl.col("likely") > 0),
    )


def totals(units: pl.DataFrame, measures: Sequence[Measure]) -> dict[str, Bounds]:
    """The figures over all the units."""
    if not measures:
        return {}
    return _figures(measures, units.select(_columns(measures)).row(0))


def by(
    units: pl.DataFrame, key: pl.Expr, measures: Sequence[Measure]
) -> list[tuple[str, dict[str, Bounds]]]:
    """The figures of each value of a key, in its order."""
    if not measures:
        return []
    found = units.group_by(key.alias("value")).agg(_columns(measures)).sort("value")
    return [(_text(value), _figures(measures, values)) for value, *values in found.iter_rows()]


def _text(value: object) -> str:
    """A slice's value; a month is told by its first day."""
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    return "" if value is None else str(value)


def _columns(measures: Sequence[Measure]) -> list[pl.Expr]:
    return [
        expression.alias(f"{place}{end}")
        for place, one in enumerate(measures)
        for end, expression in (("<", one.low), ("", one.best), (">", one.high))
    ]


def _figures(measures: Sequence[Measure], values: Sequence[Number]) -> dict[str, Bounds]:
    return {
        one.key: ordered(*values[3 * place : 3 * place + 3]) for place, one in enumerate(measures)
    }


def ordered(low: Number, best: Number, high: Number) -> Bounds:
    """Bounds that hold the best value between them."""
    return Bounds(min(low, best), best, max(best, high))


def share(part: Bounds, whole: Bounds) -> Bounds | None:
    """The share of a part in a whole that holds it, None where there is nothing."""
    if not whole.best:
        return None
    low = part.low / whole.high
    most = max(whole.low, part.high)
    high = min(1.0, part.high / most) if most else 1.0
    return ordered(low, min(1.0, part.best / whole.best), high)


def ratio(number: Bounds, of: Bounds) -> Bounds | None:
    """One number by another, None where there is nothing to divide by."""
    if not of.best or not of.low:
        return None
    return ordered(number.low / of.high, number.best / of.best, number.high / of.low)


def mean(certain: pl.Series, optional: pl.Series, removable: int) -> Bounds | None:
    """The mean of amounts some of which may not belong to them, None where there are none.

    Args:
        certain: the amounts that are counted.
        optional: others that may have to be.
        removable: how many of the first may not have to be.
    """
    if certain.is_empty():
        return None
    kept = certain.sort()
    best = float(kept.sum() / kept.len())
    low = _least(kept.head(max(1, kept.len() - removable)), optional.sort())
    high = -_least(-kept.tail(max(1, kept.len() - removable)), (-optional).sort())
    return ordered(low, best, high)


def _least(kept: pl.Series, optional: pl.Series) -> float:
    """The least mean that adding some of the optional amounts, in order, can bring."""
    sums = pl.concat(
        [pl.Series([float(kept.sum())]), optional.cast(pl.Float64).cum_sum() + kept.sum()]
    )
    counts = pl.int_range(kept.len(), kept.len() + sums.len(), eager=True)
    return float((sums / counts).min())  # type: ignore[arg-type] # never empty
