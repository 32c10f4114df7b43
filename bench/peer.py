"""Where the peers are installed, and how one is run beside ours."""

import os
import subprocess
import sys
from pathlib import Path

from bench.measured import ROOT, Run, measured

VARIABLE = "SVERKA_PEER_PYTHON"


class PeerMissingError(Exception):
    """The peer is not installed; the text says how to install it."""


def interpreter() -> str:
    """The Python that has Splink: the one the variable names, else this one.

    Raises:
        PeerMissingError: it has no Splink.
    """
    python = os.environ.get(VARIABLE, sys.executable)
    known = subprocess.run(  # noqa: S603 - an interpreter
        [python, "-c", "import duckdb, splink"], capture_output=True, cwd=ROOT, check=False
    )
    if known.returncode:
        raise PeerMissingError(
            f"Splink is not installed for {python}: run “pip install '.[peers]'” in an "
            f"environment of its own and name its Python in {VARIABLE}."
        )
    return python


def splink(module: str, name: str, source: Path, target: Path) -> Run:
    """Runs Splink with the models of that name in a module of ``bench.peers``.

    ``source`` and ``target`` are Parquet files: cards in, pairs with their weights out.
    """
    line = [interpreter(), "-m", "bench.peers.splink_run", module, name]
    return measured([*line, str(source), str(target)], target.parent)
