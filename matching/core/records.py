"""What the engine asks of the records it matches."""

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Floats, Index, Mask
from matching.core.key import Key
from matching.core.plan import Compared, Plan


class Records(Protocol):
    """Records of one kind, each known by its position among all."""

    @property
    def plan(self) -> Plan:
        """What their pairs are judged by."""

    @property
    def members(self) -> Index:
        """The positions of the records of this kind.

        Random pairs are drawn by this order: where it is one by content, the order of the rows
        changes nothing.
        """

    def keys(self) -> Iterator[Key]:
        """The blocking keys, made one by one."""

    def compare(self, left: Index, right: Index) -> Compared:
        """The level of every field of the plan for each pair of positions."""

    def sampled(self, left: Index, right: Index) -> Compared:
        """The level of every ``sampled`` field of the plan, as ``compare`` gives it."""

    def rarities(self, levels: Compared, left: Index, right: Index) -> dict[str, Floats]:
        """For each rarity of the plan the logarithm of how frequent the agreeing values are."""

    def usual(self) -> dict[str, float]:
        """How often two strangers share the value of each field that rarities call chance."""

    def relations(
        self, levels: Compared, left: Index, right: Index, same: Mask
    ) -> NDArray[np.str_]:
        """What each pair is to each other; ``same`` marks those that are likelier one than not."""
