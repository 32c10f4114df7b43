"""The tables of what is known about written files: ``truth.csv`` and ``traps.csv``."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bench.generator.order import Summary
from bench.generator.sheet import Cells
from bench.generator.town import TrapPair

TRAP_HEADER = ("kind", "left_source", "left_id", "right_source", "right_id")
TRUTH_HEADER = ("source", "row", "source_id", "person_id", "line")


@contextmanager
def table(path: Path, header: Cells) -> Iterator[TextIO]:
    """A new CSV file with its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(header)
        yield file


def write_traps(file: TextIO, traps: Iterable[TrapPair], summary: Summary) -> None:
    """Adds traps to their table and to the summary."""
    rows = csv.writer(file, lineterminator="\n")
    for trap in traps:
        rows.writerow((trap.kind, *trap.left, *trap.right))
        summary.traps[trap.kind] += 1
