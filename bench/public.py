"""Our matching and a tuned Splink on the public labelled sets: ``python -m bench public --data D``.

One general configuration for a set and no labels; only the truth is read to count.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from bench import evaluate, public_sets
from bench.evaluate import Score
from bench.measured import Run, measured
from bench.peer import PeerMissingError, interpreter, splink
from bench.public_sets import SETS, PublicSet

VARIABLE = "SVERKA_PUBLIC_DATA"
_STRICT, _CUTS = 0.999, 40
_HEADER = (
    "| set | records | who | F1 | P | R | R@.999 | found | clusters F1 | clusters P "
    "| clusters R | seconds | MB |"
)


@dataclass(frozen=True, slots=True)
class Result:
    """How right pairs and clusters are, at the best threshold of each."""

    pairs: Score
    strict: float
    found: float
    clusters: Score


def judged(case: PublicSet, pairs: pl.DataFrame) -> Result:
    """The scores of the pairs (left_id, right_id, weight, admitted) against the truth."""
    if case.linked:
        source = dict(case.records.select("unique_id", "source").iter_rows())
        left, right = (pairs[side].replace_strict(source) for side in ("left_id", "right_id"))
        pairs = pairs.filter(left != right)
    pairs = evaluate.of_persons(pairs, case.persons)
    curve = evaluate.curve(pairs.select("same", probability="weight"), case.true_pairs)
    _, best = curve.best()
    found = int(pairs["same"].sum()) / max(case.true_pairs, 1)
    return Result(best, curve.recall_at(_STRICT), found, best_clusters(case, pairs))


def best_clusters(case: PublicSet, pairs: pl.DataFrame) -> Score:
    """The best pairwise score of the clusters that the admitted pairs above a threshold make."""
    joined = pairs.filter("admitted")
    cuts = joined["weight"].unique().sort()
    step = max(1, len(cuts) // _CUTS)
    scores = [
        _clusters(case, joined.filter(pl.col("weight") >= cut)) for cut in cuts.gather_every(step)
    ]
    return max(scores, key=lambda score: score.f1, default=Score(1.0, 0.0))


def _clusters(case: PublicSet, edges: pl.DataFrame) -> Score:
    cards = case.persons["card"].sort()
    ends = [cards.search_sorted(edges[side]).to_numpy() for side in ("left_id", "right_id")]
    ones = np.ones(edges.height, dtype=np.int8)
    graph = coo_array((ones, tuple(ends)), shape=(len(cards), len(cards)))
    _, parts = connected_components(graph, directed=False)
    members = pl.DataFrame({"card": cards, "client": parts}).join(case.persons, on="card")
    if not case.linked:
        return evaluate.client_score(members, case.true_pairs)
    source = case.records.select(card="unique_id", source="source")
    return _linked_score(members.join(source, on="card"), case.true_pairs)


def _linked_score(members: pl.DataFrame, true_pairs: int) -> Score:
    """Of clusters over two sources only the pairs between them count."""

    def between(*by: str) -> int:
        sides = members.group_by(by).agg(
            left=(pl.col("source") == 1).sum().cast(pl.Int64), size=pl.len().cast(pl.Int64)
        )
        return int((sides["left"] * (sides["size"] - sides["left"])).sum())

    together, right = between("client"), between("client", "person")
    return Score(right / together if together else 1.0, right / max(true_pairs, 1))


def ours(case: PublicSet, folder: Path) -> tuple[pl.DataFrame, Run]:
    """The pairs that our matching proposes, and what they cost."""
    source, target = folder / "records.parquet", folder / "ours.parquet"
    case.records.write_parquet(source)
    arguments = ["-m", "bench.ours_public", case.name, str(source), str(target)]
    run = measured([sys.executable, *arguments], folder)
    return pl.read_parquet(target), run


def peers(case: PublicSet, folder: Path) -> tuple[pl.DataFrame, Run]:
    """The pairs that Splink predicts, and what they cost."""
    source, target = folder / "records.parquet", folder / "splink.parquet"
    case.records.write_parquet(source)
    run = splink("public_splink", case.name, source, target)
    return pl.read_parquet(target).with_columns(admitted=pl.lit(value=True)), run


def row(case: PublicSet, who: str, result: Result, run: Run) -> str:
    """One line of the table."""
    pairs, clusters = result.pairs, result.clusters
    return (
        f"| {case.name} | {case.records.height:,} | {who} | {pairs.f1:.4f} | {pairs.precision:.4f} "
        f"| {pairs.recall:.4f} | {result.strict:.4f} | {result.found:.4f} | {clusters.f1:.4f} "
        f"| {clusters.precision:.4f} | {clusters.recall:.4f} | {run.seconds:.1f} "
        f"| {run.peak_mb:,.0f} |"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get(VARIABLE))
    parser.add_argument("--sets", choices=list(SETS), nargs="+", default=list(SETS))
    parser.add_argument("--ours-only", action="store_true", help="without Splink")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 without the sets or without Splink."""
    options = _options(arguments)
    if options.data is None:
        print(f"Name the folder of the public sets by --data or in {VARIABLE}.", file=sys.stderr)
        return 1
    if not options.ours_only:
        try:
            interpreter()
        except PeerMissingError as error:
            print(error, file=sys.stderr)
            return 1
    print(_HEADER)
    print("|---" * _HEADER.count(" | ") + "|---|")
    for name in options.sets:
        case = public_sets.SETS[name](Path(options.data))
        with TemporaryDirectory() as folder:
            pairs, run = ours(case, Path(folder))
            print(row(case, "ours", judged(case, pairs), run), flush=True)
            if not options.ours_only:
                pairs, run = peers(case, Path(folder))
                print(row(case, "Splink", judged(case, pairs), run), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
