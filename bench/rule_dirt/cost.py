"""What one value costs each field's rule: microseconds of the processor, and loops beside it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.generator.draw import Dice
from bench.rule_dirt.kinds import Spoilable

_ROUNDS = 5
_LOOPS = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """Microseconds a value of a field, clean and dirty."""

    field: str
    clean: float
    dirty: float


def reference() -> float:
    """Microseconds of a hundred turns of a loop that counts."""
    return _least(lambda _: _loop(), [""] * 2000)


def cost(dirt: Spoilable, values: int, seed: int) -> Cost:
    """The least of several rounds over distinct values, the caches of words being warm."""
    dice = Dice(seed, 77)
    clean = [dirt.cleanly(dice).text for _ in range(values)]
    spoiled = (dirt.spoiled(number % len(dirt.floors), dice) for number in range(values))
    dirty = [one.text for one in spoiled if one]
    return Cost(dirt.name, _least(dirt.read, clean), _least(dirt.read, dirty))


def _loop() -> int:
    found = 0
    for _ in range(_LOOPS):
        found += 1
    return found


def _least(call: Callable[[str], object], texts: Sequence[str]) -> float:
    """Microseconds a call in the fastest of the rounds."""
    fastest = float("inf")
    for _ in range(_ROUNDS):
        started = time.process_time()
        for text in texts:
            call(text)
        fastest = min(fastest, time.process_time() - started)
    return fastest / max(1, len(texts)) * 1e6
