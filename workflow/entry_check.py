"""What the rules say of a client and a car while they are entered: field by field, then whole."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import polars as pl

from rules import entry as entry_rules
from rules.address import Address, one_line
from rules.book import EMPTY, RuleBook
from rules.client import ClientKind, ClientName
from rules.company import written
from rules.finding import Finding, Severity, message
from rules.make_model import MakeModel
from rules.phone import Phone
from rules.phone_typing import typed
from rules.within import MISSING
from workflow.derivation import Derived, Task, derived
from workflow.entries import JOINT
from workflow.entry_form import FIELDS, NAME, PHONES, Draft, cells, mapping, meaning
from workflow.export import finding_message
from workflow.fields import readings
from workflow.read import Words

_KIND = "entry"
_HEADS = {"id": pl.Int64(), "source_id": pl.Int64(), "source_key": pl.String()}
_ROWS = {"row_id": pl.Int64(), "card_id": pl.Int64(), "load_id": pl.Int64(), "cells": pl.String()}
_TYPED_IN = {"name_parts": NAME, "company": NAME, "client": NAME, "car": "make_model"}


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a field of the form; ``field`` is "" where it speaks of the whole card.

    ``repair`` is the whole text of the field as it would be right, "" if none is proposed;
    ``repaired`` says that the normal form is right already.
    ``base_field`` and ``raw`` are how the base names the text, for a waiver.
    """

    field: str
    code: str
    severity: Severity
    message: str
    repair: str = ""
    repaired: bool = False
    base_field: str = ""
    raw: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the card cannot be saved while this stands."""
        return self.severity is Severity.BLOCK


@dataclass(frozen=True, slots=True)
class Checked:
    """One field alone: its normal form as it is shown, and what the rules say."""

    field: str
    text: str
    shown: str
    remarks: tuple[Remark, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the card cannot be saved with this text."""
        return any(remark.blocks for remark in self.remarks)

    @property
    def repair(self) -> str:
        """The text that is offered in place of the typed one, "" if it is good as it stands."""
        proposed = next((one.repair for one in self.remarks if one.repair), "")
        repaired = any(one.repaired for one in self.remarks) and not self.blocks
        offered = proposed or (self.shown if repaired else "")
        return "" if offered == self.text else offered


def today() -> date:
    """The day that entries are of."""
    return datetime.now(UTC).date()


def checked(
    name: str, text: str, book: RuleBook = EMPTY, *, asof: date | None = None, area_code: str = ""
) -> Checked:
    """What the rules of a field say of a text.

    Args:
        name: a field of the form.
        text: what is typed there.
        book: what the dealer changes about the rules.
        asof: the day it is typed on, today if None.
        area_code: completes local phone numbers.
    """
    text = text.strip()
    field = meaning(name)
    reading = readings(asof=asof or today(), area_code=area_code).get(field)
    if reading is None or not text:
        return Checked(name, text, text)
    normal, _freed = book.judged(reading.rule(text))
    remarks = tuple(_remark(name, text, found) for found in normal.findings)
    shown = "" if normal.value is None else _shown(normal.value)
    return Checked(name, text, shown, remarks)


def _remark(name: str, text: str, found: Finding) -> Remark:
    said = message(found.rule, found.value, found.suggestion, found.params)
    proposed = "" if found.repaired else found.suggestion
    repair = repaired_text(name, text, found.value, proposed)
    field = str(meaning(name))
    return Remark(name, found.code, found.severity, said, repair, found.repaired, field, text)


def repaired_text(name: str, text: str, value: str, suggestion: str) -> str:
    """The whole text of a field with the repair of a piece of it, "" where none is proposed."""
    if not suggestion:
        return ""
    several = name in {*PHONES, "email"} and value and value in text
    return text.replace(value, suggestion) if several else suggestion


def _shown(value: object) -> str:
    """A normal form as it is written."""
    match value:
        case ClientName():
            return _named(value)
        case Address():
            return one_line(value)
        case MakeModel():
            return f"{value.make} {value.model}".strip()
        case date():
            return f"{value:%d.%m}.{value.year:04}"
        case bool():
            return "да" if value else "нет"
        case tuple():
            return ", ".join(filter(None, map(_piece, value)))
        case _:
            return str(value)


def _piece(value: object) -> str:
    if isinstance(value, Phone):
        number = typed(value.number, len(value.number)).text
        return f"{number} доб. {value.extension}" if value.extension else number
    return str(value)


def _named(name: ClientName) -> str:
    if name.kind is ClientKind.JUNK:
        return ""
    if name.company:
        return written(name.company.form, name.company.name)
    return name.person.full if name.person else ""


