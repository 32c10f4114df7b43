"""The count of verdicts of a field, kind by kind, and whether they reach the floor."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

from bench.generator.draw import Dice
from bench.rule_dirt.kinds import Answer, Dirty, Floor, Spoilable, Verdict, verdict

CLEAN = "(clean)"
_MOST_BLOCKED = 0.0005
_EXAMPLES = 4
_TRIES = 30
# Half a blocked value in a thousand shows only among many.
_CLEAN_TIMES = 10


@dataclass(slots=True)
class Score:
    """How often each verdict fell on one kind of dirt in one field, with examples of the bad."""

    name: str
    kind: str
    floor: Floor
    count: Counter[Verdict] = field(default_factory=Counter)
    blocked: int = 0
    examples: list[tuple[Verdict, Dirty, Answer]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All values."""
        return self.count.total()

    @property
    def judged(self) -> int:
        """The values of which the rule could tell that they are dirty."""
        return self.total - self.count[Verdict.UNDETECTABLE]

    def share(self, *verdicts: Verdict) -> float:
        """The part of the judged values that got one of the verdicts."""
        return sum(self.count[one] for one in verdicts) / self.judged if self.judged else 1.0

    def add(self, dirty: Dirty, said: Answer) -> None:
        """Count one answer."""
        found = verdict(dirty, said)
        self.count[found] += 1
        self.blocked += said.blocked
        shown = sum(one is found for one, _, _ in self.examples)
        if found in (Verdict.WRONG, Verdict.MISSED, Verdict.FLAGGED) and shown < _EXAMPLES:
            self.examples.append((found, dirty, said))

    def faults(self) -> Iterator[str]:
        """What is below the floor."""
        if self.count[Verdict.WRONG]:
            yield f"{self.count[Verdict.WRONG]} silently changed to something wrong"
        if self.kind == CLEAN and self.blocked > _MOST_BLOCKED * self.total:
            yield f"{self.blocked} of {self.total} valid values blocked"
        least = {
            Floor.KEY: (0.99, self.share(Verdict.RIGHT, Verdict.FLAGGED)),
            Floor.KEPT: (0.98, self.share(Verdict.RIGHT, Verdict.FLAGGED)),
            Floor.PARTS: (0.98, self.share(Verdict.RIGHT)),
            Floor.TWO_WORDS: (0.95, self.share(Verdict.RIGHT)),
            Floor.UNDONE: (0.98, self.share(Verdict.RIGHT)),
        }.get(self.floor)
        if least and least[1] < least[0]:
            yield f"{self.floor.value}: {least[1]:.2%}"


def scores(dirt: Spoilable, values: int, seed: int) -> Iterator[Score]:
    """The score of clean values, then of each kind of dirt, on as many values each."""
    dice = _dice(dirt.name, CLEAN, seed)
    clean = Score(dirt.name, CLEAN, dirt.clean_floor)
    for _ in range(values * _CLEAN_TIMES):
        written = dirt.cleanly(dice)
        clean.add(written, dirt.read(written.text))
    yield clean
    for number, (name, floor) in enumerate(dirt.floors):
        dice = _dice(dirt.name, name, seed)
        score = Score(dirt.name, name, floor)
        for _ in range(values * _TRIES):
            dirty = dirt.spoiled(number, dice)
            if dirty is not None:
                score.add(dirty, dirt.read(dirty.text))
            if score.total == values:
                break
        yield score


def _dice(field_name: str, kind: str, seed: int) -> Dice:
    """The same draws for a kind whatever other kinds there are."""
    return Dice(seed, crc32(f"{field_name}/{kind}".encode()))
