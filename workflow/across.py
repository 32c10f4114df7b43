"""The rules over the whole base: run after the vehicles are linked, on what a change can reach."""

from collections.abc import Collection

import polars as pl

from db import across as base
from db import cards
from db.engine import Connection
from rules import across as rules
from rules.book import RuleBook
from workflow import across_reach, across_rules, census, rule_file
from workflow.cells import Asked, standing_in
from workflow.traces import Traces
from workflow.vehicles import Linked

FIRST_POSITION = 100_000
"""Positions from here on are of findings over the whole base."""


def refresh(
    connection: Connection, before: Traces | None = None, linked: Linked | None = None
) -> None:
    """Put what the rules over the whole base find now in place of what they found before.

    Args:
        connection: the base.
        before: the traces of the cards written anew, as they were: what these cannot change
            stays, and the end is the same. None where anything may have changed.
        linked: what the linking changed that came after.
    """
    book = rule_file.book(connection)
    if before is None or linked is None or census.never_taken(connection):
        _replace(connection, book, across_rules.everything(connection))
        return
    reached = across_reach.reached(connection, book, before, linked)
    if reached is None:
        _replace(connection, book, across_rules.everything(connection))
        return
    base.tell(connection, reached.told)
    _replace(connection, book, across_rules.on_cards(connection, reached.cards))


def count_if_never(connection: Connection) -> None:
    """Take the census of a base of an older version, which has none."""
    if census.never_taken(connection):
        across_rules.everything(connection)


def _replace(connection: Connection, book: RuleBook, seen: across_rules.Seen) -> None:
    before = base.found(connection, rules.CODES, seen.cards)
    raw = across_rules.found(connection, book, seen)
    if raw.is_empty() and before.is_empty():
        return
    placed = _placed(connection, across_rules.as_the_book_has_it(raw, book))
    findings = _numbered(placed).select(before.columns)
    if not findings.equals(before):
        base.replace(connection, rules.CODES, findings, seen.cards)


def _placed(connection: Connection, found: pl.DataFrame) -> pl.DataFrame:
    """The findings beside the cell each speaks of, with what people said of them."""
    key = ["card_id", "field", "raw", "code"]
    asked = Asked(found.with_row_index("asked"))
    card_ids = found["card_id"].unique().to_list()
    placed = standing_in(connection, asked, card_ids).sort("row_id", maintain_order=True)
    return (
        placed.unique([*key, "value"], keep="first", maintain_order=True)
        .join(_settled(connection, card_ids), on=key, how="left", maintain_order="left")
        .with_columns(pl.lit(value=False).alias("repaired"), pl.col("state").fill_null("open"))
    )


def _numbered(findings: pl.DataFrame) -> pl.DataFrame:
    return findings.sort("row_id", "field", "code", "raw", "value").with_columns(
        (pl.int_range(pl.len()).over("row_id") + FIRST_POSITION).alias("position")
    )


def _settled(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """card_id, field, raw, code, state of what people waived or accepted on these cards."""
    key = ["card_id", "field", "raw", "code"]
    said = cards.corrections(connection, card_ids).filter(pl.col("action") != "edit")
    state = (
        pl.when(pl.col("action") == "waive").then(pl.lit("waived")).otherwise(pl.lit("accepted"))
    )
    return said.unique(key, keep="last", maintain_order=True).select(*key, state.alias("state"))
