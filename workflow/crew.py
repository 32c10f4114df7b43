"""Processes that derive blocks of cards beside this one: the rules are most of a load's work."""

import os
import subprocess
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from db import child
from workflow.derivation import Derived, Task, derived
from workflow.frame_stream import receive, send

_MODULE = "workflow.derive_child"
_MOST = 3  # a process takes some 150 MB
_AHEAD = 4  # tasks a process is given, so that it has some while this one writes or computes
_LONG_AHEAD = 24  # … while this one reads another file; 8 MB each
_WORTH_A_PROCESS = 12_000  # cards; fewer are done before it has started
Answer = Future[Derived | None]


def size_for(cards: int) -> int:
    """How many processes help with so many cards on this machine."""
    if cards < _WORTH_A_PROCESS:
        return 0
    return max(0, min(_MOST, (os.cpu_count() or 1) - 1))


class Crew:
    """So many processes that derive blocks; a failing one is done without."""

    def __init__(self, size: int) -> None:
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._all = [_start() for _ in range(size)]
        for process in self._all:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(max(1, size), thread_name_prefix="crew")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes, whatever they are at."""
        for process in self._all:
            process.kill()
        self._threads.shutdown()
        for process in self._all:
            process.wait()
            _close(process)

    @property
    def size(self) -> int:
        """How many processes it began with."""
        return len(self._all)

    def derive(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Derived]]:
        """Each task with what its rows make, in the order of the tasks."""
        return self.begin(tasks).made()

    def begin(self, tasks: Iterator[Task]) -> "Work":
        """The tasks as work of this crew, whose processes are at the first ones already."""
        return Work(self, tasks)

    def ask(self, task: Task) -> Answer:
        """What a process will make of a task."""
        return self._threads.submit(self._send, task)

    def _send(self, task: Task) -> Derived | None:
        """An idle process' answer; None if it failed, and it is not asked again."""
        try:
            process = self._idle.get_nowait()
        except Empty:
            return None  # there are as many threads as processes, but one of these has failed
        if process.stdin is None or process.stdout is None:
            return None
        try:
            send(process.stdin, task.frames())
            frames = receive(process.stdout)
        except (OSError, EOFError, ValueError):
            return None
        if frames is None:
            return None
        self._idle.put(process)
        return Derived(*frames)


class Work:
    """Tasks on their way through a crew."""

    def __init__(self, crew: Crew, tasks: Iterator[Task]) -> None:
        self._crew = crew
        self._tasks = tasks
        self._answers: deque[tuple[Task, Answer]] = deque()
        self._ask(_AHEAD)

    def go_ahead(self) -> None:
        """Give the processes what keeps them busy while this one reads another file."""
        self._ask(_LONG_AHEAD)

    def made(self) -> Iterator[tuple[Task, Derived]]:
        """Each task with what its rows make, in the order of the tasks.

        While all processes have enough to do this one takes a task itself.
        """
        answers = self._answers
        for task in self._tasks:
            busy = self._out() >= _AHEAD * self._crew.size
            answers.append((task, _computed(task) if busy else self._crew.ask(task)))
            while answers and (answers[0][1].done() or len(answers) > self._waiting):
                yield _answered(*answers.popleft())
        while answers:
            self._take_one_back()
            yield _answered(*answers.popleft())

    @property
    def _waiting(self) -> int:
        """How many answers may wait for an earlier one."""
        return 2 * _LONG_AHEAD * self._crew.size + 1

    def _out(self) -> int:
        """How many tasks the processes are still at."""
        return sum(not answer.done() for _, answer in self._answers)

    def _ask(self, ahead: int) -> None:
        """Give tasks to the processes until each has so many."""
        for task in islice(self._tasks, max(0, ahead * self._crew.size - self._out())):
            self._answers.append((task, self._crew.ask(task)))

    def _take_one_back(self) -> None:
        """Compute a task that no process is at yet here, if the first answer is still out."""
        if self._answers[0][1].done():
            return
        for place, (task, answer) in enumerate(self._answers):
            if answer.cancel():
                self._answers[place] = (task, _computed(task))
                return


def _computed(task: Task) -> Answer:
    """What this process makes of the task."""
    mine: Answer = Future()
    mine.set_result(derived(task))
    return mine


def _answered(task: Task, answer: Answer) -> tuple[Task, Derived]:
    return task, answer.result() or derived(task)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        child.command(_MODULE),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child.environment(),
        creationflags=child.FLAGS,
    )


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
