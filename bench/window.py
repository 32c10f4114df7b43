"""How long the window stands still while it works: ``python -m bench.window --runs 3``."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.generator.build import Order, generate, usual_forms
from bench.make_demo import FILES
from bench.measured import ROOT, ChildFailedError, environment
from bench.reference import OFFICE

_DEMO = {"sales": FILES / "sales.csv", "service": FILES / "service.xlsx"}
_HEADER = "| job | s | longest gap | without stalls | 99 % | over 50 ms | loop | at 150 ms |"
Sitting = list[dict[str, float | str]]


def sit_down(files: dict[str, Path], folder: Path) -> Sitting:
    """What one window said of itself from its start to its end, a dictionary a line.

    Raises:
        ChildFailedError: the window did not come to its end.
    """
    command = [sys.executable, "-m", "bench.desk", "--out", str(folder)]
    command += ["--started", str(time.time())]
    for kind, path in files.items():
        command += [f"--{kind}", str(path)]
    quiet = {"QT_LOGGING_RULES": "*.warning=false"}  # offscreen says what it cannot do
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, env=environment() | quiet, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ChildFailedError(
            f"exit code {done.returncode}: {(done.stdout + done.stderr)[-2000:]}"
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def table(sittings: list[Sitting]) -> str:
    """The medians of several sittings as a table for the documents."""
    lines = [_HEADER, "|---" * (_HEADER.count("|") - 1) + "|"]
    for jobs in zip(*(sitting[1:] for sitting in sittings), strict=True):
        seconds, longest, worst, most, over, loop = (
            median(float(job[name]) for job in jobs)
            for name in ("seconds", "longest", "worst", "most", "over", "reference")
        )
        alike = median(float(job["worst"]) / float(job["reference"]) for job in jobs) * OFFICE
        lines.append(
            f"| {jobs[0]['job']} | {seconds:.1f} | {longest:.0f} | {worst:.0f} | {most:.0f} "
            f"| {over:.0f} | {loop:.0f} | {alike:.0f} |"
        )
    painted = median(float(sitting[0]["painted"]) for sitting in sittings)
    return "\n".join([f"Painted {painted:.1f} s after the start.", "", *lines])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="medians of so many are printed")
    parser.add_argument("--persons", type=int, default=0, help="0: the files of the demo")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Work in the window several times and print the medians."""
    options = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = _DEMO
        if options.persons:
            forms = usual_forms(options.seed, "csv")
            made = folder / "files"
            files = generate(Order(options.persons, options.seed, "medium", made, forms)).paths
        sittings = []
        for number in range(options.runs):
            place = folder / f"run-{number}"
            place.mkdir()
            sittings.append(sit_down(files, place))
        print(table(sittings))


if __name__ == "__main__":
    main()
