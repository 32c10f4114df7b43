"""Processes that derive blocks of cards beside this one: the rules are most of a load's work."""

import os
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from db import child
from workflow.derivation import Derived, Task, derived
from workflow.frame_stream import receive, send

_MODULE = "workflow.derive_child"
_MOST = 3  # a process takes some 150 MB
_AHEAD = 2  # tasks a process is given, so that the next one waits for it and not it for us
_WORTH_A_PROCESS = 12_000  # cards; fewer are done before it has started
_Answer = Future[Derived | None]


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
        self._waiting = 2 * _AHEAD * size + 2
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

    def derive(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Derived]]:
        """Each task with what its rows make, in the order of the tasks.

        While all processes have enough to do this one takes a task itself.
        """
        answers: deque[tuple[Task, _Answer]] = deque()
        for task in tasks:
            answers.append((task, self._ask(task, answers)))
            while answers and (answers[0][1].done() or len(answers) >= self._waiting):
                yield _answered(*answers.popleft())
        while answers:
            yield _answered(*_taken_back(answers).popleft())

    def _ask(self, task: Task, asked: Iterable[tuple[Task, _Answer]]) -> _Answer:
        if sum(not answer.done() for _, answer in asked) < _AHEAD * len(self._all):
            return self._threads.submit(self._send, task)
        return _computed(task)

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


def _computed(task: Task) -> _Answer:
    """What this process makes of the task."""
    mine: _Answer = Future()
    mine.set_result(derived(task))
    return mine


def _taken_back(answers: deque[tuple[Task, _Answer]]) -> deque[tuple[Task, _Answer]]:
    """The answers; while the first is waited for, a task that no process is at is computed here."""
    if not answers[0][1].done():
        for place, (task, answer) in enumerate(answers):
            if answer.cancel():
                answers[place] = (task, _computed(task))
                break
    return answers


def _answered(task: Task, answer: _Answer) -> tuple[Task, Derived]:
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
