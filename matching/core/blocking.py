"""Blocking: the pairs of cards worth comparing, by many narrow keys."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core.book import Index
from matching.core.key import Key
from matching.core.pairs import cut
from matching.core.progress import Stage
from matching.core.results import KeyReport, TooManyPairsError
from matching.core.slot import Frequent, Slot, Tokens, lay

# Beyond it the pairs alone fill half a gigabyte; a base of a million cards stays ten times below.
CAP = 30_000_000
# About as many keys as persons have; for the progress only.
_KEYS = 25


@dataclass(frozen=True, slots=True)
class Blocks:
    """Pairs of positions, left < right, each once and in order; and what each key did.

    ``slots`` are what the records were laid into, ``frequent`` the tokens passed over.
    """

    left: Index
    right: Index
    keys: tuple[KeyReport, ...]
    slots: tuple[Slot, ...]
    frequent: Frequent


def block(
    keys: Iterable[Key],
    size: int,
    stage: Stage,
    cap: int = CAP,
    *,
    frequent: Frequent | None = None,
) -> Blocks:
    """The pairs that share a key.

    ``frequent`` are the tokens that an earlier search passed over, None to find them here.

    Raises:
        TooManyPairsError: they are more than the cap.
    """
    found: list[Index] = []
    reports: list[KeyReport] = []
    slots: list[Slot] = []
    passed_over: dict[str, Tokens] = {}
    for done, key in enumerate(keys):
        stage.at(min(done, _KEYS), _KEYS)
        laid = lay(key, frequent)
        reports.append(laid.report)
        slots += laid.slots
        passed_over |= laid.frequent
        if sum(report.pairs for report in reports) > cap * 2:
            raise _too_many(reports, cap)
        found.extend(_pairs(slot, size) for slot in laid.slots)
    pairs = _distinct(found)
    if len(pairs) > cap:
        raise _too_many(reports, cap)
    stage.at(1, 1)
    left, right = pairs // max(size, 1), pairs % max(size, 1)
    return Blocks(left, right, tuple(reports), tuple(slots), passed_over)


def _too_many(reports: list[KeyReport], cap: int) -> TooManyPairsError:
    worst = max(reports, key=lambda report: report.pairs)
    return TooManyPairsError(sum(report.pairs for report in reports), cap, worst.key)


def _pairs(slot: Slot, size: int) -> Index:
    """Every pair that shares a token, as left * size + right."""
    runs, _ = cut(slot.owners, slot.tokens, len(slot.tokens))
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
