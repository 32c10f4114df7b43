"""What a visit was for and the number of its maintenance, by the best that its row tells."""

import polars as pl

from rules import to_no
from rules.fields import Field
from rules.visit_kind import VisitKind
from workflow.read import Block

_MAINTENANCE = str(VisitKind.MAINTENANCE)
_OTHERS = [str(kind) for kind in VisitKind if kind is not VisitKind.MAINTENANCE]
_IS_MAINTENANCE = pl.lit(_MAINTENANCE)


def visits(block: Block) -> pl.DataFrame:
    """row_id, visit_kind, to_no, to_basis of each row that tells of a visit.

    The kind of repair is trusted before the reason and the works; the number in its own field
    before one in the kind, and that before one in the words: ``to_basis`` is "field", "kind" or
    "text". A kind that is none of the list stays as it was typed.
    """
    numbered = pl.when(pl.col("normal").is_not_null()).then(_IS_MAINTENANCE)
    said = [
        _said(block, Field.VISIT_KIND, "kind", pl.coalesce("visit_kind", "text"), "to_no"),
        _said(block, Field.TO_NO, "field", numbered, "normal"),
        _said(block, Field.REASON, "text", pl.col("visit_kind"), "to_no"),
        _said(block, Field.WORKS_TEXT, "text", pl.col("visit_kind"), "to_no"),
    ]
    told = pl.concat(said)
    kinds = _first(told, "visit_kind", ["kind", "field", "text"]).drop("basis")
    numbers = _first(told, "to_no", ["field", "kind", "text"]).rename({"basis": "to_basis"})
    # «Стучит после ТО-2» is the reason of a repair, not a second maintenance.
    another = pl.col("visit_kind").is_in(_OTHERS) & (pl.col("to_basis") == "text")
    return kinds.join(numbers, on="row_id", how="left", maintain_order="left").with_columns(
        pl.when(another).then(None).otherwise(pl.col("to_no", "to_basis")).name.keep()
    )


def _said(block: Block, field: Field, basis: str, kind: pl.Expr, number: str) -> pl.DataFrame:
    """row_id, position, basis, visit_kind, to_no of the entries of a field."""
    return block.values[field].select(
        "row_id",
        "position",
        pl.lit(basis).alias("basis"),
        kind.alias("visit_kind"),
        pl.col(number).replace("", None).alias("to_no"),
    )


def _first(told: pl.DataFrame, what: str, trust: list[str]) -> pl.DataFrame:
    """row_id, what, basis: the first value of each row in the order of trust."""
    rank = pl.col("basis").replace_strict(trust, range(len(trust)), return_dtype=pl.Int64)
    return (
        told.filter(pl.col(what).is_not_null())
        .with_columns(rank.alias("rank"))
        .sort("row_id", "rank", "position", maintain_order=True)
        .unique("row_id", keep="first", maintain_order=True)
        .select("row_id", what, "basis")
    )


def with_inferred(events: pl.DataFrame) -> pl.DataFrame:
    """The events with the number by mileage (basis "mileage") of a maintenance that has none."""
    apart = pl.col("make").replace_strict(
        to_no.INTERVALS, default=to_no.INTERVAL, return_dtype=pl.Int64
    )
    number = (pl.col("mileage") / apart).round()
    unnumbered = (pl.col("visit_kind") == _MAINTENANCE) & (pl.col("to_no") == "")
    tells = (pl.col("mileage") >= to_no.LEAST_MILEAGE) & (number <= to_no.LATEST_BY_MILEAGE)
    inferred = unnumbered & tells.fill_null(value=False)
    return events.with_columns(
        pl.when(inferred)
        .then(number.cast(pl.Int64).cast(pl.String))
        .otherwise("to_no")
        .alias("to_no"),
        pl.when(inferred).then(pl.lit("mileage")).otherwise("to_basis").alias("to_basis"),
    )
