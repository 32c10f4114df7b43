"""The Qt application: its name, style, font and theme, and the window in it."""

import gc
import sys
from types import TracebackType

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from resources import texts
from ui.look import fonts
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.settings import Settings
from ui.window.bases import Bases
from ui.window.main_window import MainWindow

NAME = "Sverka"
_COLLECT = (10_000, 50, 1_000)  # a collection of everything stops the window for 0.1 s and more
_TURN = 0.001  # seconds a job in Python holds the lock while the window waits for it


def application() -> QApplication:
    """The application with its name, style and font; made on the first call."""
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName(NAME)
    made.setOrganizationName(NAME)
    made.setDesktopFileName(NAME.lower())
    made.setStyle("Fusion")
    made.setFont(fonts.choose())
    made.setWindowIcon(QIcon(pixmap("app", "", 64)))
    made.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    return made


def user_settings() -> Settings:
    """The settings of this user."""
    return Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME))


def start(
    bases: Bases, place: str = "", *, language: str = "", settings: Settings | None = None
) -> int:
    """Open the window, on a base if its place is named; the exit code when it is closed.

    ``language`` is what the window speaks this time, "" for what it spoke last.
    """
    sys.setswitchinterval(_TURN)
    gc.set_threshold(*_COLLECT)
    running = application()
    remembered = settings or user_settings()
    texts.use(language or remembered.language)
    window = MainWindow(bases, remembered, Theme(running, remembered.theme))
    _report_bugs(window)
    window.show()
    if place:
        window.open_base(place)
    else:
        QTimer.singleShot(0, lambda: window.runner.read(bases.prepare, lambda _done: None))
    return running.exec()


def _report_bugs(window: MainWindow) -> None:
    """Show what fails inside a slot, rather than losing it on a console nobody sees."""

    def tell(kind: type[BaseException], error: BaseException, _at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            window.tell(error)

    sys.excepthook = tell
