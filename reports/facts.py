"""What every report counts: sales, orders, visits, bookings, claims and surveys as frames.

Each fact of a client has three identities of him: ``decided`` by what people judged, ``likely``
with the candidates of 0.5 and more that nobody judged yet, ``possible`` with every one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

_ID, _TEXT = pl.Int32(), pl.Categorical()

WHO: dict[str, pl.DataType] = {
    "decided": _ID,
    "likely": _ID,
    "possible": _ID,
}
"""A client's three identities: the client's id, or minus the card's where it has no client."""

_FACT: dict[str, pl.DataType] = {
    "row_id": _ID,
    "card_id": _ID,
    "date": pl.Date(),
    "vehicle_id": _ID,  # null: no car is known
    "branch": _TEXT,
    "staff": _TEXT,
    "loose": pl.Boolean(),  # the car's VIN waits in quarantine: it may be any car
    "kept_out": pl.Boolean(),  # the card waits in quarantine: the client may be anybody
}

SALES: dict[str, pl.DataType] = {
    **_FACT,
    **WHO,
    "amount": pl.Float64(),
    "used": pl.Boolean(),
    "person": pl.Boolean(),  # the buyer is a person, not a company
    "region": _TEXT,  # of the buyer's card, else of the client; "" unknown
    "model": _TEXT,  # make and model, "" unknown
    "make": _TEXT,
    "year": pl.Int32(),
}
"""One row for each car and day: the first row that tells of the sale."""

ORDERS: dict[str, pl.DataType] = {
    **_FACT,
    **WHO,
    "number": pl.String(),  # "" but where a booking, a claim or a survey names it
    "kind": _TEXT,  # of visit, "" where none is told
    "to_no": pl.Int8(),  # of maintenance that was really done, null else
    "inferred": pl.Boolean(),  # the number by mileage
    "unpaid": pl.Boolean(),  # a mark of maintenance that does not count: nothing was paid
    "client_visit": pl.Boolean(),  # neither pre-delivery nor internal
    "commercial": pl.Boolean(),
    "amount": pl.Float64(),
    "mileage": _ID,
    "person": pl.Boolean(),
    "region": _TEXT,
    "model": _TEXT,
    "make": _TEXT,
    "year": pl.Int32(),
}
"""One row for each counted order: closed, dated up to the report's day."""

VISITS: dict[str, pl.DataType] = {
    **{name: kind for name, kind in ORDERS.items() if name not in {"number", "unpaid"}},
    "own": pl.Boolean(),  # the car was sold here by then
    "repeat": pl.Boolean(),
}
"""One row for each visit of a client, ``row_id`` that of its first order."""

BOOKINGS: dict[str, pl.DataType] = {
    **_FACT, **WHO, "due": pl.Date(), "outcome": _TEXT, "number": pl.String(),
    "channel": _TEXT,
}  # fmt: skip
CLAIMS: dict[str, pl.DataType] = {**_FACT, **WHO, "outcome": _TEXT, "number": pl.String()}
SURVEYS: dict[str, pl.DataType] = {
    **_FACT, **WHO, "mark": pl.Float64(), "number": pl.String(),
}  # fmt: skip
"""``mark`` is a share of the greatest mark."""

CARDS: dict[str, pl.DataType] = {
    "card_id": _ID,
    **WHO,
    "source_id": _ID,
    "state": _TEXT,
    "person": pl.Boolean(),
    "region": _TEXT,
    "client_region": _TEXT,
}

CANDIDATES: dict[str, pl.DataType] = {
    "left": _ID,
    "right": _ID,
    "probability": pl.Float64(),
    "admitted": pl.Boolean(),
    "group_id": pl.Int64(),
    "asked": pl.Boolean(),  # its group waits in the review queue
}
"""Those that nobody judged yet."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a base up to a day, as frames of the schemas above.

    ``day``: the report's. ``kinds``: the kinds of source that anything was loaded of.
    ``carless_sales``: those of which no car is known, in no other frame.
    ``home``: the dealer's own regions. ``loaded``: the day of the last load of each kind.
    ``left_out``: how many orders are not counted, by reason: "open", "undated", "later", or
    "house" for those of the dealer's own.
    """

    day: date
    kinds: frozenset[str]
    home: tuple[str, ...]
    loaded: Mapping[str, date]
    sales: pl.DataFrame
    carless_sales: pl.DataFrame
    orders: pl.DataFrame
    visits: pl.DataFrame
    bookings: pl.DataFrame
    claims: pl.DataFrame
    surveys: pl.DataFrame
    cards: pl.DataFrame
    candidates: pl.DataFrame
    left_out: Mapping[str, int]
