"""Pictures of every page, filled as after an hour's work: for the demo, README and the docs."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt
from PySide6.QtWidgets import QApplication

from resources import texts
from ui.adapters.bases import LocalBases
from ui.look.theme import Theme, ThemeChoice
from ui.pages.check.page import CheckPage
from ui.pages.clients.page import ClientsPage
from ui.pages.journal.page import JournalPage
from ui.pages.review.page import ReviewPage
from ui.pages.review.ports import QueueOrder
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.ports import SourceKind
from ui.parts.page import Page
from ui.settings import Settings
from ui.window.application import application
from ui.window.main_window import MainWindow
from ui.window.navigation import PAGES

SIZE = (1280, 800)
_PATIENCE = 60_000
_QUIET = 3
_RULE = "TEL102"
_CARDS_SIDE_BY_SIDE = 3


def draw(base: Path, sales: Path, folder: Path) -> list[Path]:
    """Draw every page of a base in every language; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    spoken = texts.language()
    running = application()
    with TemporaryDirectory() as place:
        settings = Settings(QSettings(f"{place}/window.ini", QSettings.Format.IniFormat))
        window = MainWindow(LocalBases(), settings, Theme(running, ThemeChoice.LIGHT))
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*SIZE)
        window.show()
        try:
            window.open_base(str(base))
            _settle(window)
            return _pages(window, sales, folder)
        finally:
            window.close()
            texts.use(spoken)


def _pages(window: MainWindow, sales: Path, folder: Path) -> list[Path]:
    drawn = []
    for number, (name, _title) in enumerate(PAGES):
        window.show_page(number)
        _settle(window)
        _fill(window.pages[number], sales, lambda: _settle(window))
        for language in texts.LANGUAGES:
            window.speak(language)
            _settle(window)
            path = folder / f"{name}-{language}.png"
            window.grab().save(str(path))
            drawn.append(path)
    return drawn


def _settle(window: MainWindow) -> None:
    """Let the window do all it has begun."""
    deadline = QDeadlineTimer(_PATIENCE)
    quiet = 0
    while quiet < _QUIET and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        quiet = 0 if window.runner.busy else quiet + 1


def _fill(page: Page, sales: Path, settle: Callable[[], None]) -> None:
    """Bring a page to a state worth looking at."""
    match page:
        case SourcesPage():
            page.take(sales, SourceKind.SALES)
        case CheckPage():
            page.presenter.pick(_RULE)
            settle()
            page.table.selectRow(0)
        case ReviewPage():
            page.presenter.reorder(QueueOrder.LARGE)
            settle()
            few = [
                item.group_id for item in page.presenter.queue if item.cards <= _CARDS_SIDE_BY_SIDE
            ]
            if few:
                page.presenter.open(few[0])
        case ClientsPage():
            names = [column.name for column in page.clients.columns]
            page.table.sortByColumn(names.index("cards"), Qt.SortOrder.DescendingOrder)
            settle()
            page.table.selectRow(0)
        case JournalPage():
            page.table.selectRow(0)
    settle()
