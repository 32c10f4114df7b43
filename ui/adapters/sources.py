"""The Sources page on a real base: previews, loads, and what was loaded before."""

import json
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from pathlib import Path

from db import loads as base
from db.engine import Engine, reading
from db.sources import Layout
from db.sources.dialect import DELIMITERS
from db.sources.encoding import ENCODINGS
from db.summary import LoadCount
from db.summary import loads as past_loads
from rules.field_titles import field_title
from rules.fields import Field
from ui.adapters.moments import moment
from ui.pages.sources.ports import (
    ColumnGuess,
    FieldChoice,
    How,
    LayoutChoice,
    LayoutOptions,
    LoadPlan,
    LoadRow,
    LoadSummary,
    Preview,
    SourceKind,
    Totals,
)
from ui.paging import PageSource, Row, Sort
from workflow import load as loading
from workflow.mapping import Chosen, Column, Mapping
from workflow.progress import Progress

_SHOWN = 60
_HOW = {
    Chosen.HEADER: How.HEADER,
    Chosen.CONTENT: How.CONTENT,
    Chosen.USER: How.USER,
    Chosen.NONE: How.NONE,
}


class BaseSources:
    """Previews files and loads them into one base."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def fields(self) -> Sequence[FieldChoice]:
        """The fields in their own order, by their titles."""
        return [FieldChoice(str(field), field_title(field)) for field in Field]

    def preview(self, path: Path, kind: SourceKind, layout: LayoutChoice | None) -> Preview:
        """The beginning of a file, its mapping remembered or guessed."""
        remembered = self._remembered(kind)
        found = loading.preview(path, kind=kind, layout=_layout(layout), remembered=remembered)
        known = remembered is not None and found.mapping is remembered
        width = len(found.header.cells)
        return Preview(
            path=path,
            format=found.layout.format,
            layout=LayoutChoice(found.layout.encoding, found.layout.delimiter, found.layout.sheet),
            options=_options(found.layout, found.sheets),
            columns=tuple(_guess(column, remembered=known) for column in found.mapping.columns),
            rows=tuple(_fitted(row, width) for row in found.rows[:_SHOWN]),
            notes=found.notes,
        )

    def load(self, plan: LoadPlan, progress: Progress) -> LoadSummary:
        """Load a file as it was mapped."""
        layout = _layout(plan.layout)
        found = loading.preview(
            plan.path, kind=plan.kind, layout=layout, remembered=self._remembered(plan.kind)
        )
        order = loading.Order(
            plan.path, kind=plan.kind, layout=layout, mapping=_mapped(found.mapping, plan.fields)
        )
        return _summary(loading.load(self._engine, order, by=self._by, progress=progress))

    def loads(self) -> PageSource:
        """Past loads, the latest first."""
        return _Loads(self._engine)

    def _remembered(self, kind: SourceKind) -> Mapping | None:
        with reading(self._engine) as connection:
            source = base.find_source(connection, kind)
        if source is None or not source.mapping:
            return None
        return Mapping.from_json(json.loads(source.mapping))


class _Loads:
    """Past loads; there are never more than a few hundred."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self) -> int:
        """How many files were loaded."""
        return len(self._rows())

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Row]:
        """Some of them, the latest first unless sorted otherwise."""
        rows = sorted(self._rows(), key=lambda row: row.load_id, reverse=True)
        if sort is not None:
            rows.sort(key=lambda row: getattr(row, sort.column), reverse=sort.descending)
        return [row.row() for row in rows[offset : offset + limit]]

    def _rows(self) -> list[LoadRow]:
        with reading(self._engine) as connection:
            return [_load_row(load) for load in past_loads(connection)]


def _load_row(load: LoadCount) -> LoadRow:
    tally = json.loads(load.tally)
    return LoadRow(
        load_id=load.id,
        kind=load.source,
        file=load.file_name,
        at=moment(load.at),
        by=load.by,
        rows=int(tally.get("rows", 0)),
        cards=int(tally.get("cards", 0)),
        left_out=_count(tally.get("dropped", {}), "empty", "total"),
    )


def _count(dropped: Dictionary[str, int], *kinds: str) -> int:
    return sum(dropped.get(kind, 0) for kind in kinds)


def _layout(choice: LayoutChoice | None) -> Layout | None:
    if choice is None:
        return None
    return Layout("", encoding=choice.encoding, delimiter=choice.delimiter, sheet=choice.sheet)


def _options(layout: Layout, sheets: tuple[str, ...]) -> LayoutOptions:
    if layout.encoding:
        encodings = dict.fromkeys((layout.encoding, *ENCODINGS))
        return LayoutOptions(encodings=tuple(sorted(encodings)), delimiters=DELIMITERS)
    return LayoutOptions(sheets=sheets)


def _guess(column: Column, *, remembered: bool) -> ColumnGuess:
    how = How.REMEMBERED if remembered and column.field else _HOW[column.chosen]
    return ColumnGuess(
        title=column.header,
        field=str(column.field or ""),
        how=how,
        share=column.share or None,
        note=column.note,
    )


def _fitted(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (row + ("",) * width)[: max(width, 1)]


def _mapped(guessed: Mapping, fields: Sequence[str]) -> Mapping:
    """The guess with the fields that the user gave to columns instead."""
    mapping = guessed
    for column, name in zip(guessed.columns, fields, strict=True):
        wanted = Field(name) if name else None
        if mapping.columns[column.index].field is not wanted:
            mapping = mapping.with_field(column.index, wanted)
    return mapping


def _summary(loaded: loading.Loaded) -> LoadSummary:
    dropped = loaded.dropped
    return LoadSummary(
        totals=Totals(
            records=loaded.records,
            rows=loaded.rows,
            header=_count(dropped, "title", "header"),
            empty=_count(dropped, "empty"),
            totals=_count(dropped, "total"),
        ),
        cards=loaded.all_cards,
        new_cards=loaded.new_cards,
        changed_cards=loaded.cards - loaded.new_cards,
        unchanged=loaded.known,
        repeated=loaded.repeated,
    )
