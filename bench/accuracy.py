"""How right ``sverka run`` is on generated files: ``python -m bench.accuracy --seeds 1 2 3``."""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from bench import evaluate
from bench.evaluate import Curve, Score, TrapShare
from bench.generator.build import Order, Summary, generate, usual_forms
from bench.generator.dirt import LEVELS
from bench.measured import Run, run, whole_job

_STRICT, _FAIR = 0.999, 0.99
_HEADER = (
    "| seed | rows | F1 | P | R | at | R@.999 | R@.99 | clients P | clients R "
    "| seconds | MB | rows astray |"
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one seed gave."""

    seed: int
    rows: int
    curve: Curve
    clients: Score
    traps: list[TrapShare]
    unaccounted: int
    run: Run


def measure(summary: Summary, folder: Path, *, seed: int, approve_at: float) -> Result:
    """Runs the program on generated files and compares its exports with the truth."""
    out = folder / "export"
    done = run(whole_job(summary, folder, out, approve_at=approve_at), folder)
    truth = evaluate.read_table(folder / "truth.csv")
    links = evaluate.read_table(out / "links.csv")
    known = evaluate.persons(truth)
    true_pairs = evaluate.pairs_within(known, "person")
    pairs = evaluate.labelled(evaluate.read_table(out / "candidates.csv"), known)
    members = evaluate.membership(links, known)
    return Result(
        seed=seed,
        rows=truth.height,
        curve=evaluate.curve(pairs, true_pairs),
        clients=evaluate.client_score(members, true_pairs),
        traps=evaluate.trap_shares(
            evaluate.read_table(folder / "traps.csv"), members, pairs, at=approve_at
        ),
        unaccounted=evaluate.rows_astray(truth, links),
        run=done,
    )


def table(results: Iterable[Result], approve_at: float) -> str:
    """The figures as a table for the documents."""
    lines = [_HEADER, "|---" * _HEADER.count(" | ") + "|---|"]
    for one in results:
        at, best = one.curve.best()
        lines.append(
            f"| {one.seed} | {one.rows:,} | {best.f1:.4f} | {best.precision:.4f} "
            f"| {best.recall:.4f} | {at:.3f} | {one.curve.recall_at(_STRICT):.3f} "
            f"| {one.curve.recall_at(_FAIR):.3f} | {one.clients.precision:.4f} "
            f"| {one.clients.recall:.4f} | {one.run.seconds:.1f} | {one.run.peak_mb:,.0f} "
            f"| {one.unaccounted} |"
        )
    return "\n".join([*lines, "", f"Clients after approval at {approve_at}."])


def trap_table(results: Iterable[Result], approve_at: float) -> str:
    """What share of each kind of trap was approved, over all seeds."""
    pairs: Counter[str] = Counter()
    approved: Counter[str] = Counter()
    merged: Counter[str] = Counter()
    for one in (trap for result in results for trap in result.traps):
        pairs[one.kind] += one.pairs
        approved[one.kind] += one.approved
        merged[one.kind] += one.merged
    lines = [f"| trap | pairs | scored ≥ {approve_at} | one client |", "|---|---|---|---|"]
    lines += [
        f"| {kind} | {count:,} | {approved[kind] / count:.2%} | {merged[kind] / count:.2%} |"
        for kind, count in sorted(pairs.items())
    ]
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--persons", type=int, default=4000)
    parser.add_argument("--dirt", choices=sorted(LEVELS), default="medium")
    parser.add_argument("--approve-at", type=float, default=0.99)
    return parser.parse_args()


def main() -> None:
    """Generate, run, compare, print."""
    options = _options()
    results = []
    for seed in options.seeds:
        with TemporaryDirectory() as name:
            folder = Path(name)
            order = Order(options.persons, seed, options.dirt, folder, usual_forms(seed, "csv"))
            summary = generate(order)
            results.append(measure(summary, folder, seed=seed, approve_at=options.approve_at))
    print(f"Dirt {options.dirt}, {options.persons:,} persons, polars {pl.__version__}.\n")
    print(table(results, options.approve_at))
    print()
    print(trap_table(results, options.approve_at))


if __name__ == "__main__":
    main()
