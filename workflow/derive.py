"""Cards, findings and events from the rows of a base: a pure function of rows and corrections."""

import json
from collections.abc import Collection
from datetime import date

import polars as pl

from db import cards as base
from db.engine import Connection
from workflow import cards, events, vehicles
from workflow.entries import entries
from workflow.mapping import Mapping
from workflow.progress import Progress
from workflow.read import Block, Words, merged, read

_CARDS_A_BLOCK = 20_000


def derive(
    connection: Connection, card_ids: Collection[int] | None, progress: Progress
) -> set[int]:
    """Write the cards named (None: all of them) anew from their rows, and link the vehicles.

    Returns the cards whose car was resolved to another vehicle by that, or shares one with them.
    """
    heads = base.heads(connection, card_ids)
    loads = base.loads(connection)
    done = 0
    for block in heads.iter_slices(_CARDS_A_BLOCK):
        for (source_id,), part in block.group_by("source_id", maintain_order=True):
            _derive_block(connection, part, loads.filter(pl.col("source_id") == source_id))
            done += part.height
            progress.report(done, heads.height)
    return vehicles.link(connection)


def _derive_block(connection: Connection, heads: pl.DataFrame, loads: pl.DataFrame) -> None:
    ids = heads["id"].to_list()
    rows = base.rows(connection, ids)
    words = _words(base.corrections(connection, ids))
    block = _read(rows, loads, words)
    found = events.events(rows, block, source_kind=str(loads["kind"][0]))
    made = cards.assemble(rows, block, words, events.seen(found, block))
    base.replace(
        connection,
        ids,
        cards=made.cards.join(heads, on="id"),
        contacts=made.contacts,
        findings=made.findings,
        events=found,
    )


def _read(rows: pl.DataFrame, loads: pl.DataFrame, words: Words) -> Block:
    """Every row read as of the day of its load."""
    mappings = {
        int(load_id): Mapping.from_json(json.loads(text))
        for load_id, text in loads.select("load_id", "mapping").iter_rows()
    }
    found = entries(rows, mappings)
    days = rows.select("row_id", "load_id").join(loads.select("load_id", "asof"), on="load_id")
    area_code = str(loads["area_code"][0])
    return merged(
        read(
            found.join(days.filter(pl.col("asof") == asof), on="row_id", how="semi"),
            words,
            asof=asof,
            area_code=area_code,
        )
        for asof in _distinct_days(days)
    )


def _distinct_days(days: pl.DataFrame) -> list[date]:
    return days["asof"].unique().sort().to_list()


def _words(corrections: pl.DataFrame) -> Words:
    """The corrections in force; of two about one text the later one."""
    key = ["card_id", "field", "raw"]
    waived = pl.col("action") == "waive"
    texts = corrections.filter(~waived).unique(key, keep="last", maintain_order=True)
    # an accepted repair settles its finding even where the repaired text is still unusual
    settled = corrections.filter(pl.col("action") != "edit").with_columns(
        pl.when(waived).then(pl.lit("waived")).otherwise(pl.lit("accepted")).alias("state")
    )
    waives = settled.unique([*key, "code"], keep="last", maintain_order=True)
    return Words(texts.select(*key, "value"), waives.select(*key, "code", "state"))
