"""How much of what is one client blocking brings together at all, estimated without a truth.

Each kind of evidence (phones, names, cars …) catches its own part of the true pairs. How many
are caught by one kind only, against those caught by two, tells how many none catches: Chao's
lower bound of a population caught on several occasions (A. Chao, Biometrics 43, 1987).
"""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from matching.core.book import Index, Mask
from matching.core.results import Catch, Coverage
from matching.core.slot import Slot

# So many likely pairs tell the shares to within a point.
_SAMPLE, _SEED = 5_000, 20_170_301
_CAUGHT = {"pair": pl.Int64(), "key": pl.Utf8(), "kind": pl.Utf8()}


def coverage(
    slots: Sequence[Slot], left: Index, right: Index, size: int, evidence: Mapping[str, str]
) -> Coverage:
    """What the slots bring together of the likely pairs of positions.

    ``evidence`` is the kind of evidence of each key; a key that it lacks is of its own kind.
    """
    if len(left) > _SAMPLE:
        chosen = np.random.default_rng(_SEED).choice(len(left), _SAMPLE, replace=False)
        left, right = left[chosen], right[chosen]
    wanted = np.zeros(size, dtype=np.bool_)
    wanted[left], wanted[right] = True, True
    pairs = pl.DataFrame({"pair": np.arange(len(left)), "left": left, "right": right})
    caught = [_caught(slot, wanted, pairs, evidence) for slot in slots]
    found = pl.concat([pl.DataFrame(schema=_CAUGHT), *caught]).unique(maintain_order=True)
    alone = found.group_by("pair").agg(pl.col("key").first(), pl.col("key").n_unique().alias("n"))
    kinds = found.group_by("pair").agg(pl.col("kind").n_unique())["kind"]
    return Coverage(
        sampled=len(left),
        kinds=found["kind"].n_unique(),
        once=int((kinds == 1).sum()),
        twice=int((kinds == 2).sum()),  # noqa: PLR2004 - as it says
        catches=_catches(found, alone.filter(pl.col("n") == 1)),
    )


def _caught(
    slot: Slot, wanted: Mask, pairs: pl.DataFrame, evidence: Mapping[str, str]
) -> pl.DataFrame:
    """The pairs that share a token of the slot."""
    kept = np.flatnonzero(wanted[slot.owners])
    entries = pl.DataFrame({"record": slot.owners[kept], "token": slot.tokens[kept]})
    key = slot.name.split("/")[0]
    both = pairs.join(entries, left_on="left", right_on="record").join(
        entries, left_on=["right", "token"], right_on=["record", "token"], how="semi"
    )
    return both.select(
        pl.col("pair").cast(pl.Int64), key=pl.lit(key), kind=pl.lit(evidence.get(key, key))
    )


def _catches(found: pl.DataFrame, alone: pl.DataFrame) -> tuple[Catch, ...]:
    pairs = dict(found.group_by("key", maintain_order=True).len().iter_rows())
    only = dict(alone.group_by("key").len().iter_rows())
    return tuple(Catch(key, count, only.get(key, 0)) for key, count in pairs.items())
