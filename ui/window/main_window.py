"""The main window: stacks the pages and owns what surrounds them."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources import texts
from resources.texts import gettext
from ui import failures
from ui.jobs import JobRunner
from ui.look.stylesheet import stylesheet
from ui.look.theme import Theme, colours
from ui.pages.check.page import CheckPage
from ui.pages.clients.page import ClientsPage
from ui.pages.entry.page import EntryPage
from ui.pages.journal.page import JournalPage
from ui.pages.reports.page import ReportsPage
from ui.pages.review.page import ReviewPage
from ui.pages.sources.page import SourcesPage
from ui.parts.page import Page
from ui.settings import Settings
from ui.window.bases import Bases, Workspace
from ui.window.job_bar import JobBar
from ui.window.navigation import Navigation
from ui.window.qt_words import QtWords
from ui.window.top_bar import TopBar
from ui.window.welcome import Welcome

MINIMUM = (1280, 720)
SOURCES, ENTRY, CHECK, REVIEW, CLIENTS = range(5)
_FILTER = "*.sverka *.db *.sqlite"
_TURN = 5  # milliseconds between two pages that are made


class MainWindow(QMainWindow):
    """Stacks pages; knows nothing of what is on them.

    Signals:
        opened: a base was opened (Workspace).
    """

    opened = Signal(object)

    def __init__(self, bases: Bases, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setMinimumSize(*MINIMUM)
        self.workspace: Workspace | None = None
        self.runner = JobRunner(self)
        self.pages: list[Page] = []
        self._dirty: set[int] = set()
        self._making: Iterator[Page] = iter(())
        self._make = QTimer(self)
        self._make.setInterval(_TURN)
        self._make.timeout.connect(self._make_page)
        self._bases = bases
        self._settings = settings
        self._theme = theme
        self._qt_words = QtWords(self)
        self._qt_words.speak(texts.language())
        self.navigation = Navigation()
        self.top = TopBar()
        self.jobs = JobBar(self.runner)
        self.welcome = Welcome()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self._lay_out()
        self._connect()
        self._name()
        self._dress()
        self.welcome.create_button.setFocus()
        geometry = settings.geometry("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
        else:
            self.resize(*MINIMUM)

    @property
    def busy(self) -> bool:
        """Whether anything is being done that will change what the window shows."""
        return self.runner.busy or self._make.isActive()

    def show_workspace(self, workspace: Workspace) -> None:
        """Work with a base from here on."""
        self._leave()
        self.workspace = workspace
        self._settings.opened(workspace.place)
        self._making = self._pages_of(workspace)
        self._make.start()

    def _pages_of(self, workspace: Workspace) -> Iterator[Page]:
        settings, runner = self._settings, self.runner
        yield SourcesPage(workspace.sources, runner, settings)
        entry = EntryPage(workspace.entry, runner)
        yield entry
        check = CheckPage(workspace.check, runner, settings)
        check.blocked_changed.connect(partial(self.navigation.show_waiting, CHECK))
        yield check
        review = ReviewPage(workspace.review, runner)
        review.left_changed.connect(partial(self.navigation.show_waiting, REVIEW))
        yield review
        clients = ClientsPage(workspace.clients, runner, settings)
        clients.edit_asked.connect(lambda _client: self.show_page(ENTRY))
        clients.edit_asked.connect(entry.edit)
        yield clients
        reports = ReportsPage(workspace.reports, runner)
        reports.sources_asked.connect(partial(self.show_page, SOURCES))
        reports.group_asked.connect(review.presenter.ask)
        reports.group_asked.connect(lambda _group: self.show_page(REVIEW))
        reports.client_asked.connect(clients.show_client)
        reports.client_asked.connect(lambda _client: self.show_page(CLIENTS))
        yield reports
        yield JournalPage(workspace.journal, runner, settings)

    def _make_page(self) -> None:
        """Make one page more; between two of them the window lives on."""
        page = next(self._making, None)
        if page is None:
            self._make.stop()
            self._begin()
            return
        page.base_changed.connect(partial(self._base_changed, len(self.pages)))
        self.pages.append(page)
        self.stack.addWidget(page)

    def _begin(self) -> None:
        """Show the first page, now that all of them are there."""
        self._dirty = set(range(len(self.pages)))
        self.navigation.enable()
        self._name()
        self.show_page(0)
        for place in (CHECK, REVIEW):
            self._refresh(place)
        self.opened.emit(self.workspace)

    def show_page(self, place: int) -> None:
        """Show a page, up to date."""
        if not self.pages or self._make.isActive():
            return
        self.navigation.show_page(place)
        self.stack.setCurrentIndex(place + 1)
        self._dress()
        self._refresh(place)
        self.pages[place].setFocus()

    def open_base(self, place: str) -> None:
        """Open a base by its path or URL."""
        self._open(gettext("Opening the base"), partial(self._bases.open, place))

    def create_base(self, place: str) -> None:
        """Make a new base."""
        self._open(gettext("Making the base"), partial(self._bases.create, place))

    def speak(self, language: str) -> None:
        """Use another language at once."""
        texts.use(language)
        self._qt_words.speak(language)
        self._settings.language = language
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))

    def change_theme(self) -> None:
        """From light to dark or back."""
        self._theme.toggle()
        self._settings.theme = self._theme.choice

    def _dress(self) -> None:
        """Wear the colours in force; a page that is not shown puts them on when it is.

        Neither the application nor the window has a style sheet: a page that is put together is
        not styled anew with every piece, which took four times as long, and five pages that
        nobody sees are not styled at all.
        """
        sheet = stylesheet(colours())
        shown = self.stack.currentWidget() or self.welcome
        for part in (self.navigation, self.top, self.jobs, shown):
            if part.styleSheet() != sheet:
                part.setStyleSheet(sheet)

    def tell(self, error: BaseException) -> None:
        """Say what went wrong."""
        failures.tell(self.stack.currentWidget() or self, error)

    def _open(self, title: str, work: partial[Workspace]) -> None:
        self.runner.write(title, lambda _progress: work(), self.show_workspace)

    def _ask_open(self) -> None:
        files = f"{gettext('Sverka bases')} ({_FILTER});;{gettext('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, gettext("Open a base"), "", files)
        if name:
            self.open_base(name)

    def _ask_create(self) -> None:
        files = f"{gettext('Sverka bases')} (*.sverka)"
        name, _ = QFileDialog.getSaveFileName(self, gettext("New base"), "", files)
        if name:
            self.create_base(name if "." in name.rsplit("/", 1)[-1] else f"{name}.sverka")

    def _leave(self) -> None:
        """Let go of the base that is open."""
        self._make.stop()
        for page in self.pages:
            page.leave()
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if self.workspace is not None:
            self._bases.close(self.workspace)
            self.workspace = None

    def _base_changed(self, place: int) -> None:
        """Every other page is out of date; those the navigation counts are read at once.

        A verdict changes neither count but its own page's, and must not cost a query more.
        """
        self._dirty |= set(range(len(self.pages))) - {place}
        shown = self.stack.currentIndex() - 1
        if shown != place and 0 <= shown < len(self.pages):
            self.pages[shown].outdate()
        if place != REVIEW:
            for other in {CHECK, REVIEW} - {place}:
                self._refresh(other)

    def _refresh(self, place: int) -> None:
        if place in self._dirty:
            self._dirty.discard(place)
            self.pages[place].refresh()

    def _name(self) -> None:
        name = self.workspace.name if self.workspace else ""
        reviewer = self.workspace.reviewer if self.workspace else ""
        self.setWindowTitle(" — ".join(filter(None, (name, gettext("Sverka")))))
        self.top.show_base(name, reviewer, self._settings.recent)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)
        right.addWidget(self.jobs)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.navigation.page_chosen.connect(self.show_page)
        for asking in (self.top, self.welcome):
            asking.open_asked.connect(self._ask_open)
            asking.create_asked.connect(self._ask_create)
        self.top.recent_chosen.connect(self.open_base)
        self.top.language_chosen.connect(self.speak)
        self.top.theme_toggled.connect(self.change_theme)
        self._theme.changed.connect(self._dress)
        self.runner.failed.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_geometry("window", self.saveGeometry())
        self.runner.shutdown()
        self._leave()
        super().closeEvent(event)
