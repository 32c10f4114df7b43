"""Entries in, normal forms and findings out: every field of a block of rows by its rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from rules.book import EMPTY, RuleBook
from rules.fields import Field
from workflow import distinct, own_rules
from workflow.entries import ENTRIES, NAME_PARTS, corrected
from workflow.fields import CAR_PIECES, Reading, readings

FINDINGS: dict[str, pl.DataType] = {
    "row_id": pl.Int64(),
    "card_id": pl.Int64(),
    "field": pl.String(),
    "raw": pl.String(),
    **{name: kind for name, kind in distinct.FINDINGS.items() if name != "text"},
    "state": pl.String(),
}

_KEY = ["card_id", "field", "raw"]
_DIGITS_OF_A_PHONE = r"(?:\d\D{0,3}){6}"


@dataclass(frozen=True, slots=True)
class Words:
    """What people said about texts, as frames keyed by card_id, field and raw.

    ``texts`` has the ``value`` put in place of a text, ``waives`` the ``code`` that no longer
    counts and the ``state`` of its finding.
    """

    texts: pl.DataFrame
    waives: pl.DataFrame


@dataclass(slots=True)
class Block:
    """A block of entries read: ``values[field]`` has the entry's columns and the outputs."""

    values: dict[str, pl.DataFrame] = field(default_factory=dict)
    findings: list[pl.DataFrame] = field(default_factory=list)

    def all_findings(self) -> pl.DataFrame:
        """The findings of the block, one for each card, field, text and code."""
        found = pl.concat([pl.DataFrame(schema=FINDINGS), *self.findings])
        return found.sort("row_id", "field", "position", "raw", maintain_order=True).unique(
            [*_KEY, "code", "value"], keep="first", maintain_order=True
        )


def read(
    entries: pl.DataFrame, words: Words, *, asof: date, area_code: str, book: RuleBook
) -> Block:
    """Run every field's rule over a block of entries.

    Args:
        entries: columns as in ``entries.ENTRIES``.
        words: what people have put in place of wrong texts, and what they have waived.
        asof: the day of the load; what lies after it is in the future.
        area_code: completes local phone numbers, "" if the source has none.
        book: what the dealer changes about the rules.
    """
    block = Block()
    rules = readings(asof=asof, area_code=area_code)
    found = corrected(_with_car_pieces(corrected(entries, words.texts)), words.texts)
    waives = words.waives
    found = _by_own_rules(block, found, waives, book)
    mine = _by_field(found)
    names = (Field.FULL_NAME, Field.COMPANY, NAME_PARTS)
    for name in names:
        _read_field(block, mine.get(name), waives, name, rules[name], book)
    for spare in (_spare_phones(block.values[name]) for name in names):
        if spare.height:
            mine[Field.PHONE] = pl.concat([mine.get(Field.PHONE, spare.clear()), spare])
    for name, reading in rules.items():
        if name not in names:
            _read_field(block, mine.get(name), waives, name, reading, book)
    for name in sorted(mine.keys() - rules.keys()):
        block.values[name] = mine[name]
    return block


