"""When the machine itself stood still: a process on each processor that only sleeps, and is late.

A shared machine stops a processor for 10 to 100 ms many times a minute; without this every such
stop would look like a window that does not answer.
"""

import os
import subprocess
import sys
import time
from bisect import bisect
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

_NAP = 0.001
_LATE = 0.006
Span = tuple[float, float]


class Stalls:
    """Watches every processor while it is entered."""

    def __init__(self, folder: Path) -> None:
        self._files = [folder / f"stalls-{place}.txt" for place in range(os.cpu_count() or 1)]
        self._watchers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        for place, file in enumerate(self._files):
            command = [sys.executable, "-m", "bench.stalls", str(place), str(file)]
            self._watchers.append(subprocess.Popen(command))  # noqa: S603 - our own
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for watcher in self._watchers:
            watcher.kill()
            watcher.wait()

    def spans(self) -> list[Span]:
        """From when to when some processor stood still, in the seconds of ``perf_counter``."""
        found: list[Span] = []
        for file in self._files:
            if file.exists():
                lines = file.read_text(encoding="ascii").rpartition("\n")[0].splitlines()
                found += [(float(start), float(end)) for start, end in map(str.split, lines)]
        return joined(found)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def without(gap: Span, stalls: list[Span]) -> float:
    """How long a gap is without the part of it in which the machine stood still."""
    start, end = gap
    left = end - start
    for first, last in stalls[max(bisect(stalls, (start,)) - 1, 0) :]:
        if first >= end:
            break
        left -= max(0.0, min(end, last) - max(start, first))
    return left


def main(processor: int, file: Path) -> None:
    """Sleep on one processor and write down each time it took much longer."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {processor})
    with file.open("w", encoding="ascii", buffering=1) as lines:
        before = time.perf_counter()
        while os.getppid() != 1:
            time.sleep(_NAP)
            now = time.perf_counter()
            if now - before > _LATE:
                lines.write(f"{before} {now}\n")
            before = now


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
