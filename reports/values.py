"""The values that a report can be sliced by."""

from collections.abc import Callable, Mapping

import polars as pl

from db.bulk import unheard
from db.engine import Engine, reading
from reports import stock
from reports.options import Dimension
from reports.stock import CARDS, CARS, ORDERS, SALES

_FOUND: Mapping[Dimension, tuple[tuple[str, ...], pl.Expr]] = {
    Dimension.YEAR: ((SALES, ORDERS), pl.col("date").dt.year().cast(pl.String)),
    Dimension.MONTH: ((SALES, ORDERS), pl.col("date").dt.month_start().dt.to_string("%Y-%m")),
    Dimension.MODEL: ((CARS,), pl.col("model").cast(pl.String)),
    Dimension.BRANCH: ((SALES, ORDERS), pl.col("branch").cast(pl.String)),
    Dimension.STAFF: ((SALES, ORDERS), pl.col("staff").cast(pl.String)),
    Dimension.REGION: ((CARDS,), pl.col("region").cast(pl.String)),
}
_FIXED: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.KIND: ("company", "person"),
    Dimension.OWN: ("foreign", "own"),
}


def values(engine: Engine, dimension: Dimension, heard: Callable[[], None] = unheard) -> list[str]:
    """Every value of a dimension that the base knows, in order; the latest day first."""
    if dimension in _FIXED:
        return list(_FIXED[dimension])
    stock.fill(engine, heard)
    names, value = _FOUND[dimension]
    with reading(engine) as connection:
        found = {
            text
            for name in names
            for text in stock.frame(connection, name, heard).select(value.unique()).to_series()
            if text
        }
    return sorted(found, reverse=dimension in {Dimension.YEAR, Dimension.MONTH})
