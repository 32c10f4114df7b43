"""What holds a group of records together, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from matching.core.grouping import Clusters

Edge: TypeAlias = tuple[int, int, float]
"""Two records and the probability that they are one."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The edges that a group hangs on.

    ``weakest`` is the least likely edge that the group cannot do without: the likeliest way from
    one record to any other leads over nothing weaker. ``bridges`` are the edges without which it
    falls into two parts, the least likely first.
    """

    weakest: Edge
    bridges: tuple[Edge, ...]


def ties(edges: Sequence[Edge]) -> Ties:
    """The ties of a group, given all its edges, one at least."""
    upwards = sorted(edges, key=lambda edge: (edge[2], edge[0], edge[1]))
    spanning = _spanning(upwards[::-1])
    return Ties(
        weakest=spanning[-1],
        bridges=tuple(edge for edge in spanning[::-1] if _is_bridge(edge, upwards, spanning)),
    )


def _spanning(edges: Sequence[Edge]) -> list[Edge]:
    """The edges that join two parts when they are taken one after the other."""
    cards = sorted({card for edge in edges for card in edge[:2]})
    number = {card: place for place, card in enumerate(cards)}
    clusters = Clusters(len(cards), ())
    found = []
    for edge in edges:
        a, b = (clusters.find(number[card]) for card in edge[:2])
        if a != b:
            clusters.join(a, b)
            found.append(edge)
    return found


def _is_bridge(edge: Edge, edges: Sequence[Edge], spanning: Sequence[Edge]) -> bool:
    """Whether the group falls apart without an edge of what spans it."""
    return len(_spanning([one for one in edges if one != edge])) < len(spanning)
