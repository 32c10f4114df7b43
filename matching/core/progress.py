"""Progress of a whole job made of stages of different lengths."""

from dataclasses import dataclass
from typing import Self

from matching.core.results import Report

TOTAL = 1000


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the job's progress; every report may raise, and that cancels the job."""

    report: Report
    start: int = 0
    end: int = TOTAL

    def at(self, done: int, total: int) -> None:
        """Say how far the stage is."""
        share = done / total if total else 1.0
        self.report(self.start + round((self.end - self.start) * share), TOTAL)

    def part(self, start: float, end: float) -> Self:
        """The part of this stage between two shares of it."""
        width = self.end - self.start
        return type(self)(
            self.report, self.start + round(width * start), self.start + round(width * end)
        )
