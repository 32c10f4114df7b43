"""How long new rows take until their candidates are there: ``python -m bench new_rows``.

Beside it, in the same run and base, the search of everything; at the end ``verify`` tells whether
a rebuild gives the same.
"""

import argparse
import csv
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.generator.build import FileForm, Order, generate
from bench.reference import OFFICE, reference
from db.base import opened
from db.engine import Engine
from workflow import load
from workflow.propose import Proposed, propose
from workflow.verify import verify

_PERSONS, _NEW = 62_000, 1_000
_KIB_PER_MB = 1024
_T = TypeVar("_T")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=_PERSONS, help="2.6 rows come of a person")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--new", type=int, default=_NEW, help="rows that come in afterwards")
    parser.add_argument("--base", type=Path, help="a new base to leave behind")
    parser.add_argument(
        "--verify", action="store_true", help="compare with a rebuild, which is long"
    )
    return parser.parse_args()


def main() -> int:
    """Print a row of figures for each step; 1 if a rebuild gives anything else."""
    options = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        sales, service, new = _files(folder, options.persons, options.seed, options.new)
        base = str(options.base or folder / "base.sverka")
        with opened(base, create=True) as engine:
            load.load_all(
                engine, [load.Order(sales, "sales"), load.Order(service, "service")], by=""
            )
            return _measure(engine, new, check=options.verify)


def _files(folder: Path, persons: int, seed: int, held: int) -> tuple[Path, Path, Path]:
    """The sales file, the service file less some of its rows, and those rows as a file."""
    form = FileForm("csv", "utf-8", ";", titled=False)
    order = Order(persons, seed, "medium", folder, {"sales": form, "service": form})
    paths = generate(order).paths
    with paths["service"].open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    random.Random(seed).shuffle(rows)
    parts = folder / "old.csv", folder / "new.csv"
    for path, part in zip(parts, (rows[held:], rows[:held]), strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([header, *part])
    return paths["sales"], *parts


def _measure(engine: Engine, new: Path, *, check: bool) -> int:
    print("| step | cards | pairs compared | seconds | loop, ms | seconds at 150 ms |")
    print("|---|---|---|---|---|---|")
    _search("search of everything", engine, everything=True)
    loaded = _timed(
        "load of new rows",
        lambda: load.load(engine, load.Order(new, "service"), by=""),
        lambda found: (found.cards, 0),
    )
    found = _search(f"search for {loaded.new:,} new rows", engine)
    faults = verify(engine).faults if check else ()
    again = _search("search of everything anew", engine, everything=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MB
    print(f"\nCandidates: {found.candidates:,}, anew {again.candidates:,}; at most {peak:,.0f} MB.")
    if found.news is None:
        print("The rows were too many for a search of what is new.")
        return 1
    if check:
        print(*faults or ["A rebuild gives the same."], sep="\n")
    return int(bool(faults))


def _search(name: str, engine: Engine, *, everything: bool = False) -> Proposed:
    return _timed(
        name,
        lambda: propose(engine, by="", everything=everything),
        lambda found: (
            found.summary.cards if found.news is None else found.news,
            found.summary.compared,
        ),
    )


def _timed(name: str, step: Callable[[], _T], told: Callable[[_T], tuple[int, int]]) -> _T:
    """What a step gives; prints its row."""
    before = reference()
    started = time.perf_counter()
    found = step()
    seconds = time.perf_counter() - started
    loop = (before + reference()) / 2
    cards, compared = told(found)
    print(
        f"| {name} | {cards:,} | {compared:,} | {seconds:.1f} | {loop:.0f} "
        f"| {seconds / loop * OFFICE:.1f} |",
        flush=True,
    )
    return found


if __name__ == "__main__":
    sys.exit(main())
