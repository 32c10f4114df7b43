"""The command line's manners: progress on stderr, data on stdout, errors in one line."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text
from typing_extensions import override

from workflow.progress import Silent


class _Rate(ProgressColumn):
    """So many a second."""

    @override
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class Bars:
    """Progress bars on stderr: one a stage, with a rate and an estimate."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def stage(self, name: str) -> None:
        """Begin a bar; the one before it is full."""
        self._close()
        self._task = self._progress.add_task(name, total=None)

    def report(self, done: int, total: int) -> None:
        """Move the bar."""
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=total or None)

    def _close(self) -> None:
        if self._task is None:
            return
        task = self._progress.tasks[self._task]
        self._progress.update(self._task, total=task.completed or 1, completed=task.completed or 1)

    def close(self) -> None:
        """Fill the last bar."""
        self._close()


@contextmanager
def progress() -> Iterator[Bars | Silent]:
    """Progress for a person who watches; silence where stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield Silent()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as shown:
        bars = Bars(shown)
        yield bars
        bars.close()


def say(*lines: str) -> None:
    """Write lines to stdout."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say_file(content: str) -> None:
    """Write to stdout what a file would hold, in UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode())
    sys.stdout.buffer.flush()


def say_json(content: object) -> None:
    """Write JSON to stdout."""
    say(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def complain(sentence: str) -> None:
    """Write an error to stderr, in one line."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")
