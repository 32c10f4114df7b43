"""The golden pairs: what must be found, what must stay apart, and a floor under both."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from matching import propose
from tests.matching.factory import Card, base, company, person, silent

PAIRS = Path(__file__).parents[2] / "golden" / "pairs.csv"
RECALL, PRECISION = 0.96, 1.0


@dataclass(frozen=True)
class Pair:
    label: str
    why: str
    left: Card
    right: Card


def card(text: str) -> Card:
    """A card from «Фамилия Имя Отчество; field=value», a company with its form in front."""
    name, *rest = (piece.strip() for piece in text.split(";"))
    fields = [piece.split("=", 1) for piece in rest]
    form, _, words = name.partition(" ")
    found = company(words, legal_form=form) if form == "ООО" else person(name)
    if form == "ИП":
        found = person(words, legal_form=form)
        found.kind = "company"
    for key, value in fields:
        _put(found, key, value)
    return found


def _put(found: Card, key: str, value: str) -> None:
    if key == "phone":
        found.phones = value.split()
    elif key == "email":
        found.emails = [value]
    elif key == "birth":
        found.birth = date.fromisoformat(value)
    elif key == "car":
        number, kind, day = value.split()
        found.events = [*found.events, (int(number), kind, date.fromisoformat(day))]
    elif key == "at":
        found.texts |= dict(zip(("city", "street", "house"), value.split("|"), strict=True))
    else:
        found.texts[key] = value


def read() -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Pair(row["label"], row["why"], card(row["left"]), card(row["right"])) for row in rows]


@pytest.fixture(scope="module")
def found() -> dict[int, float]:
    """The probability of each golden pair, by its place in the file."""
    cards = [one for pair in read() for one in (pair.left, pair.right)]
    candidates = propose(base(*cards), threshold=0.5, report=silent).candidates
    edges = candidates.select("left", "right", "probability").rows()
    inside = {(a - 1) // 2: p for a, b, p in edges if (a - 1) // 2 == (b - 1) // 2}
    across = [(a, b, p) for a, b, p in edges if (a - 1) // 2 != (b - 1) // 2]
    assert across == []
    return inside


def test_enough_of_the_same_is_found_and_nothing_else(found: dict[int, float]) -> None:
    pairs = read()
    same = {place for place, pair in enumerate(pairs) if pair.label == "same"}
    missed = [pairs[place].why for place in sorted(same - set(found))]
    wrong = [f"{pairs[p].why}: {found[p]:.3f}" for p in sorted(set(found) - same)]
    report = "\n".join(["missed:", *missed, "wrong:", *wrong])
    assert len(same & set(found)) >= RECALL * len(same), report
    assert len(same & set(found)) >= PRECISION * len(found), report
