"""Facts made by hand: each row tells what matters in a case, the rest is filled in."""

from datetime import date

import polars as pl

from reports import facts as schemas
from reports.facts import Facts
from reports.readiness_counts import Counts
from reports.visits import visits

DAY = date(2020, 12, 31)
_BLANK = {pl.String(): "", pl.Boolean(): False}
_USUAL = {"client_visit": True, "commercial": True, "person": True, "admitted": True, "asked": True}


def frame(schema, rows):
    """A frame of a schema; ``who`` stands for all three identities of a client."""
    blank = {name: _USUAL.get(name, _BLANK.get(kind)) for name, kind in schema.items()}
    return pl.DataFrame([_row(blank, row) for row in rows], schema=schema, orient="row")


def _row(blank, row):
    who = row.get("who")
    told = {"card_id": who, "decided": who, "likely": who, "possible": who}
    return [(blank | told | row).get(name) for name in blank]


def facts(
    *,
    sales=(),
    carless=(),
    orders=(),
    bookings=(),
    claims=(),
    surveys=(),
    cards=(),
    candidates=(),
    kinds=("sales", "service"),
    day=DAY,
    loaded=None,
):
    """Facts with these rows, and with the visits that the orders make."""
    sold, ordered = frame(schemas.SALES, sales), frame(schemas.ORDERS, orders)
    return Facts(
        day=day,
        kinds=frozenset(kinds),
        home=(),
        loaded=dict.fromkeys(kinds, day) | (loaded or {}),
        sales=sold,
        carless_sales=frame(schemas.SALES, carless),
        orders=ordered,
        visits=visits(ordered, sold, visit_days=1, repeat_days=30),
        bookings=frame(schemas.BOOKINGS, bookings),
        claims=frame(schemas.CLAIMS, claims),
        surveys=frame(schemas.SURVEYS, surveys),
        cards=frame(schemas.CARDS, cards),
        candidates=frame(schemas.CANDIDATES, candidates),
        left_out={},
    )


def counts(*, no_vin=(), vin_out=()):
    """Cars without a VIN, and rows whose VIN is in quarantine."""
    return Counts(
        pl.DataFrame({"vehicle_id": list(no_vin)}, schema={"vehicle_id": pl.Int64}),
        pl.DataFrame({"row_id": list(vin_out)}, schema={"row_id": pl.Int64}),
    )
