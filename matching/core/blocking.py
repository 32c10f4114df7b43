"""Blocking: the pairs of cards worth comparing, by many narrow keys."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core.book import Index
from matching.core.content import Hashes
from matching.core.key import Key
from matching.core.pairs import Runs, cut
from matching.core.progress import Stage
from matching.core.results import KeyReport, TooManyPairsError

# Beyond it the pairs alone fill half a gigabyte; a base of a million cards stays ten times below.
CAP = 30_000_000
# About as many keys as persons have; for the progress only.
_KEYS = 25


@dataclass(frozen=True, slots=True)
class Blocks:
    """Pairs of positions, left < right, each once and in order; and what each key did."""

    left: Index
    right: Index
    keys: tuple[KeyReport, ...]


def block(keys: Iterable[Key], size: int, stage: Stage, cap: int = CAP) -> Blocks:
    """The pairs that share a key.

    Raises:
        TooManyPairsError: they are more than the cap.
    """
    found: list[Index] = []
    reports: list[KeyReport] = []
    for done, key in enumerate(keys):
        stage.at(min(done, _KEYS), _KEYS)
        runs, report = _runs(key)
        reports.append(report)
        if sum(report.pairs for report in reports) > cap * 2:
            raise _too_many(reports, cap)
        found.extend(_pairs(part, size) for part in runs)
    pairs = _distinct(found)
    if len(pairs) > cap:
        raise _too_many(reports, cap)
    stage.at(1, 1)
    return Blocks(pairs // max(size, 1), pairs % max(size, 1), tuple(reports))


def _too_many(reports: list[KeyReport], cap: int) -> TooManyPairsError:
    worst = max(reports, key=lambda report: report.pairs)
    return TooManyPairsError(sum(report.pairs for report in reports), cap, worst.key)


def _runs(key: Key) -> tuple[list[Runs], KeyReport]:
    """The runs to pair up: small ones whole, frequent ones by each split."""
    order = _sorted(key.hashes, key.owners)
    owners, hashes = key.owners[order], key.hashes[order]
    small, large = cut(owners, hashes, key.limit)
    result, covered = [small], 0
    inside = large.members()
    for split in key.splits:
        chosen = order[inside]
        chosen = chosen[split[chosen] != 0]
        mixed = key.hashes[chosen] * np.uint64(31) ^ split[chosen]
        again = _sorted(mixed, key.owners[chosen])
        narrow, _ = cut(key.owners[chosen][again], mixed[again], key.limit * 2)
        result.append(narrow)
        covered += narrow.count
    report = KeyReport(
        key=key.name,
        pairs=small.count + covered,
        split=len(large.sizes) if key.splits else 0,
        dropped=0 if key.splits else len(large.sizes),
        lost_pairs=max(large.count - covered, 0),
    )
    return result, report


def _sorted(hashes: Hashes, owners: Index) -> Index:
    """The order by hash, then by owner."""
    order: Index = np.lexsort((owners, hashes))
    return order


def _pairs(runs: Runs, size: int) -> Index:
    """Every pair inside each run, as left * size + right."""
    a, b = runs.pairs()
    pairs: Index = np.minimum(a, b) * size + np.maximum(a, b)
    distinct: Index = pairs[a != b]
    return distinct


def _distinct(found: list[Index]) -> Index:
    """Each pair once, in order."""
    parts = [pl.Series(part) for part in found if len(part)]
    if not parts:
        return np.zeros(0, dtype=np.int64)
    pairs: Index = pl.concat(parts).unique().sort().to_numpy()
    return pairs
