"""How long the window stood still: the gaps between the ticks of a timer in its thread."""

import faulthandler
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer

from bench.reference import reference
from bench.stalls import Span, Stalls, without

INTERVAL_MS = 2
_BLINK_MS = 50.0
_MOST = 0.99


@dataclass(frozen=True, slots=True)
class Gaps:
    """What one job did to the window, times in milliseconds.

    ``longest`` is the longest gap by the clock; ``worst``, ``most`` (99 % are shorter) and
    ``over`` (how many last more than 50 ms) are without the time that the machine itself stood
    still. ``reference`` is the loop of ``reference()`` before and after the job: times compare
    only as far as it does.
    """

    job: str
    seconds: float
    longest: float
    worst: float
    most: float
    over: int
    reference: float

    def plain(self) -> dict[str, str | float]:
        """As a dictionary, to be sent as JSON."""
        return asdict(self)


def gaps(job: str, moments: list[float], stalls: list[Span], reference: float) -> Gaps:
    """The gaps between the moments of ticks, in seconds, beside the machine's own."""
    spans = list(pairwise(moments))
    found = sorted(without(span, stalls) * 1000 for span in spans)
    return Gaps(
        job,
        seconds=moments[-1] - moments[0],
        longest=max(end - start for start, end in spans) * 1000,
        worst=found[-1],
        most=found[int(len(found) * _MOST)],
        over=sum(gap > _BLINK_MS for gap in found),
        reference=reference,
    )


class Ticks(QObject):
    """A timer that writes down its moments and then calls what is hung on it.

    With ``patience`` (milliseconds) every thread says where it is once a gap lasts longer;
    that looks at the threads without their lock, and may crash.
    """

    def __init__(self, stalls: Stalls, patience: float = 0) -> None:
        super().__init__()
        self.then: Callable[[], None] = lambda: None
        self._stalls = stalls
        self._patience = patience / 1000
        self._moments: list[float] | None = None
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(INTERVAL_MS)

    def begin(self) -> None:
        """From here on the ticks belong to a job."""
        self._before = reference()
        self._moments = [time.perf_counter()]

    def end(self, job: str) -> Gaps:
        """What the ticks since ``begin`` say of the job."""
        moments = [*(self._moments or ()), time.perf_counter()]
        self._moments = None
        self._watch()
        after = reference()  # long enough for the last stall to be written down
        return gaps(job, moments, self._stalls.spans(), (self._before + after) / 2)

    def _tick(self) -> None:
        if self._moments is not None:
            self._moments.append(time.perf_counter())
        self._watch()
        self.then()

    def _watch(self) -> None:
        if not self._patience:
            return
        if self._moments is None:
            faulthandler.cancel_dump_traceback_later()
        else:
            faulthandler.dump_traceback_later(self._patience, file=sys.stderr)
