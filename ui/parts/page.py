"""What every page of the window is."""

from PySide6.QtCore import Signal

from ui.parts.spoken import Spoken


class Page(Spoken):
    """One of the pages of the window.

    Signals:
        base_changed: the page changed the base; the other pages are out of date.
    """

    base_changed = Signal()

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def leave(self) -> None:
        """Stop what is under way: the base is being closed; for subclasses."""

    def outdate(self) -> None:
        """Tell, while the page is shown, that the base is another by now; for subclasses."""