def examined(
    draft: Draft, book: RuleBook = EMPTY, *, asof: date | None = None, area_code: str = ""
) -> tuple[Remark, ...]:
    """What the rules say of a whole draft, the blocking remarks first.

    The draft is read by the very function that reads rows of the base, so that what passes here
    has no blocking finding there.
    """
    return judged(draft, book, Place(asof or today(), area_code)).remarks


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft would stand in a base: the row and card of an entered one, and its day."""

    asof: date
    area_code: str
    source_id: int = 0
    row_id: int = 0
    card_id: int = 0
    key: str = "0"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules make of a draft: the remarks, the blocking ones first, and the card."""

    remarks: tuple[Remark, ...]
    made: Derived


def judged(draft: Draft, book: RuleBook, place: Place) -> Judged:
    """What the rules make of a whole draft where it would stand."""
    found = derived(_task(draft, book, place))
    remarks = [_of_base(draft, one, book) for one in found.findings.iter_rows(named=True)]
    if "entry" not in book.required:
        remarks += _lacking(remarks, found, book)
    order = list(Severity)
    remarks.sort(key=lambda one: (order.index(one.severity), _place(one.field)))
    return Judged(tuple(remarks), found)


def _task(draft: Draft, book: RuleBook, place: Place) -> Task:
    """The draft as the one row of its card."""
    loads = {
        "load_id": [0],
        "source_id": [place.source_id],
        "asof": [place.asof],
        "mapping": [json.dumps(mapping().to_json())],
        "kind": [_KIND],
        "area_code": [place.area_code],
    }
    head = (place.card_id, place.source_id, place.key)
    row = (place.row_id, place.card_id, 0, cells(draft, key=place.key, day=place.asof))
    return Task(
        pl.DataFrame([head], schema=_HEADS, orient="row"),
        pl.DataFrame([row], schema=_ROWS, orient="row"),
        pl.DataFrame(loads),
        Words(
            _none_said("value"),
            _none_said("code", "state"),
        ),
        book,
    )


def _none_said(*columns: str) -> pl.DataFrame:
    """No words of people: a draft is new."""
    texts = dict.fromkeys(("field", "raw", *columns), pl.String())
    return pl.DataFrame(schema={"card_id": pl.Int64(), **texts})


def _of_base(draft: Draft, found: dict[str, object], book: RuleBook) -> Remark:
    """A finding of the row that the draft would be, as a remark on a field of the form."""
    field, code, raw, value, suggestion, params = (
        str(found[name]) for name in ("field", "code", "raw", "value", "suggestion", "params")
    )
    name = _typed_in(draft, field, raw)
    proposed = "" if found["repaired"] or not suggestion else suggestion
    return Remark(
        name,
        code,
        _severity(code, Severity(str(found["severity"])), book),
        finding_message(code, _plain(value), suggestion, params),
        repaired_text(name, draft.text(name), value, proposed),
        bool(found["repaired"]),
        field,
        raw,
    )


def _severity(code: str, severity: Severity, book: RuleBook) -> Severity:
    """What is missing blocks where it can still be asked for, unless the dealer says otherwise."""
    asked = code == MISSING.code and code not in book.severities
    return Severity.BLOCK if asked else severity


def _typed_in(draft: Draft, field: str, raw: str) -> str:
    """The field of the form that a finding of the base is about, "" if it is the whole card."""
    if field == "phone":
        in_name = NAME if raw and raw in draft.text(NAME) else PHONES[0]
        return next((name for name in PHONES if raw and draft.text(name) == raw), in_name)
    name = _TYPED_IN.get(field, field)
    return name if name in FIELDS else ""


def _plain(text: str) -> str:
    return " ".join(text.replace(JOINT, " ").split())


def _lacking(remarks: Sequence[Remark], found: Derived, book: RuleBook) -> list[Remark]:
    """What the product itself requires where the dealer has said nothing.

    A field whose text is blocked is told of already.
    """
    told = {one.field for one in remarks if one.blocks}
    card = found.cards.row(0, named=True)
    named = any(card[part] for part in ("last_name", "first_name", "company")) or NAME in told
    reached = not found.contacts.is_empty() or bool(told & {*PHONES, "email"})
    missing = []
    for one in entry_rules.lacking(name=named, contact=reached):
        severity = book.severity(one.rule)
        if severity is not None:
            field = NAME if one.rule is entry_rules.NAME else PHONES[0]
            missing.append(
                Remark(field, one.code, severity, message(one.rule, ""), base_field="entry")
            )
    return missing


def _place(name: str) -> int:
    return FIELDS.index(name) if name in FIELDS else len(FIELDS)
