"""Our matching beside a tuned Splink, on the same clean cards: ``python -m bench splink``.

Files are generated and loaded; both read the cards that the rules let through, Splink with its
own blocking, comparisons and term frequencies (``bench/peers/dealer_splink.py``). Both run in a
process of their own, which is what time and memory are of, the start of Python included.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from bench import cases, evaluate
from bench.cases import Case
from bench.evaluate import Bin, Curve
from bench.generator.dirt import LEVELS
from bench.measured import Run, measured
from bench.peer import PeerMissingError, interpreter, splink
from bench.peers.dealer_input import peer_cards

_STRICT, _FAIR, _SURE = 0.999, 0.99, 0.99
_BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_HEADER = (
    "| dirt | seed | rows | cards | who | F1 | P | R | R@.999 | R@.99 | found | seconds | MB |"
)


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two made of a case: its pairs, judged, and what it cost."""

    who: str
    pairs: pl.DataFrame
    curve: Curve
    found: float
    run: Run


def sides(case: Case) -> list[Side]:
    """Ours and Splink on the case."""
    cases.store(case)
    source = case.folder / "peer.parquet"
    peer_cards(case.frames).write_parquet(source)
    targets = [case.folder / f"pairs_{who}.parquet" for who in ("ours", "splink")]
    ours = [sys.executable, "-m", "bench.ours", str(case.folder), str(targets[0])]
    return [
        _side("ours", targets[0], measured(ours, case.folder), case),
        _side("Splink", targets[1], splink("dealer_splink", "dealer", source, targets[1]), case),
    ]


def _side(who: str, path: Path, run: Run, case: Case) -> Side:
    pairs = evaluate.of_persons(pl.read_parquet(path), case.persons)
    # Splink's probability rounds to 1 where its weight still tells pairs apart.
    ranked = pairs.select("same", probability="weight")
    found = int(pairs["same"].sum()) / max(case.true_pairs, 1)
    return Side(who, pairs, evaluate.curve(ranked, case.true_pairs), found, run)


def row(level: str, seed: int, case: Case, side: Side) -> str:
    """One line of the table."""
    _, best = side.curve.best()
    return (
        f"| {level} | {seed} | {case.rows:,} | {case.persons.height:,} | {side.who} "
        f"| {best.f1:.4f} | {best.precision:.4f} | {best.recall:.4f} "
        f"| {side.curve.recall_at(_STRICT):.3f} | {side.curve.recall_at(_FAIR):.3f} "
        f"| {side.found:.3f} | {side.run.seconds:.1f} | {side.run.peak_mb:,.0f} |"
    )


def bins(found: pl.DataFrame) -> list[Bin]:
    """The reliability by bins, and of everything said to be likely as the last one."""
    return [
        *evaluate.reliability(found, _BOUNDS),
        *evaluate.reliability(found, (0.99, 1.0)),
    ]


def calibration(level: str, who: str, found: pl.DataFrame) -> list[str]:
    """Lines of the table of what was said and what was true."""
    return [
        f"| {level} | {who} | {one.low:g} – {one.high:g} | {one.pairs:,} "
        f"| {one.said:.4f} | {one.true:.4f} | {one.true - one.said:+.4f} |"
        for one in bins(found)
    ]


def sure_traps(case: Case, pairs: pl.DataFrame) -> pl.DataFrame:
    """By kind of trap: its pairs, and how many of them are said to be one client for sure."""
    sure = pairs.filter(pl.col("probability") >= _SURE)
    both = pl.concat([
        sure.select(left="left_id", right="right_id"), sure.select(left="right_id", right="left_id")
    ]).unique().with_columns(sure=pl.lit(1))  # fmt: skip
    judged = case.traps.unique().join(both, on=["left", "right"], how="left")
    return judged.group_by("kind").agg(pairs=pl.len(), sure=pl.col("sure").sum()).sort("kind")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--persons", type=int, default=20000)
    parser.add_argument("--dirt", choices=sorted(LEVELS), nargs="+", default=list(LEVELS))
    parser.add_argument("--keep", type=Path, help="a folder that keeps cards, truth and pairs")
    return parser.parse_args()


def main() -> int:
    """Print the table, the calibration and the traps; 1 without Splink."""
    options = _options()
    try:
        interpreter()
    except PeerMissingError as error:
        print(error, file=sys.stderr)
        return 1
    print(_HEADER)
    print("|---" * _HEADER.count(" | ") + "|---|")
    said: dict[tuple[str, str], list[pl.DataFrame]] = {}
    traps: dict[tuple[str, str], list[pl.DataFrame]] = {}
    for level in options.dirt:
        for seed in options.seeds:
            with TemporaryDirectory() as name:
                kept = options.keep / f"{level}-{seed}" if options.keep else Path(name)
                kept.mkdir(parents=True, exist_ok=True)
                case = cases.made(options.persons, seed, level, kept)
                case.persons.write_parquet(kept / "persons.parquet")
                case.traps.write_parquet(kept / "traps.parquet")
                for side in sides(case):
                    print(row(level, seed, case, side), flush=True)
                    said.setdefault((level, side.who), []).append(side.pairs)
                    traps.setdefault((level, side.who), []).append(sure_traps(case, side.pairs))
    _print_calibration(said)
    _print_traps(traps)
    return 0


def _print_calibration(said: dict[tuple[str, str], list[pl.DataFrame]]) -> None:
    print("\n| dirt | who | said | pairs | mean said | true | true less said |")
    print("|---|---|---|---|---|---|---|")
    for (level, who), parts in said.items():
        found = pl.concat([part.select("probability", "same") for part in parts])
        print("\n".join(calibration(level, who, found)))


def _print_traps(traps: dict[tuple[str, str], list[pl.DataFrame]]) -> None:
    print(f"\n| dirt | who | trap | pairs | said ≥ {_SURE} | share |")
    print("|---|---|---|---|---|---|")
    for (level, who), parts in traps.items():
        total = pl.concat(parts).group_by("kind").agg(pl.col("pairs", "sure").sum()).sort("kind")
        for kind, count, sure in total.iter_rows():
            print(f"| {level} | {who} | {kind} | {count:,} | {sure:,} | {sure / count:.2%} |")


if __name__ == "__main__":
    sys.exit(main())
