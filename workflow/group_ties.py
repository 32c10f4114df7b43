"""What holds each group of candidates together, and what speaks against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import polars as pl

from db import queue as base
from db.engine import Connection
from matching.core.ties import Edge, Ties, ties
from matching.dealer.encode import Cards
from matching.dealer.veto import contradict
from reports import pairs_of_base
from resources.texts import gettext
from workflow import propose
from workflow.progress import Progress, Silent

_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Tie:
    """Two cards, as source:id, and the probability that they are one client."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class GroupTies:
    """A group with its cards, as source:id.

    ``weakest`` is the least likely candidate that the group cannot do without, ``bridges`` are
    those without which it falls in two, ``conflicts`` pairs that contradict each other.
    """

    group: int
    cards: tuple[str, ...]
    weakest: Tie
    bridges: tuple[Tie, ...]
    conflicts: tuple[tuple[str, str], ...]


def group_ties(connection: Connection, progress: Progress | None = None) -> list[GroupTies]:
    """The ties of every group that waits for a decision, the weakest first."""
    progress = progress or Silent()
    progress.stage(gettext("Looking through the groups"))
    waiting = base.groups(connection, None).filter(pl.col("state") == "open")
    if waiting.is_empty():
        return []
    edges: dict[int, list[Edge]] = {}
    for left, right, probability, group, _ in waiting.sort("left", "right").iter_rows():
        edges.setdefault(group, []).append((left, right, probability))
    cards = propose.encoded(connection, progress)
    names = {
        card: f"{source}:{key}"
        for card, source, key, *_ in pairs_of_base.cards(connection).iter_rows()
    }
    against = _contradicting(cards, [_members(found) for found in edges.values()])
    found = [
        _told(group, ties(of_group), _members(of_group), against, names)
        for group, of_group in edges.items()
    ]
    return sorted(found, key=lambda one: (one.weakest.probability, one.group))


def _members(edges: Iterable[Edge]) -> list[int]:
    return sorted({card for edge in edges for card in edge[:2]})


def _contradicting(cards: Cards, groups: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """The pairs inside the groups that contradict each other."""
    pairs = [pair for members in groups for pair in combinations(members, 2)]
    found: set[tuple[int, int]] = set()
    for start in range(0, len(pairs), _CHUNK):
        part = pairs[start : start + _CHUNK]
        ends = np.searchsorted(cards.ids, np.array(part, dtype=np.int64))
        veto = contradict(cards, ends[:, 0], ends[:, 1])
        found.update(pair for pair, apart in zip(part, veto.tolist(), strict=True) if apart)
    return found


def _told(
    group: int,
    found: Ties,
    members: Sequence[int],
    against: set[tuple[int, int]],
    names: dict[int, str],
) -> GroupTies:
    def named(edge: Edge) -> Tie:
        return Tie(names[edge[0]], names[edge[1]], edge[2])

    return GroupTies(
        group=group,
        cards=tuple(names[card] for card in members),
        weakest=named(found.weakest),
        bridges=tuple(map(named, found.bridges)),
        conflicts=tuple(
            (names[a], names[b]) for a, b in combinations(members, 2) if (a, b) in against
        ),
    )
