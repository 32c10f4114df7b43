"""Opening the window from the command line."""

from ui.display import need_display


def window(language: str = "", place: str = "") -> int:
    """Open the window, on a base if its place is named; the exit code when it is closed.

    Raises:
        KnownError: there is no display.
    """
    need_display()
    from ui.adapters.bases import LocalBases  # noqa: PLC0415 - Qt only for the window
    from ui.window.application import start  # noqa: PLC0415 - the same

    return start(LocalBases(), place, language=language)
