"""What is to be generated, and what was."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.generator.cards import SOURCES, Tally
from bench.generator.draw import Dice


@dataclass(frozen=True, slots=True)
class FileForm:
    """The format of one written file."""

    format: str = "csv"
    encoding: str = "cp1251"
    delimiter: str = ";"
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be generated; ``extras``: bookings, claims and surveys as well."""

    persons: int
    seed: int
    level: str
    out: Path
    forms: dict[str, FileForm]
    extras: bool = False


@dataclass(slots=True)
class Summary:
    """What was generated: rows by source, lines in the files, kinds of dirt and of traps."""

    rows: Counter[str] = field(default_factory=Counter)
    dirt: Tally = field(default_factory=Counter)
    traps: Counter[str] = field(default_factory=Counter)
    paths: dict[str, Path] = field(default_factory=dict)


def usual_forms(seed: int, file_format: str) -> dict[str, FileForm]:
    """The formats a seed chooses: cp1251 or UTF-8, with or without a title."""
    if file_format == "xlsx":
        return {source: FileForm("xlsx", titled=True) for source in SOURCES}
    dice = Dice(seed, 3)
    forms = {}
    for source in SOURCES:
        encoding = dice.pick(("cp1251", "utf-8-sig", "utf-8"))
        delimiter = ";" if encoding != "utf-8" else dice.pick((";", ",", "\t"))
        forms[source] = FileForm("csv", encoding, delimiter, titled=dice.chance(0.6))
    return forms
