"""Each row yields an event with its car: a sale, an order, a booking, a claim, a survey.

A row of a department that has but a car is a "car" event. Each row of a log is one event whatever
it holds, as the rows are what is counted; of those under one number and day the last counts.
"""

import polars as pl

from rules import source_kinds
from rules.fields import Field
from workflow.entries import CAR
from workflow.read import Block
from workflow.visits import visits, with_inferred

SALE, ORDER, BOOKING, CLAIM, SURVEY = "sale", "order", "booking", "claim", "survey"
OF_SOURCE = {
    source_kinds.SALES: SALE,
    source_kinds.SERVICE: ORDER,
    source_kinds.BOOKINGS: BOOKING,
    source_kinds.CLAIMS: CLAIM,
    source_kinds.SURVEYS: SURVEY,
    source_kinds.ENTRY: ORDER,
}
"""The kind of event that the rows of a kind of source are."""

_LOGGED = (BOOKING, CLAIM, SURVEY)
_DATES = {
    SALE: (Field.SALE_DATE, Field.DEAL_DATE, Field.CREATED_AT),
    ORDER: (Field.RO_OPEN, Field.RO_CLOSE, Field.CREATED_AT),
    BOOKING: (Field.BK_DATE, Field.CREATED_AT),
    # where no day of its own is told, that of the visit it speaks of
    CLAIM: (Field.CLAIM_DATE, Field.CREATED_AT, Field.RO_CLOSE, Field.RO_OPEN),
    SURVEY: (Field.SURVEY_DATE, Field.CREATED_AT, Field.RO_CLOSE, Field.RO_OPEN),
}
_AMOUNTS = {SALE: Field.PRICE, ORDER: Field.SUM_TOTAL}
_OUTCOMES = {SALE: Field.NEW_USED, BOOKING: Field.BK_RESULT, CLAIM: Field.CLAIM_KIND}
_CHASSIS_OF_NO_VIN = pl.when(pl.col("vin").is_null()).then("chassis_no")
_TEXTS = {
    "status": Field.RO_STATUS,
    "payer": Field.PAYER,
    "branch": Field.BRANCH,
}


def events(rows: pl.DataFrame, block: Block, *, source_kind: str) -> pl.DataFrame:
    """The events of a block of rows, columns as in the table event but for the vehicle.

    Args:
        rows: row_id, card_id.
        block: what the rules made of them.
        source_kind: one of ``source_kinds``.
    """
    kind = OF_SOURCE[source_kind]
    out = rows.select("row_id", "card_id")
    for part in _parts(block, kind):
        out = out.join(part, on="row_id", how="left", maintain_order="left")
    out = out.with_columns(
        pl.coalesce("vin", "vin_in_chassis").alias("vin"),
        pl.coalesce("body_no", "body_in_vin", _CHASSIS_OF_NO_VIN).alias("body_no"),
        pl.coalesce("make", "car_make").alias("make"),
        pl.coalesce("model", "car_model").alias("model"),
    ).drop("body_in_vin", "vin_in_chassis", "chassis_no", "car_make", "car_model")
    texts = [name for name, dtype in out.schema.items() if dtype == pl.String]
    out = out.with_columns(pl.col(texts).fill_null(""))
    car = pl.concat_str("vin", "body_no", "plate", "make", "model") != ""
    happened = pl.col("date").is_not_null() | (pl.col("number") != "")
    if kind in _LOGGED:
        return _last_told(out, block).with_columns(pl.lit(kind).alias("kind"))
    found = with_inferred(out) if kind == ORDER else out
    return found.filter(car | happened).with_columns(
        pl.when(happened).then(pl.lit(kind)).otherwise(pl.lit("car")).alias("kind")
    )


def _last_told(events: pl.DataFrame, block: Block) -> pl.DataFrame:
    """The events of a log without those that a later row tells anew: what is booked may arrive."""
    numbers = _first(block, Field.LOG_NO, {"text": "log_no"})
    told = events.join(numbers, on="row_id", how="left", maintain_order="left")
    last = pl.col("row_id") == pl.col("row_id").max().over("card_id", "log_no", "date")
    return told.filter(pl.col("log_no").is_null() | last).drop("log_no")


def _parts(block: Block, kind: str) -> list[pl.DataFrame]:
    return [
        _date(block, _DATES[kind]),
        _first(block, Field.RO_CLOSE, {"date": "closed"}),
        _first(block, Field.DEAL_NO if kind == SALE else Field.RO_NO, {"text": "number"}),
        *(_first(block, field, {"text": name}) for name, field in _TEXTS.items()),
        visits(block),
        _first(block, Field.SELLER if kind == SALE else Field.ADVISOR, {"text": "staff"}),
        _first(block, Field.MILEAGE, {"number": "mileage"}),
        _first(block, _AMOUNTS.get(kind, ""), {"normal": "amount"}),
        _first(block, Field.BK_FOR, {"date": "due"}),
        _first(block, _OUTCOMES.get(kind, ""), {"normal": "outcome"}),
        _first(block, Field.CHANNEL, {"text": "channel"}),
        _first(block, Field.CSI, {"score": "score", "scale": "scale"}),
        _first(block, Field.VIN, {"vin": "vin", "body_no": "body_in_vin"}),
        _first(block, Field.BODY_NO, {"normal": "body_no"}),
        _first(block, Field.CHASSIS_NO, {"vin": "vin_in_chassis"}),
        _first(block, Field.CHASSIS_NO, {"body_no": "chassis_no"}),
        _first(block, Field.PLATE, {"normal": "plate"}),
        _first(block, CAR, {"make": "make", "model": "model"}),
        _first(block, Field.MAKE_MODEL, {"make": "car_make", "model": "car_model"}),
        _first(block, Field.YEAR, {"number": "year"}),
    ]


def _first(block: Block, field: str, outputs: dict[str, str]) -> pl.DataFrame:
    """One value a row: that of the first column which has one; "" is no field."""
    values = block.values.get(field)
    if values is None:
        schema = {name: pl.String() for name in outputs.values()}
        return pl.DataFrame(schema={"row_id": pl.Int64(), **schema})
    first = next(iter(outputs))
    return (
        values.filter(pl.col(first).is_not_null())
        .sort("row_id", "position")
        .unique("row_id", keep="first", maintain_order=True)
        .select("row_id", *(pl.col(out).alias(name) for out, name in outputs.items()))
    )


def _date(block: Block, fields: tuple[Field, ...]) -> pl.DataFrame:
    """The date of a row by the first of the fields that has one."""
    dated = [
        block.values[field].select("row_id", "date", pl.lit(rank).alias("rank"))
        for rank, field in enumerate(fields)
        if field in block.values and "date" in block.values[field].columns
    ]
    return (
        pl.concat(dated)
        .filter(pl.col("date").is_not_null())
        .sort("row_id", "rank")
        .unique("row_id", keep="first", maintain_order=True)
        .select("row_id", "date")
    )


def seen(events_found: pl.DataFrame, block: Block) -> pl.DataFrame:
    """card_id, seen: the latest dated fact of each card."""
    dated = [events_found.select("card_id", "date")]
    dated += [
        block.values[field].select("card_id", "date")
        for field in (Field.RO_CLOSE, Field.CREATED_AT, Field.UPDATED_AT)
    ]
    return pl.concat(dated).group_by("card_id").agg(pl.col("date").max().alias("seen"))
