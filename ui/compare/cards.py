"""Cards side by side: what is equal, what differs, what is missing. No Qt here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from resources.texts import marked


class Mark(StrEnum):
    """How a value stands to the other cards' values of the same field."""

    EQUAL = "equal"
    SIMILAR = "similar"
    DIFFERENT = "different"
    MISSING = "missing"
    ALONE = "alone"


SIGNS = {
    Mark.EQUAL: "=",
    Mark.SIMILAR: "≈",
    Mark.DIFFERENT: "≠",
    Mark.MISSING: "–",
    Mark.ALONE: "·",
}
MEANINGS = {
    Mark.EQUAL: marked("the same on another card"),
    Mark.SIMILAR: marked("nearly the same as on another card"),
    Mark.DIFFERENT: marked("differs from the other cards"),
    Mark.MISSING: marked("not filled in"),
    Mark.ALONE: marked("only on this card"),
}
_SIMILAR = 0.75
_SIMILAR_DIGITS = 0.85
CARS = "cars"
EVENTS = "events"


@dataclass(frozen=True, slots=True)
class CarView:
    """One car of a card or client: ``role`` already in words, the period open at either end."""

    title: str
    vin: str = ""
    plate: str = ""
    role: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """One dated fact: ``kind`` in words ("sale", "work order"), ``text`` what it was about."""

    day: date | None
    kind: str
    text: str = ""
    car: str = ""


@dataclass(frozen=True, slots=True)
class CardView:
    """One client as one source knows it, ready to be shown.

    ``fields`` holds the shown values by field name; a field with several values
    (phones) has several. ``kept_out`` names fields with a quarantined value.
    """

    card_id: int
    title: str
    source: str
    source_id: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cars: tuple[CarView, ...] = ()
    events: tuple[EventView, ...] = ()
    kept_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One value in a cell; ``spans`` are the pieces (start, length) that differ."""

    text: str
    mark: Mark
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one card has in one field."""

    mark: Mark
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One field across the cards; ``differs`` if a reviewer has something to weigh in it."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    differs: bool


def folded(text: str) -> str:
    """The form in which two shown values count as equal."""
    return " ".join(text.casefold().replace("ё", "е").split())


def compare(name: str, title: str, values: Sequence[tuple[str, ...]]) -> CompareRow:
    """One field of the cards, each value marked against the values of the other cards.

    A value that every filled card shares is equal; one that some other card has too is equal
    there, and the row still differs if another card says something else.
    """
    filled = [position for position, one in enumerate(values) if one]
    counts = Counter(key for one in values for key in {folded(value) for value in one})
    cells = []
    for position, one in enumerate(values):
        if not one:
            cells.append(Cell(Mark.MISSING))
            continue
        others = [value for other in filled if other != position for value in values[other]]
        lines = tuple(_line(value, counts, others) for value in one)
        cells.append(Cell(_whole(lines), lines))
    differs = (
        any(cell.mark in {Mark.DIFFERENT, Mark.SIMILAR} for cell in cells)
        or len({frozenset(folded(value) for value in values[position]) for position in filled}) > 1
    )
    return CompareRow(name, title, tuple(cells), differs)


def compare_lists(name: str, title: str, values: Sequence[Sequence[tuple[str, str]]]) -> CompareRow:
    """Lists of things (key, shown line) side by side: only what two cards share is marked."""
    counts = Counter(key for one in values for key in {key for key, _ in one if key})
    cells = tuple(
        Cell(
            Mark.ALONE if one else Mark.MISSING,
            tuple(Line(text, Mark.EQUAL if counts[key] > 1 else Mark.ALONE) for key, text in one),
        )
        for one in values
    )
    return CompareRow(name, title, cells, differs=True)


def _line(value: str, counts: Counter[str], others: Sequence[str]) -> Line:
    if not others:
        return Line(value, Mark.ALONE)
    if counts[folded(value)] > 1:
        return Line(value, Mark.EQUAL)
    nearest, ratio = _nearest(value, others)
    if ratio < (_SIMILAR_DIGITS if _numeric(value) else _SIMILAR):
        return Line(value, Mark.DIFFERENT)
    return Line(value, Mark.SIMILAR, _spans(value, nearest))


def _numeric(value: str) -> bool:
    """Whether a value is mostly digits: chance alone makes half of two numbers agree."""
    return sum(sign.isdigit() for sign in value) * 2 > len(value)


def _telling(value: str) -> str:
    """The part of a value that tells clients apart: everybody shares the mail provider."""
    return folded(value).partition("@")[0]


def _nearest(value: str, others: Sequence[str]) -> tuple[str, float]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_telling(value))
    best, best_ratio = "", 0.0
    for other in others:
        matcher.set_seq1(_telling(other))
        if matcher.real_quick_ratio() > best_ratio and (ratio := matcher.ratio()) > best_ratio:
            best, best_ratio = other, ratio
    return best, best_ratio


def _spans(value: str, other: str) -> tuple[tuple[int, int], ...]:
    """The pieces of a value that the other one writes differently."""
    matcher = SequenceMatcher(None, other.casefold(), value.casefold(), autojunk=False)
    return tuple(
        (start, max(end - start, 1))
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind != "equal" and start < len(value)
    )


def _whole(lines: Sequence[Line]) -> Mark:
    marks = {line.mark for line in lines}
    for mark in (Mark.EQUAL, Mark.SIMILAR, Mark.DIFFERENT):
        if mark in marks:
            only = marks == {mark}
            return mark if only or mark is not Mark.EQUAL else Mark.SIMILAR
    return Mark.ALONE
