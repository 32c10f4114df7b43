"""Rows in, cards with findings and events out: a pure function, the same in any process."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import polars as pl

from workflow import cards, events
from workflow.entries import entries
from workflow.mapping import Mapping
from workflow.read import Block, Words, merged, read


@dataclass(frozen=True, slots=True)
class Task:
    """A block of cards to derive, all of one source.

    ``heads``: id, source_id, source_key. ``rows``: row_id, card_id, load_id, cells.
    ``loads``: load_id, asof, mapping, kind, area_code of the source's loads.
    ``words``: what people said about the cards' texts.
    """

    heads: pl.DataFrame
    rows: pl.DataFrame
    loads: pl.DataFrame
    words: Words

    def frames(self) -> list[pl.DataFrame]:
        """The frames that ``of`` makes the task from."""
        return [self.heads, self.rows, self.loads, self.words.texts, self.words.waives]

    @classmethod
    def of(cls, frames: Sequence[pl.DataFrame]) -> Self:
        """The task whose frames these are."""
        heads, rows, loads, texts, waives = frames
        return cls(heads, rows, loads, Words(texts, waives))


@dataclass(frozen=True, slots=True)
class Derived:
    """Frames with the columns of the tables card, contact, finding and event."""

    cards: pl.DataFrame
    contacts: pl.DataFrame
    findings: pl.DataFrame
    events: pl.DataFrame

    def frames(self) -> list[pl.DataFrame]:
        """The frames in the order of the fields."""
        return [self.cards, self.contacts, self.findings, self.events]


def derived(task: Task) -> Derived:
    """What the rows of a block of cards make."""
    block = _read(task)
    found = events.events(task.rows, block, source_kind=str(task.loads["kind"][0]))
    made = cards.assemble(task.rows, block, task.words, events.seen(found, block))
    return Derived(made.cards.join(task.heads, on="id"), made.contacts, made.findings, found)


def _read(task: Task) -> Block:
    """Every row read as of the day of its load."""
    mappings = {
        int(load_id): Mapping.from_json(json.loads(text))
        for load_id, text in task.loads.select("load_id", "mapping").iter_rows()
    }
    found = entries(task.rows, mappings)
    asof = task.loads.select("load_id", "asof")
    days = task.rows.select("row_id", "load_id").join(asof, on="load_id")
    area_code = str(task.loads["area_code"][0])
    return merged(
        read(
            found.join(days.filter(pl.col("asof") == day), on="row_id", how="semi"),
            task.words,
            asof=day,
            area_code=area_code,
        )
        for day in _distinct_days(days)
    )


def _distinct_days(days: pl.DataFrame) -> list[date]:
    return days["asof"].unique().sort().to_list()
