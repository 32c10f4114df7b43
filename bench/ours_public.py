"""Runs our matching on a public set, in a process of its own: ``ours_public SET RECORDS OUT``."""

import sys
from pathlib import Path

import polars as pl

from bench.public_sets import FIELDS
from matching.general.propose import propose

_LOWEST = 0.02
"""A threshold far below the one in use, so that the curve shows what lies under it."""


def run(name: str, source: Path, target: Path) -> None:
    """Writes left_id, right_id, weight and admitted of every pair proposed."""
    records = pl.read_parquet(source).rename({"unique_id": "id"})
    fields = FIELDS[name]
    proposal = propose(records, fields, threshold=_LOWEST, report=lambda _done, _of: None)
    proposal.candidates.select(
        "admitted", left_id="left", right_id="right", weight="probability"
    ).write_parquet(target)


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
