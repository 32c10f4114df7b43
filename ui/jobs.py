"""Background work on thread pools: many readers, one writer."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from ui.background import Failed, Pace, Result
from workflow.progress import Cancelled, Progress

_INTERVAL = 0.05
_FRAME = 16  # milliseconds until the window has painted what changed
_READERS = 2


class Job:
    """One piece of work: how far it is, whether it should stop, what came out of it."""

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], object],
        *,
        then: Callable[[object], None],
        failed: Failed | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.title = title
        self.then = then
        self.failed = failed
        self.result: object = None
        self.error: Exception | None = None
        self.told: Callable[[Job, Pace], None] = lambda _job, _pace: None
        self.watched: Callable[[Pace], None] = lambda _pace: None
        self._work = work
        self._clock = clock
        self._stop = threading.Event()
        self._stage = ""
        self._stage_began = self._next = clock()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    @property
    def cancelling(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def stage(self, name: str) -> None:
        """Tell the window that a new stage begins."""
        self._stage = name
        self._stage_began = self._next = self._clock()
        self.report(0, 0)

    def report(self, done: int, total: int) -> None:
        """Tell the window how far the stage is, at most 20 times a second.

        Raises:
            Cancelled: the user cancelled.
        """
        if self._stop.is_set():
            raise Cancelled
        now = self._clock()
        if now >= self._next or done == total:
            self._next = now + _INTERVAL
            self.told(self, self._pace(done, total, now - self._stage_began))

    def _pace(self, done: int, total: int, spent: float) -> Pace:
        rate = done / spent if spent > 0 else 0.0
        remaining = (total - done) / rate if rate and total else None
        return Pace(self._stage, done, total, rate, remaining)

    def run(self) -> None:
        """Do the work; never raises."""
        try:
            if not self._stop.is_set():
                self.result = self._work(self)
            else:
                self.error = Cancelled()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread
            self.error = error


class JobRunner(QObject):
    """Starts jobs and delivers their results on the thread it lives in.

    Signals:
        started: a writing job was queued (Job).
        progressed: a writing job told how far it is (Job, Pace).
        finished: a writing job ended, well or not (Job).
        failed: a job ended in an error that no page tells (Exception).
    """

    started = Signal(object)
    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)
    _paced = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(_READERS)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._alive: set[Job] = set()
        self._writing: list[Job] = []
        self._closed = False
        self._ended.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._paced.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any job has not been delivered yet."""
        return bool(self._alive)

    @property
    def writing(self) -> tuple[Job, ...]:
        """The writing jobs under way or queued, the running one first."""
        return tuple(self._writing)

    def read(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Failed | None = None,
    ) -> None:
        """Run work that only reads; see ``Background``.

        It begins once the window has painted: at the same time either takes twice as long.
        """
        if self._closed:
            return
        job = Job("", lambda _progress: work(), then=then, failed=failed)  # type: ignore[arg-type]
        self._begin(job)

    def follow(
        self,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None],
        *,
        told: Callable[[Pace], None],
        failed: Failed | None = None,
    ) -> Callable[[], None]:
        """Run work that only reads and takes its time; see ``Background``."""
        job = Job("", work, then=then, failed=failed)  # type: ignore[arg-type]
        job.watched = told
        job.told = self._paced.emit
        if not self._closed:
            self._begin(job)
        return job.cancel

    def write(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None],
        failed: Failed | None = None,
    ) -> None:
        """Run work that writes, one at a time; see ``Background``."""
        job = Job(title, work, then=then, failed=failed)  # type: ignore[arg-type]
        job.told = self.progressed.emit
        self._writing.append(job)
        self._start(job, self._writer)
        self.started.emit(job)

    def shutdown(self) -> None:
        """Cancel everything, wait for it, and deliver nothing more."""
        self._closed = True
        for job in self._alive:
            job.cancel()
        for pool in (self._readers, self._writer):
            pool.waitForDone()
        self._alive.clear()
        self._writing.clear()

    def _begin(self, job: Job) -> None:
        """Start a job that reads once the window has painted."""
        self._alive.add(job)
        QTimer.singleShot(_FRAME, self, lambda: self._start(job, self._readers))

    def _tell(self, job: Job, pace: Pace) -> None:
        if job in self._alive:
            job.watched(pace)

    def _start(self, job: Job, pool: QThreadPool) -> None:
        if self._closed:
            return
        self._alive.add(job)
        pool.start(lambda: self._run(job))

    def _run(self, job: Job) -> None:
        job.run()
        self._ended.emit(job)

    def _settle(self, job: Job) -> None:
        if self._closed:
            return
        self._alive.discard(job)
        if job in self._writing:
            self._writing.remove(job)
            self.finished.emit(job)
        if job.error is None:
            job.then(job.result)
            return
        told = job.failed is not None and job.failed(job.error)
        if not told and not isinstance(job.error, Cancelled):
            self.failed.emit(job.error)
