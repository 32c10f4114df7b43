"""What a report can be limited to: the values of a dimension that the base has."""

from collections.abc import Callable

from db.bulk import unheard
from db.engine import Engine, reading
from reports.ledger import facts
from reports.options import Dimension, Options
from reports.slices import value
from reports.stock import fill


def values(engine: Engine, dimension: Dimension, heard: Callable[[], None] = unheard) -> list[str]:
    """The values of a dimension among sales and visits, in order; "" is none of them."""
    fill(engine, heard)
    with reading(engine) as connection:
        known = facts(connection, Options(), heard)
    found: set[str] = set()
    for frame in (known.sales, known.visits):
        told = frame.select(value(frame, dimension).alias("value"))["value"].unique()
        found.update(str(one) for one in told)
    return sorted(found - {""})
