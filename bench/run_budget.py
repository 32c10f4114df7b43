"""Time and memory of the whole job and of a check at 150,000 rows: ``python -m bench.run_budget``.

Beside each stands the reference loop, and the seconds as they would be on an office PC.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generator.build import Order, generate, usual_forms
from bench.measured import Run, run, whole_job
from bench.reference import OFFICE, reference

# 2.6 rows come of a person.
_PERSONS = 57_000
_SECONDS, _MEGABYTES = 20.0, 1024.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=_PERSONS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="the budget of time")
    parser.add_argument("--megabytes", type=float, default=_MEGABYTES, help="that of memory")
    return parser.parse_args()


def main() -> int:
    """Print a row of figures for each command; 1 if a budget is exceeded."""
    options = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        order = Order(
            options.persons, options.seed, "medium", folder, usual_forms(options.seed, "csv")
        )
        summary = generate(order)
        rows = summary.rows.total()
        print("| command | rows | seconds | MB | loop, ms | seconds at 150 ms |")
        print("|---|---|---|---|---|---|")
        job = whole_job(summary, folder, folder / "export", approve_at=0.99)
        done = _measured("run", rows, job, folder)
        check = _measured("check", rows, ["check", folder / "base.sverka", "--all"], folder)
    slow = max(done.seconds, check.seconds) > options.seconds
    large = max(done.peak_mb, check.peak_mb) > options.megabytes
    return int(slow or large)


def _measured(name: str, rows: int, arguments: Sequence[str | Path], folder: Path) -> Run:
    before = reference()
    done = run(arguments, folder)
    loop = (before + reference()) / 2
    print(
        f"| {name} | {rows:,} | {done.seconds:.1f} | {done.peak_mb:,.0f} | {loop:.0f} "
        f"| {done.seconds / loop * OFFICE:.1f} |",
        flush=True,
    )
    return done


if __name__ == "__main__":
    sys.exit(main())
