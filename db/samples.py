"""Blind samples drawn from a base: which pairs, from which strata; the files hold only ids."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from db import decisions, journal, meta, queue, rule_books
from db.engine import Connection

_PREFIX = "sample:"


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A sample: the pairs in the order of the file, each left, right and stratum.

    ``sizes`` are those of the strata, ``state`` tells whether the base has changed since.
    """

    seed: int
    pairs: tuple[tuple[int, int, str], ...]
    sizes: Mapping[str, int]
    state: tuple[str, ...]


def state(connection: Connection) -> tuple[str, ...]:
    """What changes when the pairs of a base may have changed."""
    return (
        str(queue.last_row(connection)),
        str(decisions.count(connection)),
        str(rule_books.last(connection)),
        meta.get(connection, meta.PROPOSED_FOR),
        meta.get(connection, meta.THRESHOLD),
    )


def keep(connection: Connection, name: str, sample: SampleRow, by: str) -> None:
    """Keep a sample under its name, and say so in the journal."""
    meta.put(connection, _PREFIX + name, journal.dumps(asdict(sample)))
    details: dict[str, str | int | float | list[int] | list[str] | None] = {
        "sample": name,
        "seed": sample.seed,
        "pairs": len(sample.pairs),
        **sample.sizes,
    }
    journal.append(connection, by, "sample", details)


def find(connection: Connection, name: str) -> SampleRow | None:
    """The sample of that name, None if none was drawn."""
    text = meta.get(connection, _PREFIX + name)
    if not text:
        return None
    kept: dict[str, Any] = json.loads(text)
    pairs = tuple((int(left), int(right), str(name)) for left, right, name in kept["pairs"])
    return SampleRow(int(kept["seed"]), pairs, kept["sizes"], tuple(kept["state"]))
