"""Kills the program at random moments: ``python -m bench.kill --trials 200``.

Each trial starts one command on a copy of a base, sends SIGKILL within the time the command
takes, and opens the base again: it must be whole and look as before the command or as after it,
and as after it where the command had already said that it was done.
"""

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generator.build import Order, Summary, generate, usual_forms
from bench.generator.draw import Dice
from bench.measured import ROOT, command, environment, run
from db.base import opened
from db.errors import KnownError
from workflow import export as exporting
from workflow import verify as verifying

STAGES = ("run", "load sales", "load service", "propose", "approve", "export", "undo")
_BASE = "base.sverka"
PERSONS = 300
_APPROVE_AT = "0.9"
# The first part of a command is its start; three kills of four fall into its work, and some
# come after its end: then the command's word must hold.
_START, _LATEST, _EARLY = 0.35, 1.08, 0.25


@dataclass(frozen=True, slots=True)
class Stage:
    """One command of the job: its arguments, how long it takes, how the base looks around it."""

    name: str
    arguments: tuple[str, ...]
    snapshot: Path
    seconds: float
    before: str
    after: str


@dataclass(slots=True)
class Outcome:
    """What all the trials showed; ``faults`` is empty if all is well."""

    trials: Counter[str] = field(default_factory=Counter)
    unfinished: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def torture(trials: int, *, seed: int, folder: Path) -> Outcome:
    """Runs the job once to its end, then that many trials spread over its commands."""
    summary = generate(
        Order(PERSONS, seed, "medium", folder / "files", usual_forms(seed, "csv"))
    )  # fmt: skip
    stages = rehearse(summary, folder / "rehearsal")
    dice, outcome = Dice(seed, 7), Outcome()
    for number in range(trials):
        trial(stages[number % len(stages)], folder / "trial", dice, outcome)
    return outcome


def rehearse(summary: Summary, folder: Path) -> list[Stage]:
    """Runs every command to its end and keeps the base as it was before each."""
    work = folder / "work"
    work.mkdir(parents=True)
    stages, decision, before = [], "", ""
    for number, name in enumerate(STAGES):
        arguments = _arguments(name, summary, decision)
        if name == "approve":
            run(_placed(_arguments("export", summary, ""), work), folder)
        snapshot = folder / f"before-{number}"
        shutil.copytree(work, snapshot)
        started = time.perf_counter()
        output = run(_placed(arguments, work), folder).output
        seconds = time.perf_counter() - started
        if name == "approve":
            decision = str(json.loads(output)["decision"])
        after = _looked_at(work, folder)
        stages.append(Stage(name, arguments, snapshot, seconds, before, after))
        before = after
        if name == "run":  # the commands after it do the same, one by one
            shutil.rmtree(work)
            work.mkdir()
            before = ""
    return stages


def _looked_at(work: Path, folder: Path) -> str:
    """The fingerprint of a base that goes on being used: taken of a copy."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(work, copy)
    return fingerprint(copy, folder / "look")


def fingerprint(place: Path, look: Path) -> str:
    """A hash of what the base in a folder exports, "" for an empty one or none.

    The base is opened in place, checked, and exported into the second folder.

    Raises:
        KnownError: the base cannot be opened or is not whole.
    """
    shutil.rmtree(look, ignore_errors=True)
    if not (place / _BASE).exists():
        return ""
    with opened(str(place / _BASE), create=True) as engine:
        faults = verifying.verify(engine).faults
        if faults:
            raise KnownError("; ".join(faults))
        exporting.export(engine, look, by="bench")
    return _hash_of(look)


def _hash_of(folder: Path) -> str:
    if len((folder / "links.csv").read_bytes().splitlines()) == 1:
        return ""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _arguments(name: str, summary: Summary, decision: str) -> tuple[str, ...]:
    paths = summary.paths
    files = ("--sales", str(paths["sales"]), "--service", str(paths["service"]))
    ends = ("--base", "{base}", "--out", "{out}", "--approve-at", _APPROVE_AT)
    return {
        "run": ("run", *files, *ends),
        "load sales": ("load", "{base}", str(paths["sales"]), "--kind", "sales"),
        "load service": ("load", "{base}", str(paths["service"]), "--kind", "service"),
        "propose": ("propose", "{base}"),
        "approve": ("approve", "{base}", "--at", _APPROVE_AT, "--json"),
        "undo": ("undo", "{base}", decision),
        "export": ("export", "{base}", "{out}"),
    }[name]


def _placed(arguments: tuple[str, ...], place: Path) -> list[str]:
    return [part.format(base=place / _BASE, out=place / "out") for part in arguments]


def trial(stage: Stage, place: Path, dice: Dice, outcome: Outcome) -> None:
    """Kills one command on a copy of its base and records what the base looks like then."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(stage.snapshot, place)
    look = place.parent / "look"
    promised = _killed(_placed(stage.arguments, place), _moment(stage, dice))
    outcome.trials[stage.name] += 1
    try:
        seen = fingerprint(place, look)
    except KnownError as error:
        outcome.faults.append(f"{stage.name}: the base is not whole: {error}")
        return
    if seen not in {stage.before, stage.after}:
        outcome.faults.append(f"{stage.name}: neither the state before nor the state after")
    elif promised and seen != stage.after:
        outcome.faults.append(f"{stage.name}: said that it was done, and it is not")
    if seen == stage.before != stage.after:
        outcome.unfinished[stage.name] += 1
    if stage.name == "export":
        outcome.faults += _torn(place / "out", look, stage.snapshot / "out")


def _moment(stage: Stage, dice: Dice) -> float:
    first = 0.0 if dice.chance(_EARLY) else _START
    return stage.seconds * (first + dice.unit() * (_LATEST - first))


def _killed(arguments: list[str], seconds: float) -> bool:
    """Whether the command had said that it was done before it was killed."""
    child = subprocess.Popen(  # noqa: S603 - our own program
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        # The whole session of the child, or a reader it has started would go on.
        os.killpg(child.pid, signal.SIGKILL)
    output, _ = child.communicate()
    return bool(output.strip())


def _torn(written: Path, new: Path, old: Path) -> list[str]:
    """What is wrong with exported files: each must be the whole new one or the whole old one."""
    return [
        f"export: {path.name} is torn"
        for path in sorted(written.glob("*.csv"))
        if path.read_bytes() not in {(one / path.name).read_bytes() for one in (new, old)}
    ]


def told(outcome: Outcome) -> str:
    """The outcome as a table for the documents, and the faults."""
    lines = ["| command | killed | state before | state after |", "|---|---|---|---|"]
    for name in STAGES:
        early = outcome.unfinished[name]
        lines.append(
            f"| {name} | {outcome.trials[name]} | {early} | {outcome.trials[name] - early} |"
        )
    return "\n".join([*lines, "", f"{len(outcome.faults)} faults", *outcome.faults])


def main() -> int:
    """Torture the program; 1 if a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        outcome = torture(options.trials, seed=options.seed, folder=Path(name))
    print(told(outcome))
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main())
