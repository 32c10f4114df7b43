"""A clean value, a kind of dirt, and what a rule's answer to it is worth."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from bench.generator.draw import Dice
from rules.finding import Normal, Severity

Clean = TypeVar("Clean")


class Floor(StrEnum):
    """What a kind of dirt is held to besides «nothing silently wrong»."""

    NONE = ""
    KEY = "repaired or flagged ≥ 99 %"
    PARTS = "right parts ≥ 98 %"
    KEPT = "right parts or flagged ≥ 98 %"
    TWO_WORDS = "right parts ≥ 95 %"
    UNDONE = "undone ≥ 98 %"


class Verdict(StrEnum):
    """What a rule made of one dirty value."""

    RIGHT = "right"
    FLAGGED = "flagged"
    MISSED = "missed"
    WRONG = "wrong"
    UNDETECTABLE = "undetectable"


@dataclass(frozen=True, slots=True)
class Dirty:
    """A text, the value it stands for, and the other good value it is by the letter, if any.

    ``truth`` is "" where the text stands for no value. ``other`` is judged without the rules:
    by the form of the field, its control digits, or the phone library alone.
    """

    text: str
    truth: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule said: its value as text, and whether it stopped or warned."""

    value: str
    blocked: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class Kind(Generic[Clean]):
    """One way a value gets dirty; None where it does not apply to a value."""

    name: str
    spoil: Callable[[Clean, Dice], Dirty | None]
    floor: Floor = Floor.NONE


@dataclass(frozen=True, slots=True)
class FieldDirt(Generic[Clean]):
    """A field: how to draw a clean value, write it cleanly, read it, and all its dirt."""

    name: str
    draw: Callable[[Dice], Clean]
    write: Callable[[Clean, Dice], Dirty]
    read: Callable[[str], Answer]
    kinds: tuple[Kind[Clean], ...]
    clean_floor: Floor = Floor.NONE

    @property
    def floors(self) -> tuple[tuple[str, Floor], ...]:
        """The kinds of dirt by name, with what each is held to."""
        return tuple((kind.name, kind.floor) for kind in self.kinds)

    def cleanly(self, dice: Dice) -> Dirty:
        """A clean value as a careful clerk writes it."""
        return self.write(self.draw(dice), dice)

    def spoiled(self, kind: int, dice: Dice) -> Dirty | None:
        """A value with the kind of dirt of that number; None where it does not apply."""
        return self.kinds[kind].spoil(self.draw(dice), dice)


class Spoilable(Protocol):
    """A field's dirt, whatever its clean values are."""

    @property
    def name(self) -> str:
        """The field."""

    @property
    def read(self) -> Callable[[str], Answer]:
        """Its rule."""

    @property
    def clean_floor(self) -> Floor:
        """What clean values are held to."""

    @property
    def floors(self) -> tuple[tuple[str, Floor], ...]:
        """The kinds of dirt by name, with what each is held to."""

    def cleanly(self, dice: Dice) -> Dirty:
        """A clean value."""

    def spoiled(self, kind: int, dice: Dice) -> Dirty | None:
        """A dirty value of the kind of that number."""


def answer(normal: Normal[Clean], shown: Callable[[Clean], str]) -> Answer:
    """A rule's outcome as this bench compares it."""
    return Answer(
        "" if normal.value is None else shown(normal.value),
        normal.blocked,
        any(finding.severity is not Severity.INFO for finding in normal.findings),
    )


def verdict(dirty: Dirty, said: Answer) -> Verdict:
    """What the answer is worth."""
    if said.value == dirty.truth:
        return Verdict.RIGHT
    if said.flagged:
        return Verdict.FLAGGED
    if dirty.other and said.value == dirty.other:
        return Verdict.UNDETECTABLE
    if not said.value or _characters(said.value) == _characters(dirty.text):
        return Verdict.MISSED
    return Verdict.WRONG


def _characters(text: str) -> list[str]:
    """The letters and digits of a text, sorted: equal if a value says just what was typed."""
    return sorted(one for one in text.casefold().replace("ё", "е") if one.isalnum())
