"""What presenters know of background work: no Qt, so that they run headless in tests."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workflow.progress import Progress

Result = TypeVar("Result")
Failed = Callable[[Exception], bool]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a running work gets on; ``total`` 0 and ``remaining`` None mean unknown."""

    stage: str
    done: int
    total: int
    rate: float
    remaining: float | None


class Background(Protocol):
    """Runs work away from the window and hands the result back on the window's thread."""

    def read(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Failed | None = None,
    ) -> None:
        """Run work that only reads; several may run at a time."""

    def follow(
        self,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None],
        *,
        told: Callable[[Pace], None],
        failed: Failed | None = None,
    ) -> Callable[[], None]:
        """Run work that only reads and takes its time; what comes back stops it.

        ``told`` hears how far it is.
        """

    def write(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None],
        failed: Failed | None = None,
    ) -> None:
        """Run work that writes; one at a time, in the order asked for.

        ``failed`` gets what went wrong, or ``Cancelled``, and answers whether the page tells the
        user itself; otherwise the runner does.
        """
