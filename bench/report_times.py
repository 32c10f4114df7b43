"""Every report of a large base, by the clock: ``python -m bench report_times BASE``.

``python -m bench report_base BASE`` fills one. Each report is a run of the program of its own,
after one that leaves what reports keep in the base; beside each stands how often SQLite counts the
orders of each month, and their money, in the same time.
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from bench.measured import Run, run
from db import tables
from db.base import opened
from db.engine import reading
from reports import catalogue

_SECONDS = 5.0


def main() -> int:
    """Print a row of figures for each report; 1 if one is over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("--names", nargs="*", default=catalogue.names())
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="the budget of time")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        first = _report(options.base, options.names[0], folder)
        print(f"The first one, which makes the parts: {first.seconds:.1f} s\n")
        print("| report | seconds | of the processor | MB | to SQL |")
        print("|---|---|---|---|---|")
        slow = [one for one in options.names if _told(options.base, one, folder) > options.seconds]
    return int(bool(slow))


def _told(base: str, name: str, folder: Path) -> float:
    before = _counted_by_sql(base)
    done = _report(base, name, folder)
    peer = (before + _counted_by_sql(base)) / 2
    print(
        f"| {name} | {done.seconds:.1f} | {done.processor:.1f} | {done.peak_mb:,.0f} "
        f"| {done.seconds / peer:.2f} |",
        flush=True,
    )
    return done.seconds


def _report(base: str, name: str, folder: Path) -> Run:
    return run(["report", base, "--funnel", name, "--json"], folder)


def _counted_by_sql(base: str) -> float:
    """Seconds that SQLite takes for the orders of each month and their money."""
    event = tables.event.c
    month = func.substr(event.date, 1, 7)
    money = func.sum(event.amount)
    statement = select(month, func.count(), money).where(event.kind == "order").group_by(month)
    with opened(base) as engine, reading(engine) as connection:
        started = time.perf_counter()
        connection.execute(statement).all()
        return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
