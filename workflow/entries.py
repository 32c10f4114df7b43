"""The cells of rows as entries: which text stands in which field of which card.

An entry is (row_id, card_id, field, position, raw, text): ``raw`` is the cell as it came,
``text`` the same or what a person put in its place.
"""

from collections.abc import Mapping as Dictionary

import polars as pl

from rules.fields import Field
from workflow.mapping import Mapping

JOINT = "\x1f"  # between the parts of a field that stands in several columns

NAME_PARTS = "name_parts"
CAR = "car"

ENTRIES: dict[str, pl.DataType] = {
    "row_id": pl.Int64(),
    "card_id": pl.Int64(),
    "field": pl.String(),
    "position": pl.Int64(),
    "raw": pl.String(),
    "text": pl.String(),
}

_NAME = (Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME)
_ADDRESS = (
    (Field.ZIP, ""),
    (Field.REGION, ""),
    (Field.CITY, ""),
    (Field.STREET, ""),
    (Field.HOUSE, "д. "),
    (Field.FLAT, "кв. "),
)
_CAR = (Field.MAKE, Field.MODEL)
_JOINED = {*_NAME, *_CAR, *(field for field, _ in _ADDRESS)}


def entries(rows: pl.DataFrame, mappings: Dictionary[int, Mapping]) -> pl.DataFrame:
    """The non-empty entries of rows (row_id, card_id, load_id, cells as JSON lists).

    Columns as in ``ENTRIES``; fields typed in parts (name, address, make and model)
    become one entry each.
    """
    frames = [
        _entries_of_load(part, mappings[int(load_id)])
        for (load_id,), part in rows.group_by("load_id", maintain_order=True)
    ]
    return pl.concat([pl.DataFrame(schema=ENTRIES), *frames])


def _entries_of_load(rows: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    cells = rows.select("row_id", "card_id", pl.col("cells").str.json_decode(pl.List(pl.String)))
    columns = [(column.index, column.field) for column in mapping.columns if column.field]
    single = [(index, field) for index, field in columns if field not in _JOINED]
    frames = [
        _entry(cells, str(field), at, _cell(index)) for at, (index, field) in enumerate(single)
    ]
    at = len(single)
    places: dict[Field, list[int]] = {}
    for index, field in columns:
        places.setdefault(field, []).append(index)
    frames += [_entry(cells, field, at, text) for field, text in _joined(places)]
    return pl.concat([pl.DataFrame(schema=ENTRIES), *frames])


def _cell(index: int) -> pl.Expr:
    return pl.col("cells").list.get(index, null_on_oob=True).fill_null("").str.strip_chars()


def _joined(at: dict[Field, list[int]]) -> list[tuple[str, pl.Expr]]:
    """Fields whose parts stand in columns of their own, as one text each."""
    joined: list[tuple[str, pl.Expr]] = []
    if any(field in at for field in _NAME):
        joined.append((NAME_PARTS, _with_joints(at, _NAME)))
    if any(field in at for field in _CAR):
        joined.append((CAR, _with_joints(at, _CAR)))
    parts = [(_cell(index), prefix) for field, prefix in _ADDRESS for index in at.get(field, ())]
    if parts:
        texts = [pl.when(part != "").then(pl.lit(prefix) + part) for part, prefix in parts]
        joined.append((str(Field.ADDRESS), pl.concat_str(texts, separator=", ", ignore_nulls=True)))
    return joined


def _with_joints(at: dict[Field, list[int]], fields: tuple[Field, ...]) -> pl.Expr:
    parts = [_cell(at[field][0]) if field in at else pl.lit("") for field in fields]
    text = pl.concat_str(parts, separator=JOINT)
    return (
        pl.when(text.str.replace_all(JOINT, "", literal=True) == "")
        .then(pl.lit(""))
        .otherwise(text)
    )


def _entry(cells: pl.DataFrame, field: str, position: int, text: pl.Expr) -> pl.DataFrame:
    return (
        cells.select(
            "row_id",
            "card_id",
            pl.lit(field).alias("field"),
            pl.lit(position, dtype=pl.Int64).alias("position"),
            text.alias("raw"),
        )
        .filter(pl.col("raw") != "")
        .with_columns(pl.col("raw").alias("text"))
    )


def corrected(found: pl.DataFrame, corrections: pl.DataFrame) -> pl.DataFrame:
    """The entries with what people put in place of wrong texts.

    ``corrections``: card_id, field, raw, value, one row for each corrected text.
    """
    if corrections.is_empty():
        return found
    return (
        found.join(
            corrections.select("card_id", "field", "raw", "value"),
            on=["card_id", "field", "raw"],
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.coalesce("value", "text").alias("text"))
        .drop("value")
        .filter(pl.col("text") != "")
    )
