"""The Clients page: the unified base, searched and looked into, and its export."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Background
from ui.pages.clients.choice_dialog import ChoiceDialog
from ui.pages.clients.client_panel import ClientPanel
from ui.pages.clients.ports import ClientsPort, GoldenLine
from ui.pages.clients.presenter import CLIENTS, ClientsPresenter
from ui.pages.clients.quality_menu import QualityMenu
from ui.pages.clients.quality_presenter import QualityPresenter
from ui.parts.empty_state import EmptyState
from ui.parts.labels import button, card, label
from ui.parts.notice import Notice
from ui.parts.page import Page
from ui.parts.paged_model import PagedModel
from ui.parts.search_box import SearchBox
from ui.parts.table import Table
from ui.settings import Settings


class ClientsPage(Page):
    """Looks into the unified base.

    Signals:
        edit_asked: a client is to be edited (client id).
    """

    edit_asked = Signal(int)

    def __init__(
        self,
        port: ClientsPort,
        background: Background,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter = ClientsPresenter(port, background)
        self.measuring = QualityPresenter(port, background)
        self.notice = Notice()
        self.search = SearchBox()
        self.clients = PagedModel(CLIENTS, background)
        self.table = Table("clients", self.clients, settings)
        self.panel = ClientPanel()
        self.dialog: ChoiceDialog | None = None
        self._stays = self._holds = False
        self.figures = label("muted")
        self.export = button("primary")
        self.none_chosen = EmptyState(
            "clients",
            marked("No client chosen"),
            marked("Choose a client to see its values and where each comes from."),
        )
        self.nothing = EmptyState(
            "clients",
            marked("No clients yet"),
            marked("The unified base appears here once files are loaded on the Sources page."),
        )
        self._lay_out()
        presenter.changed = self.show_state
        presenter.told = self.measuring.told = self.notice.tell
        presenter.listed = self.clients.set_source
        presenter.settled = self._settled
        self.search.asked.connect(presenter.search)
        self.search.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._look)
        self.clients.about_to_refresh.connect(self._rereads)
        self.clients.refreshed.connect(self._first)
        self.panel.choice_asked.connect(self.ask_choice)
        self.panel.edit.clicked.connect(self._edit)
        self.table.opened.connect(lambda _key: self._edit())

    @override
    def refresh(self) -> None:
        """Read figures, list and client again."""
        self.presenter.refresh()

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter = self.presenter
        self.figures.setText(presenter.figures())
        self.panel.show_state(presenter)
        self._side.setCurrentWidget(self.panel if presenter.client else self.none_chosen)
        summary = presenter.summary
        empty = summary is not None and not summary.clients
        self._stack.setCurrentWidget(self.nothing if empty else self._work)
        self.export.setEnabled(summary is not None and summary.clients > 0)

    def show_client(self, client_id: int) -> None:
        """Show one client, whoever is listed."""
        self._stays = True
        self.table.setCurrentIndex(QModelIndex())
        self.presenter.look(client_id)

    def ask_export(self, *, xlsx: bool) -> None:
        """Let the user choose a directory and export into it."""
        chosen = QFileDialog.getExistingDirectory(self, gettext("Where to write the files"))
        if chosen:
            self.presenter.export(Path(chosen), xlsx=xlsx)

    def ask_choice(self, line: GoldenLine) -> None:
        """Open the dialog that chooses another value for a field of the client in hand."""
        client = self.presenter.client
        if client is None:
            return
        self.dialog = ChoiceDialog(client.title, line, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.chosen.connect(partial(self.presenter.choose, line))
        self.dialog.open()

    def _edit(self) -> None:
        if self.presenter.client is not None:
            self.edit_asked.emit(self.presenter.client.client_id)

    def _settled(self) -> None:
        """Read the list again; the client in hand stays, wherever its new name puts it."""
        self._stays = True
        self.clients.invalidate()
        self.base_changed.emit()

    def _rereads(self) -> None:
        self._holds, self._stays = self._stays, False

    def _look(self, client_id: object) -> None:
        if not self._holds:
            self.presenter.look(client_id)

    def _first(self) -> None:
        """Show the first of new results at once."""
        client = self.presenter.client
        if self._holds:
            if client is not None and self.table.current_key() != client.client_id:
                self.table.setCurrentIndex(QModelIndex())
            self._holds = False
        elif not self.table.currentIndex().isValid() and self.clients.rowCount():
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        title = label("title")
        self.say(title.setText, marked("Clients"))
        self.say(self.search.setPlaceholderText, marked("Name, phone, VIN or plate"))
        self.search.setMinimumWidth(320)
        menu = QMenu(self)
        csv, both = menu.addAction(""), menu.addAction("")
        self.say(csv.setText, marked("CSV files…"))
        self.say(both.setText, marked("CSV and Excel files…"))
        csv.triggered.connect(lambda: self.ask_export(xlsx=False))
        both.triggered.connect(lambda: self.ask_export(xlsx=True))
        self.quality = QualityMenu(self, self.measuring, menu)
        self.export.setMenu(menu)
        self.say(self.export.setText, marked("&Export  ▾"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(title)
        top.addWidget(self.figures, 1)
        top.addWidget(self.search)
        top.addWidget(self.export)
        frame = card()
        self._side = QStackedLayout(frame)
        self._side.setContentsMargins(1, 1, 1, 1)
        self._side.addWidget(self.none_chosen)
        self._side.addWidget(self.panel)
        self._work = QSplitter(Qt.Orientation.Horizontal)
        self._work.setChildrenCollapsible(False)
        self._work.setHandleWidth(12)
        self._work.addWidget(self.table)
        self._work.addWidget(frame)
        self._work.setSizes([610, 426])
        self._work.setStretchFactor(0, 1)
        frame.setMinimumWidth(380)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.notice)
        layout.addLayout(top)
        layout.addWidget(holder, 1)
        self._say_empty()

    def _say_empty(self) -> None:
        self.table.empty_text = gettext(
            "Nobody is found. Try a part of the surname, the last digits of a phone or of a VIN."
        )

    @override
    def retranslate(self) -> None:
        self._say_empty()
        self.presenter.refresh()
