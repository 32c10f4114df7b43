"""Pictures of every page, filled as after an hour's work: for the demo, README and the docs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QDeadlineTimer,
    QEventLoop,
    QMessageLogContext,
    QSettings,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from resources import texts
from rules.finding import Severity
from ui.adapters.bases import LocalBases
from ui.look.theme import Theme, ThemeChoice
from ui.pages.check.page import CheckPage
from ui.pages.clients.page import ClientsPage
from ui.pages.entry.page import EntryPage
from ui.pages.journal.page import JournalPage
from ui.pages.journal.presenter import STATE
from ui.pages.reports.page import ReportsPage
from ui.pages.review.page import ReviewPage
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.ports import SourceKind
from ui.parts.page import Page
from ui.rehearsal import rehearse
from ui.settings import Settings
from ui.window.application import application
from ui.window.main_window import MainWindow
from ui.window.navigation import PAGES

SIZE = (1280, 800)
_PATIENCE = 60_000
_QUIET = 3
_RULE = "NAM208"
_REPORT = "maintenance"
_SIDE_BY_SIDE = 3
_TRIES = 30
# what a clerk would type for a client of the sample files, with a slip in every other field
_TYPED = {
    "full_name": "бадрусева галина дмитриевна",
    "phone": "+7 937 567-22-99",
    "email": "badrusev356@mial.ru",
    "birth_date": "31.09.1998",
    "vin": "XWES4X3C2HE74564",
    "make_model": "киа сид",
    "plate": "р099уо763",
}


def draw(base: Path, sales: Path, folder: Path, reviewer: str) -> list[Path]:
    """Draw every page in every language; returns the files written.

    Args:
        base: the base to show; decisions are made on a copy of it.
        sales: a file to be looked at before it is loaded.
        folder: where the pictures go.
        reviewer: the name that the pictures show.
    """
    folder.mkdir(parents=True, exist_ok=True)
    spoken, bases = texts.language(), LocalBases(reviewer)
    with TemporaryDirectory() as name, _without_remarks():
        place = Path(name)
        worked, fresh = place / base.name, place / "fresh" / base.name
        fresh.parent.mkdir()
        rehearse(base, worked, bases)
        window = _window(bases, place)
        try:
            window.create_base(str(fresh))
            _settle(window)
            drawn = _draw_page(window, 0, sales, folder)
            window.open_base(str(worked))
            _settle(window)
            for number in range(1, len(PAGES)):
                drawn += _draw_page(window, number, sales, folder)
            return drawn
        finally:
            window.close()
            texts.use(spoken)


def _window(bases: LocalBases, place: Path) -> MainWindow:
    running = application()
    settings = Settings(QSettings(str(place / "window.ini"), QSettings.Format.IniFormat))
    window = MainWindow(bases, settings, Theme(running, ThemeChoice.LIGHT))
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*SIZE)
    window.show()
    return window


def _draw_page(window: MainWindow, number: int, sales: Path, folder: Path) -> list[Path]:
    window.show_page(number)
    _settle(window)
    _fill(window.pages[number], sales, lambda: _settle(window))
    drawn = []
    for language in texts.LANGUAGES:
        window.speak(language)
        _settle(window)
        path = folder / f"{PAGES[number][0]}-{language}.png"
        window.grab().save(str(path))
        drawn.append(path)
    return drawn


def _settle(window: MainWindow) -> None:
    """Let the window do all it has begun."""
    deadline = QDeadlineTimer(_PATIENCE)
    quiet = 0
    while quiet < _QUIET and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        quiet = 0 if window.busy else quiet + 1


def _fill(page: Page, sales: Path, settle: Callable[[], None]) -> None:
    """Bring a page to a state worth looking at."""
    match page:
        case SourcesPage():
            page.take(sales, SourceKind.SALES)
        case EntryPage():
            for name, text in _TYPED.items():
                page.rows[name].input.setText(text)
                page.presenter.leave(name)
        case CheckPage():
            page.filters.button(2).setChecked(True)
            page.presenter.filter(Severity.WARN)
            page.presenter.pick(_RULE)
            settle()
            page.table.selectRow(0)
        case ReviewPage():
            _open_group(page, settle)
        case ClientsPage():
            names = [column.name for column in page.clients.columns]
            page.table.sortByColumn(names.index("cards"), Qt.SortOrder.DescendingOrder)
            settle()
            page.table.selectRow(0)
        case ReportsPage():
            page.presenter.pick(_REPORT)
        case JournalPage():
            states = [page.entries.row(row) for row in range(page.entries.rowCount())]
            standing = [row for row, entry in enumerate(states) if entry and entry[STATE]]
            page.table.selectRow(standing[1] if len(standing) > 1 else 0)
    settle()


def _open_group(page: ReviewPage, settle: Callable[[], None]) -> None:
    """Open the first group whose cards stand side by side without scrolling, else stay."""
    likely = sorted(page.presenter.queue, key=lambda item: -item.cards)
    for item in likely[:_TRIES]:
        page.presenter.open(item.group_id)
        settle()
        group = page.presenter.group
        if group is not None and len(group.cards) == _SIDE_BY_SIDE:
            return


@contextmanager
def _without_remarks() -> Iterator[None]:
    """Keep what Qt's drawing in memory says of itself off the terminal."""

    def keep(_kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
        """Say nothing."""

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
