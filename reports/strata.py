"""The pairs of a base in strata, and a random sample of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
import polars as pl

from reports.pairs_of_base import BasePairs

SURE, LIKELY = 0.99, 0.9
_FLOOR = 20  # of the whole sample a stratum gets at least one part in so many
_PAIR = ["left", "right"]


class Stratum(StrEnum):
    """What the base holds a pair for; the first two are one client, the others are candidates."""

    JOINED_SURE = "joined_sure"
    JOINED = "joined"
    APART_LIKELY = "apart_likely"
    APART = "apart"


JOINED = (Stratum.JOINED_SURE, Stratum.JOINED)
APART = (Stratum.APART_LIKELY, Stratum.APART)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample: left, right and stratum of each pair, in random order and sides; sizes of all."""

    pairs: tuple[tuple[int, int, Stratum], ...]
    sizes: Mapping[Stratum, int]


def strata(base: BasePairs) -> dict[Stratum, pl.DataFrame]:
    """left, right of every pair of each stratum.

    Pairs of one client are sure where the two were proposed at 0.99 or more; of the candidates
    that are not one client those are likely that have a probability of 0.9 or more. Candidates of
    which a card is kept out are in none.
    """
    several = base.members.filter(pl.len().over("client") > 1)
    left, right = several.rename({"card": "left"}), several.rename({"card": "right"})
    joined = left.join(right, on="client").filter(pl.col("left") < pl.col("right")).select(_PAIR)
    candidates = base.candidates.select(*_PAIR, "probability")
    sure = candidates.filter(pl.col("probability") >= SURE)
    apart = _with_clients(candidates, base.members)
    likely = pl.col("probability") >= LIKELY
    found = {
        Stratum.JOINED_SURE: joined.join(sure, on=_PAIR, how="semi"),
        Stratum.JOINED: joined.join(sure, on=_PAIR, how="anti"),
        Stratum.APART_LIKELY: apart.filter(likely),
        Stratum.APART: apart.filter(~likely),
    }
    return {name: pairs.select(_PAIR).sort(_PAIR) for name, pairs in found.items()}


def allocated(total: int, sizes: Mapping[Stratum, int]) -> dict[Stratum, int]:
    """How many pairs of each stratum to draw: as the root of its size, and a few of each.

    In proportion the small strata, where the errors are, would hardly be seen.
    """
    given = {name: min(size, max(1, total // _FLOOR)) for name, size in sizes.items()}
    while (left := total - sum(given.values())) > 0:
        room = {name: size - given[name] for name, size in sizes.items() if size > given[name]}
        if not room:
            break
        weight = sum(sqrt(sizes[name]) for name in room)
        shares = {name: min(room[name], int(left * sqrt(sizes[name]) / weight)) for name in room}
        if not any(shares.values()):
            shares[max(room, key=lambda name: sizes[name])] = 1
        given |= {name: given[name] + share for name, share in shares.items()}
    return given


def draw(found: Mapping[Stratum, pl.DataFrame], *, total: int, seed: int) -> Drawn:
    """A random sample of the strata; the same seed draws the same pairs."""
    random = np.random.default_rng(seed)
    sizes = {name: pairs.height for name, pairs in found.items()}
    drawn: list[tuple[int, int, Stratum]] = []
    for name, count in allocated(total, sizes).items():
        places = np.sort(random.choice(sizes[name], count, replace=False))
        drawn += [(left, right, name) for left, right in found[name][places].iter_rows()]
    turned = random.random(len(drawn)) < 1 / 2
    order = random.permutation(len(drawn))
    pairs = ((*drawn[at][1::-1], drawn[at][2]) if turned[at] else drawn[at] for at in order)
    return Drawn(tuple((left, right, name) for left, right, name in pairs), sizes)


def _with_clients(candidates: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """The candidates whose cards are two clients."""
    for side in _PAIR:
        candidates = candidates.join(
            members.rename({"card": side, "client": f"{side}_client"}), on=side
        )
    return candidates.filter(pl.col("left_client") != pl.col("right_client"))
