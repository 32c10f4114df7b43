"""The dealer's own rules applied to entries: columns in, findings out.

Patterns are matched by polars' engine, whose time grows with the text's length only, whatever
the pattern: a catastrophic one cannot be written.
"""

import json
from collections.abc import Sequence

import polars as pl
from polars.exceptions import PolarsError

from rules.book import OwnRule
from rules.fields import Field
from workflow.entries import CAR, ENTRIES, JOINT, NAME_PARTS

_PARTS = {
    Field.LAST_NAME: (NAME_PARTS, 0),
    Field.FIRST_NAME: (NAME_PARTS, 1),
    Field.MIDDLE_NAME: (NAME_PARTS, 2),
    Field.MAKE: (CAR, 0),
    Field.MODEL: (CAR, 1),
}


def can_match(pattern: str) -> bool:
    """Whether a pattern can be read, and is no larger than one that can be matched."""
    try:
        pl.Series([""]).str.contains(_whole(pattern), strict=True)
    except PolarsError:
        return False
    return True


def broken(entries: pl.DataFrame, rules: Sequence[OwnRule]) -> pl.DataFrame:
    """The entries that break a rule, with ``code``, ``severity`` and ``params``.

    Where a required text is missing, the entry is an empty one of its row.
    """
    schema = {**ENTRIES, **dict.fromkeys(("code", "severity", "params"), pl.String())}
    frames = [
        found.select(
            *ENTRIES,
            pl.lit(rule.code).alias("code"),
            pl.lit(str(rule.severity)).alias("severity"),
            pl.lit(json.dumps({"say": rule.say}, ensure_ascii=False)).alias("params"),
        )
        for rule in rules
        for found in (_wrong(entries, rule), _missing(entries, rule))
        if found.height
    ]
    return pl.concat([pl.DataFrame(schema=schema), *frames])


def _wrong(entries: pl.DataFrame, rule: OwnRule) -> pl.DataFrame:
    tests = _tests(rule)
    mine = _of_field(entries, rule.field)
    return (
        mine.filter(pl.any_horizontal(tests)).drop("said") if tests else mine.clear().drop("said")
    )


def _tests(rule: OwnRule) -> list[pl.Expr]:
    """What is true of a text that breaks the rule."""
    said = pl.col("said")
    length = said.str.len_chars()
    number = (
        said.str.replace_all(r"[\s\u00a0]", "").str.replace(",", ".").cast(pl.Float64, strict=False)
    )
    tests: list[pl.Expr] = []
    if rule.pattern is not None:
        tests.append(~said.str.contains(_whole(rule.pattern)))
    if rule.values is not None:
        tests.append(~said.is_in(rule.values))
    if rule.shortest is not None:
        tests.append(length < rule.shortest)
    if rule.longest is not None:
        tests.append(length > rule.longest)
    if rule.least is not None:
        tests.append(number.is_null() | (number < rule.least))
    if rule.most is not None:
        tests.append(number.is_null() | (number > rule.most))
    return tests


def _missing(entries: pl.DataFrame, rule: OwnRule) -> pl.DataFrame:
    """Empty entries of the rows where the condition holds and the field is not filled."""
    if rule.required_if is None:
        return entries.clear()
    other, value = rule.required_if
    asked = _of_field(entries, other).filter(
        pl.col("said").str.to_lowercase() == value.strip().lower()
    )
    filled = _of_field(entries, rule.field).select("row_id")
    return (
        asked.join(filled, on="row_id", how="anti", maintain_order="left")
        .unique("row_id", keep="first", maintain_order=True)
        .with_columns(
            pl.lit(rule.field).alias("field"), pl.lit("").alias("raw"), pl.lit("").alias("text")
        )
        .drop("said")
    )


def _of_field(entries: pl.DataFrame, field: str) -> pl.DataFrame:
    """The filled entries of a field, what they say of it in ``said``."""
    place = _PARTS.get(Field(field))
    if place is None:
        return entries.filter(pl.col("field") == field).with_columns(pl.col("text").alias("said"))
    joined, at = place
    part = pl.col("text").str.split(JOINT).list.get(at, null_on_oob=True).fill_null("")
    own = entries.filter(pl.col("field") == joined).with_columns(part.alias("said"))
    return own.filter(pl.col("said") != "")


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