def _by_field(entries: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The entries of each field, in their order."""
    parts = entries.partition_by("field", as_dict=True, maintain_order=True)
    return {str(field): part for (field,), part in parts.items()}


def _by_own_rules(
    block: Block, entries: pl.DataFrame, waives: pl.DataFrame, book: RuleBook
) -> pl.DataFrame:
    """The entries that the dealer's own rules let in."""
    if not book.own:
        return entries
    findings = _with_state(own_rules.broken(entries, book.own), waives).with_columns(
        pl.col("text").alias("value"),
        pl.lit("").alias("suggestion"),
        pl.lit(value=False).alias("repaired"),
    )
    block.findings.append(findings.select(list(FINDINGS)))
    place = ["row_id", "field", "position"]
    out = findings.filter((pl.col("severity") == "block") & (pl.col("state") == "open"))
    return entries.join(out.select(place), on=place, how="anti", maintain_order="left")


def _with_state(findings: pl.DataFrame, waives: pl.DataFrame) -> pl.DataFrame:
    """The findings, open unless a person settled them."""
    if waives.is_empty():
        return findings.with_columns(pl.lit("open").alias("state"))
    return findings.join(waives, on=[*_KEY, "code"], how="left").with_columns(
        pl.col("state").fill_null("open")
    )


def _read_field(  # noqa: PLR0917 - one field is read in one way
    block: Block,
    mine: pl.DataFrame | None,
    waives: pl.DataFrame,
    name: str,
    reading: Reading,
    book: RuleBook,
) -> None:
    if mine is None:
        block.values[name] = pl.DataFrame(schema=ENTRIES | distinct.FLAGS | reading.outputs)
        return
    outcome = distinct.apply(mine["text"], reading.rule, reading.outputs, reading.unpack, book)
    findings = _with_state(mine.join(outcome.findings, on="text"), waives).with_columns(
        pl.when("repaired").then(pl.lit("repaired")).otherwise("state").alias("state")
    )
    block.findings.append(findings.select(list(FINDINGS)))
    values = mine.join(outcome.values, on="text", how="left", maintain_order="left")
    kept_out = reading.forced and outcome.values.select(pl.col("blocked", "freed").any()).row(0)
    block.values[name] = (
        _forced(values, findings, reading) if kept_out and any(kept_out) else values
    )


def _forced(values: pl.DataFrame, findings: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Let a blocked text in as it stands where nothing that blocks it is left to decide.

    That is where a person waived every such finding, or the dealer's book lets it pass.
    """
    settled = pl.col("state").is_in(["waived", "accepted"])
    still = findings.filter((pl.col("severity") == "block") & ~settled).select(_KEY).unique()
    text = pl.col("text").cast(pl.String)
    out = pl.col(reading.forced)
    several = reading.outputs[reading.forced] == pl.List(pl.String)
    into = pl.concat_list(text) if several else text
    lacks = out.is_null() if several else out.fill_null("") == ""
    return (
        values.join(still.with_columns(pl.lit(value=True).alias("still")), on=_KEY, how="left")
        .with_columns(
            ((pl.col("blocked") | pl.col("freed")) & pl.col("still").is_null()).alias("forced")
        )
        .with_columns(
            pl.when(pl.col("forced") & lacks).then(into).otherwise(out).alias(reading.forced),
            pl.when("forced").then(False).otherwise(pl.col("blocked")).alias("blocked"),
        )
        .drop("forced", "still")
    )


def _with_car_pieces(entries: pl.DataFrame) -> pl.DataFrame:
    """Entries for the VIN and the plate that stand inside a car's name."""
    cars = entries.filter(pl.col("field") == Field.MAKE_MODEL)
    if cars.is_empty():
        return entries
    pieces = distinct.apply(
        cars["text"], CAR_PIECES.rule, CAR_PIECES.outputs, CAR_PIECES.unpack, EMPTY
    ).values
    cars = cars.join(pieces, on="text", how="left", maintain_order="left")
    others = entries.filter(pl.col("field") != Field.MAKE_MODEL)
    return pl.concat(
        [
            others,
            _as_entries(cars.filter(pl.col("rest") != ""), Field.MAKE_MODEL, "rest"),
            _pieces(_without(cars, others, Field.VIN), Field.VIN, "vin_text"),
            _pieces(_without(cars, others, Field.PLATE), Field.PLATE, "plate_text"),
        ]
    )


def _pieces(cars: pl.DataFrame, name: Field, piece: str) -> pl.DataFrame:
    """Entries of their own for a piece of the car's name: their raw text is the piece."""
    return _as_entries(cars.with_columns(pl.col(piece).alias("raw")), name, piece)


def _without(cars: pl.DataFrame, others: pl.DataFrame, name: Field) -> pl.DataFrame:
    """The cars whose rows have no cell of their own for that field."""
    return cars.join(
        others.filter(pl.col("field") == name).select("row_id"), on="row_id", how="anti"
    )


def _as_entries(frame: pl.DataFrame, name: str, text: str) -> pl.DataFrame:
    return (
        frame.with_columns(pl.lit(name).alias("field"), pl.col(text).alias("text"))
        .filter(pl.col("text") != "")
        .select(pl.col(column).cast(kind) for column, kind in ENTRIES.items())
    )


def _spare_phones(names: pl.DataFrame) -> pl.DataFrame:
    """Entries for phone numbers typed into a name."""
    spare = names.filter(pl.col("spare").fill_null("").str.contains(_DIGITS_OF_A_PHONE))
    return _as_entries(
        spare.with_columns(pl.col("position") + 1000, pl.col("spare").alias("raw")),
        Field.PHONE,
        "spare",
    )


def merged(blocks: Iterable[Block]) -> Block:
    """The blocks of several days as one."""
    parts = list(blocks)
    names = sorted({name for part in parts for name in part.values})
    return Block(
        {
            name: pl.concat([part.values[name] for part in parts if name in part.values])
            for name in names
        },
        [frame for part in parts for frame in part.findings],
    )
