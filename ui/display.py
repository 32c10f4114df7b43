"""Whether there is a screen to open a window on."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from db.errors import KnownError
from resources.texts import gettext


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown; a chosen Qt platform counts as one."""
    if platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def need_display() -> None:
    """Raise KnownError where there is no screen: Qt itself would end the program."""
    if not has_display():
        raise KnownError(
            gettext(
                "There is no display to open a window on. The commands work without one: "
                "sverka --help lists them, sverka demo --headless shows the product."
            )
        )


@contextmanager
def drawable() -> Iterator[None]:
    """Let Qt draw in memory where there is no screen."""
    if has_display():
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    finally:
        del os.environ["QT_QPA_PLATFORM"]
