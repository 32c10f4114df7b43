"""The tables of names: how often a name occurs, whose it is, what stands for what.

Everything is read on first use, once, and keyed by the folded form: lower case, "ё" as "е".
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class FirstName(NamedTuple):
    """What the table knows of a first name: "m", "f" or "u" (either), and how often it occurs."""

    gender: str
    often: int


def _columns(name: str) -> list[list[str]]:
    """The lines of a table, cut into their columns."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _counts(name: str) -> dict[str, int]:
    """A table of a word and its count; no word of it holds a space."""
    parts = (_FOLDER / name).read_text(encoding="utf-8").split()
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


@cache
def first_names() -> dict[str, FirstName]:
    """The first names by their folded form."""
    return {
        name: FirstName(gender, int(count)) for name, gender, count in _columns("first_names.tsv")
    }


@cache
def patronymics() -> dict[str, int]:
    """How often a patronymic occurs."""
    return _counts("patronymics.tsv")


@cache
def surnames() -> dict[str, int]:
    """How often a surname occurs, both genders under the masculine form."""
    return _counts("surnames.tsv")


@cache
def diminutives() -> dict[str, tuple[tuple[str, str], ...]]:
    """The full names a short or variant form may stand for, each with its gender."""
    found: dict[str, list[tuple[str, str]]] = {}
    for full, gender, short_forms in _columns("diminutives.tsv"):
        for short in short_forms.split():
            found.setdefault(short.lstrip("="), []).append((full, gender))
    return {short: tuple(fulls) for short, fulls in found.items()}


@cache
def short_forms() -> frozenset[str]:
    """The diminutives that are no full names of their own (those are marked with «=»)."""
    words = (word for _, _, shorts in _columns("diminutives.tsv") for word in shorts.split())
    return frozenset(word for word in words if not word.startswith("="))


@cache
def company_forms() -> dict[str, tuple[str, str]]:
    """The company forms: short form -> (kind, long form in lower case).

    The kind is "legal", "sole" (a person trading), "farm" or "soft" (often part of the name).
    """
    return {short: (kind, long) for short, kind, long in _columns("company_forms.tsv")}


@cache
def company_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that only companies have in their names, and endings of such words."""
    lines = (_FOLDER / "company_words.txt").read_text(encoding="utf-8").splitlines()
    whole = frozenset(line[2:] for line in lines if line.startswith("="))
    endings = tuple(line[2:] for line in lines if line.startswith("~"))
    return whole, endings


@cache
def phrases() -> dict[str, frozenset[str]]:
    """The phrases people type into a name's field instead of or beside a name, by kind."""
    found: dict[str, set[str]] = {}
    for kind, phrase in _columns("phrases.tsv"):
        found.setdefault(kind, set()).add(phrase)
    return {kind: frozenset(texts) for kind, texts in found.items()}
