"""Opens bases for the window."""

import gc
from collections.abc import Callable
from pathlib import Path

from db.errors import KnownError
from resources.texts import gettext
from ui.reviewer import reviewer
from ui.window.bases import Workspace


class LocalBases:
    """Bases in files and on servers, opened in this user's name or another one."""

    def __init__(self, name: str = "") -> None:
        self._reviewer = name or reviewer()
        self._close: dict[int, Callable[[], None]] = {}

    def open(self, place: str) -> Workspace:
        """Open an existing base by its path or URL."""
        return self._opened(place, create=False)

    def create(self, place: str) -> Workspace:
        """Make a new base at a path."""
        if "://" not in place and Path(place).exists():
            raise KnownError(
                gettext("“{path}” is there already: open it, or choose another name.").format(
                    path=place
                )
            )
        return self._opened(place, create=True)

    def close(self, workspace: Workspace) -> None:
        """Let go of a base; its file may be moved or deleted from now on."""
        close = self._close.pop(id(workspace), None)
        if close is not None:
            close()

    def prepare(self) -> None:
        """Load what an open base needs, while the user looks at the first page."""
        import ui.adapters.workspace  # noqa: F401, PLC0415 - heavy: the window paints without it

        gc.freeze()  # the code itself need not be looked through at each collection

    def _opened(self, place: str, *, create: bool) -> Workspace:
        from ui.adapters.workspace import workspace  # noqa: PLC0415 - heavy, see prepare

        made, engine = workspace(place, self._reviewer, create=create)
        self._close[id(made)] = engine.dispose
        return made
