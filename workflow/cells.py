"""In which cell of a card the value stands that a finding over the whole base speaks of."""

import json
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from db import cards as base
from db.engine import Connection
from rules.fields import Field
from workflow.entries import CAR, NAME_PARTS, corrected, entries
from workflow.mapping import Mapping

_NOT_A_DIGIT = r"\D"
_TAIL = 7  # digits by which a phone is found in its cell
_NAMES = (str(Field.FULL_NAME), str(Field.COMPANY), NAME_PARTS)
_STANDS_IN: dict[str, tuple[str, ...]] = {
    Field.PHONE: (Field.PHONE, *_NAMES),
    Field.MAKE_MODEL: (Field.MAKE_MODEL, CAR),
    Field.SALE_DATE: (Field.SALE_DATE, Field.DEAL_DATE, Field.CREATED_AT),
    Field.RO_OPEN: (Field.RO_OPEN, Field.RO_CLOSE, Field.CREATED_AT),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Values whose cells are looked for.

    ``values``: asked, card_id, row_id (null: any of the card), field, value, and what else.
    """

    values: pl.DataFrame


def standing_in(connection: Connection, asked: Asked, card_ids: Collection[int]) -> pl.DataFrame:
    """The values with their row_id, field and ``raw``, the text of the cell.

    The first cell that shows the value is taken, else the first of its field; a value that stands
    in no cell of its own, as a phone inside a name, is its own text.
    """
    rows = base.rows(connection, card_ids)
    wanted = asked.values
    known = wanted.filter(pl.col("row_id").is_not_null())
    whole = wanted.filter(pl.col("row_id").is_null()).select("card_id").unique()
    rows = pl.concat(
        [
            rows.join(whole, on="card_id", how="semi"),
            rows.join(whole, on="card_id", how="anti").join(known, on="row_id", how="semi"),
        ]
    )
    cells = corrected(entries(rows, _mappings(connection, rows)), _texts(connection, card_ids))
    found = _best(wanted, cells).select("asked", "cell_row", "cell_field", "raw")
    first = rows.group_by("card_id").agg(pl.col("row_id").min().alias("first_row"))
    return (
        wanted.join(found, on="asked", how="left", maintain_order="left")
        .join(first, on="card_id", how="left", maintain_order="left")
        .with_columns(
            pl.coalesce("row_id", "cell_row", "first_row").alias("row_id"),
            pl.coalesce("cell_field", "field").alias("field"),
            pl.coalesce("raw", "value").alias("raw"),
        )
        .drop("asked", "cell_row", "cell_field", "first_row")
    )


def _best(wanted: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """The best cell of each value that has one."""
    places = pl.DataFrame(
        [
            (field, str(place), rank)
            for field in wanted["field"].unique().sort().to_list()
            for rank, place in enumerate(_STANDS_IN.get(field, (field,)))
        ],
        schema={"field": pl.String, "cell_field": pl.String, "rank": pl.Int64},
        orient="row",
    )
    looked_at = wanted.select("asked", "card_id", "row_id", "field", "value").join(
        places, on="field"
    )
    there = looked_at.join(
        cells.rename({"field": "cell_field", "row_id": "cell_row"}), on=["card_id", "cell_field"]
    ).filter(pl.col("row_id").is_null() | (pl.col("row_id") == pl.col("cell_row")))
    shown = there.with_columns(_shows().alias("shows"))
    in_name = pl.col("cell_field").is_in(_NAMES) & (pl.col("field") == str(Field.PHONE))
    return (
        shown.filter(pl.col("shows") | ~in_name)
        .with_columns(
            pl.when(in_name).then("value").otherwise("raw").alias("raw"),
            pl.when(in_name).then("field").otherwise("cell_field").alias("cell_field"),
        )
        .sort(
            "asked", "shows", "rank", "cell_row", "position", descending=[False, True, *[False] * 3]
        )
        .unique("asked", keep="first", maintain_order=True)
    )


def _shows() -> pl.Expr:
    """Whether a cell's text shows the value that is looked for."""
    digits = pl.col("text").str.replace_all(_NOT_A_DIGIT, "")
    tail = pl.col("value").str.replace_all(_NOT_A_DIGIT, "").str.tail(_TAIL)
    return (
        pl.when(pl.col("field").is_in([str(Field.PHONE), str(Field.INN)]))
        .then(digits.str.contains(tail, literal=True))
        .otherwise(pl.col("text").str.to_lowercase().str.contains(pl.col("value"), literal=True))
    )


def _mappings(connection: Connection, rows: pl.DataFrame) -> dict[int, Mapping]:
    loads = base.loads(connection, rows["load_id"])
    return {
        int(load_id): Mapping.from_json(json.loads(text))
        for load_id, text in loads.select("load_id", "mapping").iter_rows()
    }


def _texts(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """card_id, field, raw, value of what people put in place of texts."""
    key = ["card_id", "field", "raw"]
    said = base.corrections(connection, card_ids).filter(pl.col("action") != "waive")
    return said.unique(key, keep="last", maintain_order=True).select(*key, "value")
