"""What pairs of one kind of record are judged by: fields, their levels, blocks of fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from matching.core.book import Mask

Levels: TypeAlias = NDArray[np.uint8]
"""The level of one field for each pair; 0 = nothing to compare."""
Compared: TypeAlias = dict[str, Levels]
"""The levels of every field, by its name."""
Shares: TypeAlias = dict[IntEnum, tuple[float, float, float]]
"""How often each level occurs in pairs of one client, of related ones and of strangers."""

SAME, RELATED, NAMESAKE, STRANGER = range(4)
"""The classes; a namesake is a stranger whose name agrees more often than chance would have it."""

TOWN = 20_000
"""A base is at least so many cards to the strangers in it: a small one is drawn from a town."""
PAIRS_PER_CARD = (0.6, 0.4, 0.02)
"""Pairs of one client, of related ones and of namesakes, to expect for each card; 0 = no class."""


@dataclass(frozen=True, eq=False)
class Field:
    """A field, its levels (0 = missing), and what is known of them before any card is seen.

    ``per_card`` are levels that strangers reach by accident: their share is that of the table
    per card of the base. ``keyed`` are those at which the value itself is known, so that its
    rarity counts. ``other`` are those at which the field is of another, whatever stands beside
    it. Of a ``sampled`` field random pairs of the base show the strangers' shares; of a
    ``pinned`` one the class *related* learns nothing. ``silent`` levels go without saying.
    """

    name: str
    levels: type[IntEnum]
    shares: Shares = field(default_factory=dict)
    per_card: tuple[IntEnum, ...] = ()
    keyed: tuple[IntEnum, ...] = ()
    other: tuple[IntEnum, ...] = ()
    silent: tuple[IntEnum, ...] = ()
    sampled: bool = False
    pinned: bool = False

    @property
    def size(self) -> int:
        """How many levels the field has, with "missing"."""
        return max(self.levels) + 1


@dataclass(frozen=True, eq=False)
class Block:
    """Fields judged together, because their errors hang together.

    ``chance`` are levels that related people reach by chance only, whatever else they share:
    relatives have one surname and often one patronymic, but each a first name.
    """

    name: str
    fields: tuple[Field, ...]
    chance: Mapping[str, tuple[IntEnum, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rarity:
    """Logarithms of frequencies of what agrees, in steps fine enough to move a probability little.

    Related people share the values of the fields in ``chance`` by chance; the others for a reason.
    ``beside`` says that it is of no name: namesakes, too, share it by chance only.
    """

    name: str
    step: float
    chance: tuple[str, ...] = ()
    bits: int = 4
    beside: bool = False


@dataclass(frozen=True, eq=False)
class Plan:
    """What the pairs of one kind of record are judged by.

    ``seeds`` marks patterns surely of one client and patterns surely of related ones,
    ``vetoes`` for each trusted field those that it contradicts in. The first block tells
    namesakes: in it they are as alike as one client's cards. ``town`` is how many records a
    base has at least to the strangers in it.
    """

    kind: str
    blocks: tuple[Block, ...]
    rarities: tuple[Rarity, ...]
    seeds: Callable[[Compared], tuple[Mask, Mask]]
    vetoes: Callable[[Compared], dict[str, Mask]]
    beside: tuple[Field, ...] = ()
    pairs_per_card: tuple[float, float, float] = PAIRS_PER_CARD
    town: int = TOWN

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields that are compared, with those ``beside`` the blocks, which only veto."""
        return (*(field for block in self.blocks for field in block.fields), *self.beside)

    def vetoed(self, levels: Compared) -> Mask:
        """Whether a trusted field contradicts."""
        veto = np.zeros(len(levels[self.fields[0].name]), dtype=np.bool_)
        for contradicts in self.vetoes(levels).values():
            veto |= contradicts
        return veto
