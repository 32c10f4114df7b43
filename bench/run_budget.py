"""Time and memory of the whole job at 150,000 rows: ``python -m bench.run_budget``."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generator.build import Order, generate, usual_forms
from bench.measured import run, whole_job

# About 2.4 rows come of a person.
_PERSONS = 62_000
_SECONDS, _MEGABYTES = 60.0, 2048.0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=_PERSONS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="the budget of time")
    parser.add_argument("--megabytes", type=float, default=_MEGABYTES, help="that of memory")
    return parser.parse_args()


def main() -> int:
    """Print a row of figures; 1 if a budget is exceeded."""
    options = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        order = Order(
            options.persons, options.seed, "medium", folder, usual_forms(options.seed, "csv")
        )
        summary = generate(order)
        out = folder / "export"
        done = run(whole_job(summary, folder, out, approve_at=0.99), folder)
        exported = sum(path.stat().st_size for path in out.iterdir())
    print("| rows | seconds | MB | rows/s | exported MB |\n|---|---|---|---|---|")
    rows = summary.rows.total()
    print(
        f"| {rows:,} | {done.seconds:.1f} | {done.peak_mb:,.0f} | {rows / done.seconds:,.0f} "
        f"| {exported / 1e6:.0f} |"
    )
    return int(done.seconds > options.seconds or done.peak_mb > options.megabytes)


if __name__ == "__main__":
    sys.exit(main())
