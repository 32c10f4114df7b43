"""How long work tells where it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised out of ``Progress.report`` when the user has cancelled."""


class Progress(Protocol):
    """Where a stage tells how far it is."""

    def stage(self, name: str) -> None:
        """A new stage begins; ``name`` is translated."""

    def report(self, done: int, total: int) -> None:
        """So much of the stage is done; a total of 0 means that nobody knows.

        Raises:
            Cancelled: the user wants the work to stop; the base stays as it was.
        """


class Silent:
    """Progress that nobody watches."""

    def stage(self, name: str) -> None:
        """Tell nobody."""

    def report(self, done: int, total: int) -> None:
        """Tell nobody."""
