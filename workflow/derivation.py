"""Rows in, cards with findings and events out: a pure function, the same in any process."""

import json
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

import polars as pl

from db.cells import NOTHING
from rules.book import EMPTY, RuleBook
from rules.book_toml import read_book
from rules.fields import Field
from rules.source_kinds import LOGS
from workflow import cards, events, within
from workflow.entries import entries
from workflow.mapping import Mapping
from workflow.read import Block, Words, merged, read
from workflow.within import Rows


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
    book: RuleBook = EMPTY

    def frames(self) -> list[pl.DataFrame]:
        """The frames that ``of`` makes the task from."""
        book = pl.DataFrame({"text": [self.book.text]})
        return [self.heads, self.rows, self.loads, self.words.texts, self.words.waives, book]

    @classmethod
    def of(cls, frames: Sequence[pl.DataFrame]) -> Self:
        """The task whose frames these are."""
        heads, rows, loads, texts, waives, book = frames
        return cls(heads, rows, loads, Words(texts, waives), read_book(book["text"][0]))


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

    def sealed(self) -> Self:
        """The same with a seal on each card: another one where anything of it is different."""
        seals = pl.concat(
            [
                frame.select(
                    pl.col("id" if place == 0 else "card_id").alias("id"),
                    pl.struct(pl.all()).hash(place).alias("seal"),
                )
                for place, frame in enumerate(self.frames())
            ]
        )
        sums = seals.group_by("id").agg(pl.col("seal").bitwise_xor().reinterpret(signed=True))
        cards = self.cards.join(sums, on="id", how="left", maintain_order="left")
        return replace(self, cards=cards)

    def but(self, seals: pl.DataFrame) -> Self:
        """The cards without those that have one of these seals (id, seal)."""
        cards = self.cards.join(seals, on=["id", "seal"], how="anti", maintain_order="left")
        left = cards.select(pl.col("id").alias("card_id"))
        contacts, findings, events = (
            frame.join(left, on="card_id", how="semi", maintain_order="left")
            for frame in (self.contacts, self.findings, self.events)
        )
        return type(self)(cards, contacts, findings, events)


def derived(task: Task) -> Derived:
    """What the rows of a block of cards make."""
    mappings = {
        int(load_id): Mapping.from_json(json.loads(text))
        for load_id, text in task.loads.select("load_id", "mapping").iter_rows()
    }
    dated = task.rows.join(task.loads.select("load_id", "asof"), on="load_id")
    block = _read(task, dated, mappings)
    kind = str(task.loads["kind"][0])
    rows = Rows(dated, kind, _fields(mappings))
    within.judge(block, rows, task.words.waives, task.book)
    found = events.events(task.rows, block, source_kind=kind)
    seen = events.seen(found, block)
    made = cards.assemble(task.rows, block, task.words, seen, task.book, logged=kind in LOGS)
    out = _withdrawn(task.rows)
    state = pl.when(pl.col("id").is_in(out)).then(pl.lit("withdrawn")).otherwise("state")
    return Derived(
        made.cards.with_columns(state.alias("state")).join(task.heads, on="id"),
        made.contacts,
        made.findings.filter(~pl.col("card_id").is_in(out)),
        found,
    ).sealed()


def _withdrawn(rows: pl.DataFrame) -> list[int]:
    """The cards entered by hand of which no version counts any more."""
    blank = rows.group_by("card_id").agg((pl.col("cells") == NOTHING).all().alias("blank"))
    return blank.filter("blank")["card_id"].to_list()


def _fields(mappings: Dictionary[int, Mapping]) -> dict[int, frozenset[Field]]:
    """The fields that each load has a column of."""
    return {
        load_id: frozenset(column.field for column in mapping.columns if column.field)
        for load_id, mapping in mappings.items()
    }


def _read(task: Task, dated: pl.DataFrame, mappings: Dictionary[int, Mapping]) -> Block:
    """Every row read as of the day of its load, which ``dated`` has as asof."""
    found = entries(task.rows, mappings)
    days = dated.select("row_id", "asof")
    area_code = str(task.loads["area_code"][0])
    return merged(
        read(
            found.join(days.filter(pl.col("asof") == day), on="row_id", how="semi"),
            task.words,
            asof=day,
            area_code=area_code,
            book=task.book,
        )
        for day in _distinct_days(days)
    )


def _distinct_days(days: pl.DataFrame) -> list[date]:
    return days["asof"].unique().sort().to_list()
