"""Which events of a car came after which of its sales."""

import numpy as np
import numpy.typing as npt
import polars as pl

from reports.lookup import looked_up

NEVER = np.iinfo(np.int32).max
"""A day that never comes, as a number."""


def after(sales: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """The events with ``sale``: the place in the frame of each sale of the car by that day.

    An event is there once for each of its car's sales that it follows.

    Args:
        sales: vehicle_id, date.
        events: vehicle_id, date and what else is wanted of them.
    """
    placed = sales.select("vehicle_id", pl.col("date").alias("sold")).with_row_index("sale")
    once = placed.filter(pl.col("vehicle_id").is_unique())
    known = events.hstack(looked_up(events["vehicle_id"], once, "vehicle_id"))
    single = known.filter(pl.col("sold") <= pl.col("date"))
    several = placed.filter(pl.col("vehicle_id").is_duplicated())
    if several.is_empty():
        return single.drop("sold")
    rest = events.join(several, on="vehicle_id").filter(pl.col("sold") <= pl.col("date"))
    return pl.concat([single, rest.select(single.columns)]).drop("sold")


def earliest(pairs: pl.DataFrame, key: str, *, sales: int, keys: int) -> npt.NDArray[np.int32]:
    """The first day of each key of each sale, an array of sales by keys; ``NEVER`` if none."""
    days = np.full((sales, keys), NEVER, dtype=np.int32)
    late_first = pairs.select("sale", key, pl.col("date").to_physical()).sort(
        "date", descending=True
    )
    # of several days written to one place the last one written stays
    days[late_first["sale"].to_numpy(), late_first[key].to_numpy()] = late_first["date"].to_numpy()
    return days


def as_days(days: npt.NDArray[np.int32], name: str) -> pl.Series:
    """The days as dates, null for ``NEVER``."""
    found = pl.Series(name, days)
    return found.set(found == NEVER, None).cast(pl.Date)
