"""Runs our matching on stored frames, in a process of its own: ``python -m bench.ours IN OUT``."""

import sys
from pathlib import Path

import polars as pl

from bench.frames import FRAMES
from matching import MatchInput, propose

_LOWEST = 0.1
"""A threshold far below the one in use, so that the curve shows what lies under it."""


def run(folder: Path, target: Path) -> None:
    """Writes left_id, right_id, probability, weight and admitted of every pair proposed."""
    frames = {name: pl.read_parquet(folder / f"{name}.parquet") for name in FRAMES}
    proposal = propose(MatchInput(**frames), threshold=_LOWEST, report=lambda _done, _of: None)
    proposal.candidates.select(
        "probability",
        "admitted",
        left_id="left",
        right_id="right",
        weight="probability",
    ).write_parquet(target)
    print(f"compared {proposal.summary.compared}")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
