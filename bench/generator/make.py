"""Makes all districts, several at a time; the outcome does not depend on how many."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from bench.generator.cards import RowText, Tally
from bench.generator.clerk import Habits
from bench.generator.draw import Dice
from bench.generator.headers import Heading
from bench.generator.sheet import Cells, assembler
from bench.generator.spill import Stored
from bench.generator.town import Factory, TrapPair

_TWICE = 0.0008
_TIES = 1 << 30


@dataclass(frozen=True, slots=True)
class Maker:
    """What a process must know to make a district."""

    persons: int
    seed: int
    habits: dict[str, Habits]
    headings: dict[str, tuple[Heading, ...]]

    def factory(self, tally: Tally) -> Factory:
        """The factory of the districts; it counts the dirt in the tally."""
        return Factory(persons=self.persons, seed=self.seed, habits=self.habits, tally=tally)


@dataclass(frozen=True, slots=True)
class Batch:
    """One district, ready to be written."""

    rows: dict[str, list[Stored]]
    traps: list[TrapPair]
    dirt: Tally


def made(maker: Maker) -> Iterator[Batch]:
    """Every district in order."""
    count = maker.factory(Counter()).count
    jobs = min(count, os.cpu_count() or 1)
    if jobs == 1:
        yield from (_batch(maker, number) for number in range(count))
        return
    # "spawn" works alike everywhere; a forked child would inherit the threads of polars.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_batch, [maker] * count, range(count))


def _batch(maker: Maker, number: int) -> Batch:
    with _no_collector():
        return _built(maker, number)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the cyclic collector, which costs a third of the time while a district grows."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _built(maker: Maker, number: int) -> Batch:
    tally: Tally = Counter()
    typed = maker.factory(tally).district(number)
    dice = Dice(maker.seed, 6, number)
    rows = {
        source: list(_stored(texts, assembler(maker.headings[source]), dice, tally))
        for source, texts in typed.rows.items()
    }
    return Batch(rows, typed.traps, tally)


def _stored(
    texts: list[RowText], assemble: Callable[[RowText], Cells], dice: Dice, tally: Tally
) -> Iterator[Stored]:
    for text in texts:
        cells, card = assemble(text), text.card
        yield text.day, dice.below(_TIES), cells, card.code, card.truth
        if dice.chance(_TWICE):
            tally["row_twice"] += 1
            yield text.day, dice.below(_TIES), cells, card.code, card.truth
