"""Phones and e-mails that were taken off a client: they leave the cells of his other cards too."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import polars as pl

from db import cards as base
from db.engine import Connection
from rules import email, phone
from workflow.derive import in_force
from workflow.entries import corrected, entries
from workflow.entry_form import PHONES, Draft
from workflow.mapping import Mapping

CODE = "ENTRY"
Correction = tuple[int, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Taken:
    """The values that are no longer the client's."""

    phone: frozenset[str]
    email: frozenset[str]


def corrections(connection: Connection, draft: Draft, cards: Collection[int]) -> list[Correction]:
    """What is put in place of texts of these cards: card, field, raw, code, action, value."""
    taken = _taken(draft)
    if not cards or not (taken.phone or taken.email):
        return []
    rows = base.rows(connection, cards)
    loads = base.loads(connection, rows["load_id"])
    mappings = {
        load_id: Mapping.from_json(json.loads(text))
        for load_id, text in loads.select("load_id", "mapping").iter_rows()
    }
    area_codes = dict(loads.select("load_id", "area_code").iter_rows())
    codes = {row: area_codes[load] for row, load in rows.select("row_id", "load_id").iter_rows()}
    said = corrected(entries(rows, mappings), in_force(base.corrections(connection, cards)).texts)
    mine = said.filter(pl.col("field").is_in(["phone", "email"]))
    found = [
        (card, field, raw, CODE, "edit", rest)
        for row, card, field, raw, text in mine.select(
            "row_id", "card_id", "field", "raw", "text"
        ).iter_rows()
        if (rest := _rest(field, text, codes[row], taken)) is not None
    ]
    return sorted(set(found))


def _taken(draft: Draft) -> _Taken:
    """What the card was opened with and has no longer."""
    before = [draft.opened.get(name, "") for name in PHONES]
    now = [draft.text(name) for name in PHONES]
    return _Taken(
        _numbers(before) - _numbers(now),
        _addresses(draft.opened.get("email", "")) - _addresses(draft.text("email")),
    )


def _numbers(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(one.number for text in texts for one in phone.normalise(text).value or ())


def _addresses(text: str) -> frozenset[str]:
    return frozenset(email.normalise(text).value or ())


def _rest(field: str, text: str, area_code: str, taken: _Taken) -> str | None:
    """The text without what was taken away, None where it holds nothing of it."""
    if field == "email":
        addresses = email.normalise(text).value or ()
        left = [one for one in addresses if one not in taken.email]
        return ", ".join(left) if len(left) < len(addresses) else None
    phones = phone.normalise(text, area_code).value or ()
    kept = [one for one in phones if one.number not in taken.phone]
    if len(kept) == len(phones):
        return None
    return ", ".join(
        f"{one.number} доб. {one.extension}" if one.extension else one.number for one in kept
    )
