"""What the last search of everything left in the base, with what searches since have added."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Self

import numpy as np

from db import meta, queue
from db import shelf as base
from db.engine import Connection
from db.shelf import Part
from matching import core, dealer
from matching.core.book import Index
from matching.core.content import Hashes, mixed, numbers
from matching.core.shelf import Rows, among, ordered, without
from matching.dealer.encode import Cards
from matching.dealer.past import Past
from matching.dealer.propose import Searched
from matching.dealer.shelved import LOOKED_UP_OFTEN, kind_of_rows
from workflow import rules_in_force

_PAST, _VOID = "past", "void"
_ADDED = -1  # the part of what searches since have added; the others are of the search of all
_ROWS = 32_768
_LIBRARIES = ("numpy", "rapidfuzz", "scipy")


@dataclass(frozen=True, slots=True)
class Last:
    """The last search of everything: by which program, from which probability, of how many cards.

    ``since`` is how many cards searches since found to be new, changed or gone; ``candidates`` and
    ``groups`` are how many there are now.
    """

    seal: str
    threshold: float
    cards: int
    candidates: int = 0
    groups: int = 0
    since: int = 0

    @classmethod
    def of(cls, connection: Connection) -> Self | None:
        """What is known of it, None where nothing was kept of any."""
        text = meta.get(connection, meta.SEARCH)
        return cls(**json.loads(text)) if text else None

    @property
    def counted(self) -> tuple[int, int]:
        """How many candidates there are, and in how many groups."""
        return self.candidates, self.groups

    def put(self, connection: Connection) -> None:
        """Write it down."""
        meta.put(connection, meta.SEARCH, json.dumps(asdict(self)))

    def more(self, cards: int, candidates: int, groups: int) -> Self:
        """The same with so many cards more that are otherwise since, and so many candidates."""
        return replace(
            self,
            since=self.since + cards,
            candidates=self.candidates + candidates,
            groups=self.groups + groups,
        )


def seal() -> str:
    """A digest of everything in the program that a search hangs on."""
    return hashlib.blake2b(f"{rules_in_force.program()}{_engine()}".encode()).hexdigest()[:32]


@cache
def _engine() -> str:
    """A digest of matching itself, and of the libraries that compute for it."""
    digest = hashlib.blake2b(digest_size=16)
    for name in _LIBRARIES:
        digest.update(version(name).encode())
    for package in (core, dealer):
        for path in sorted(Path(str(package.__file__)).parent.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def keep(connection: Connection, searched: Searched, threshold: float) -> Last:
    """Put what a search of everything left in place of what an earlier one did."""
    base.clear(connection)
    base.write(connection, [Part(_PAST, 0, 0, searched.past.dumps())])
    for name, rows in searched.rows().items():
        base.write(connection, _parts(name, rows))
    base.forget_unsearched(connection)
    counted = queue.count_candidates(connection, threshold)
    last = Last(seal(), threshold, len(searched.cards), *counted)
    last.put(connection)
    return last


def past(connection: Connection) -> Past | None:
    """The past that is kept, None where there is none or another version made it."""
    last = Last.of(connection)
    if last is None or last.seal != seal():
        return None
    return Past.loads(base.read(connection, _PAST, [0])[0])


def printed(cards: Cards) -> str:
    """A seal of the cards as matching sees them."""
    return f"{_total(cards.ids, cards.fingerprint):016x}"


def moved(before: str, was: Rows, now: Rows) -> str:
    """The seal after some cards were otherwise, told by what is kept of them."""
    less, more = (_total(rows["key"], rows["print"]) for rows in (was, now))
    return f"{(int(before, 16) - less + more) % 2**64:016x}"


def _total(ids: Index, prints: Hashes) -> int:
    hashes = mixed(numbers(ids), prints)
    return int(np.add.reduce(hashes, dtype=np.uint64))


def holds(connection: Connection, searched: Searched) -> bool:
    """Whether what is kept is of this search, whose candidates are written."""
    last, shelf = Last.of(connection), Kept(connection)
    if last is None or queue.count_candidates(connection, last.threshold) != last.counted:
        return False
    return all(np.array_equal(shelf.all(name), rows) for name, rows in searched.rows().items())


def _parts(name: str, rows: Rows) -> Iterator[Part]:
    """The rows in parts; rows of one key are never parted."""
    keys = np.ascontiguousarray(rows["key"])
    start = number = 0
    while start < len(rows):
        end = start + _ROWS
        if end < len(rows):
            end = int(np.searchsorted(keys, keys[end], side="left"))
            end = end if end > start else int(np.searchsorted(keys, keys[start], side="right"))
        yield Part(name, number, int(keys[start]), rows[start:end].tobytes())
        start, number = end, number + 1


class Kept:
    """The rows that are kept, as ``matching.core.shelf.Shelf``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._parts: dict[str, tuple[list[int], Index]] = {}
        for name, found in base.firsts(connection).items():
            own = [(part, first) for part, first in found if part != _ADDED]
            firsts = np.array([first for _, first in own], dtype=np.int64)
            self._parts[name] = [part for part, _ in own], firsts
        self._held: dict[tuple[str, int], Rows] = {}
        added = base.of_number(connection, _ADDED)
        self._void = np.frombuffer(added.pop(_VOID, b""), dtype=np.int64)
        self._added = {name: _as_rows(name, data) for name, data in added.items()}

    def find(self, name: str, keys: Index) -> Rows:
        """The rows that have one of the keys, which are distinct and in order."""
        parts, firsts = self._parts.get(name, ([], np.zeros(0, dtype=np.int64)))
        at = np.searchsorted(firsts, keys.astype(np.int64), side="right") - 1
        places, starts = np.unique(at, return_index=True)
        of_place = dict(zip(places.tolist(), np.split(keys, starts)[1:], strict=True))
        asked = {parts[place]: mine for place, mine in of_place.items() if place >= 0}
        found = [among(rows, asked[part]) for part, rows in self._read(name, list(asked))]
        stored = without(np.concatenate([_as_rows(name), *found]), self._void)
        return _both(stored, among(self._of_added(name), keys))

    def of_cards(self, name: str, cards: Index) -> Rows:
        """The rows of these cards."""
        stored = self._stored(name)
        mine = stored[np.isin(stored["card"], np.setdiff1d(cards, self._void))]
        added = self._of_added(name)
        return _both(mine, added[np.isin(added["card"], cards)])

    def all(self, name: str) -> Rows:
        """All rows of a name."""
        stored = self._stored(name)
        return _both(without(stored, self._void), self._of_added(name))

    def add(self, rows: Mapping[str, Rows], gone: Index) -> None:
        """Add rows, and leave out what is kept of the cards that are gone or otherwise."""
        for name, fresh in rows.items():
            self._added[name] = _both(without(self._of_added(name), gone), fresh)
        self._void = np.union1d(self._void, gone.astype(np.int64))
        data = {name: of.tobytes() for name, of in self._added.items() if len(of)}
        base.replace(self._connection, _ADDED, data | {_VOID: self._void.tobytes()})

    def _of_added(self, name: str) -> Rows:
        return self._added.get(name, _as_rows(name))

    def _stored(self, name: str) -> Rows:
        """All that the search of everything left under a name."""
        found = self._read(name, self._parts.get(name, ([], None))[0])
        return np.concatenate([_as_rows(name), *(rows for _, rows in found)])

    def _read(self, name: str, parts: list[int]) -> Iterator[tuple[int, Rows]]:
        """The numbers and the rows of these parts, in order."""
        held = self._held if name in LOOKED_UP_OFTEN else {}
        new = [part for part in parts if (name, part) not in held]
        read = base.read(self._connection, name, new) if new else []
        held |= {(name, part): _as_rows(name, data) for part, data in zip(new, read, strict=True)}
        return ((part, held[name, part]) for part in parts)


def _as_rows(name: str, data: bytes = b"") -> Rows:
    return np.frombuffer(data, dtype=kind_of_rows(name))


def _both(one: Rows, other: Rows) -> Rows:
    if not len(other):
        return one
    return ordered(np.concatenate((one, other))) if len(one) else other
