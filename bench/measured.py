"""Runs the program as a child process and measures it."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.generator.build import Summary

ROOT = Path(__file__).parent.parent
_KIB_PER_MB = 1024


class ChildFailedError(Exception):
    """The program ended with an error; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: how long by the clock and of the processor, its peak, what it said.

    The peak is of one process, the processor's time of its children, too.
    """

    seconds: float
    processor: float
    peak_mb: float
    output: str


def command(*arguments: str | Path) -> list[str]:
    """The command line of the program with these arguments."""
    return [sys.executable, str(ROOT / "main.py"), *(str(part) for part in arguments)]


def whole_job(summary: Summary, folder: Path, out: Path, *, approve_at: float) -> list[str | Path]:
    """The arguments of ``run`` on generated files with a new base in the folder."""
    files = summary.paths
    return [
        "run", "--sales", files["sales"], "--service", files["service"],
        "--base", folder / "base.sverka", "--out", out, "--approve-at", str(approve_at),
    ]  # fmt: skip


def environment() -> dict[str, str]:
    """The environment of a child: English, no screen."""
    return os.environ | {"LANGUAGE": "en", "QT_QPA_PLATFORM": "offscreen"}


def run(arguments: Sequence[str | Path], folder: Path) -> Run:
    """Runs the program to its end.

    Raises:
        ChildFailedError: the exit code is not 0.
    """
    return measured(command(*arguments), folder)


def measured(line: Sequence[str], folder: Path) -> Run:
    """Runs any command line to its end, in the project's folder; what it says goes into ours.

    Raises:
        ChildFailedError: the exit code is not 0.
    """
    written, said = folder / "stdout.txt", folder / "stderr.txt"
    started = time.perf_counter()
    with written.open("wb") as output, said.open("wb") as errors:
        child = subprocess.Popen(  # noqa: S603 - our own program, or a peer
            line, stdout=output, stderr=errors, cwd=ROOT, env=environment()
        )
        # wait4 tells the memory of this very child and of what it waited for.
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        text = said.read_text(encoding="utf-8", errors="replace")
        raise ChildFailedError(f"exit code {child.returncode}: {text[-2000:]}")
    text = written.read_text(encoding="utf-8", errors="replace")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KIB_PER_MB, text)
