"""An order or a sale row yields an event with its car; a row with but a car, a "car" event."""

import polars as pl

from rules.fields import Field
from workflow.entries import CAR
from workflow.read import Block
from workflow.visits import visits, with_inferred

_DATES = {
    "sale": (Field.SALE_DATE, Field.DEAL_DATE, Field.CREATED_AT),
    "order": (Field.RO_OPEN, Field.RO_CLOSE, Field.CREATED_AT),
}
_NUMBERS = {"sale": Field.DEAL_NO, "order": Field.RO_NO}
_AMOUNTS = {"sale": Field.PRICE, "order": Field.SUM_TOTAL}
_CHASSIS_OF_NO_VIN = pl.when(pl.col("vin").is_null()).then("chassis_no")
_STAFF = {"sale": Field.SELLER, "order": Field.ADVISOR}
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
        source_kind: "sales" or "service".
    """
    kind = "sale" if source_kind == "sales" else "order"
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
    found = with_inferred(out) if kind == "order" else out
    return found.filter(car | happened).with_columns(
        pl.when(happened).then(pl.lit(kind)).otherwise(pl.lit("car")).alias("kind")
    )


def _parts(block: Block, kind: str) -> list[pl.DataFrame]:
    return [
        _date(block, _DATES[kind]),
        _first(block, Field.RO_CLOSE, {"date": "closed"}),
        _first(block, _NUMBERS[kind], {"text": "number"}),
        *(_first(block, field, {"text": name}) for name, field in _TEXTS.items()),
        visits(block),
        _first(block, _STAFF[kind], {"text": "staff"}),
        _first(block, Field.MILEAGE, {"number": "mileage"}),
        _first(block, _AMOUNTS[kind], {"normal": "amount"}),
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
    """One value a row: that of the first column which has one."""
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
