"""The Sources page: give it the files, look at them, load them, see past loads."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from rules.source_kinds import LOGS
from ui.background import Background
from ui.pages.sources.drop_area import DropArea
from ui.pages.sources.ports import SourceKind, SourcesPort
from ui.pages.sources.presenter import LOADS, SourcesPresenter
from ui.pages.sources.preview_panel import PreviewPanel
from ui.parts.labels import label
from ui.parts.notice import Notice
from ui.parts.page import Page
from ui.parts.paged_model import PagedModel
from ui.parts.table import Table
from ui.settings import Settings


class SourcesPage(Page):
    """Adds files."""

    def __init__(
        self,
        port: SourcesPort,
        background: Background,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self.presenter = SourcesPresenter(port, background)
        self.presenter.changed = self.show_state
        self.notice = Notice()
        self.presenter.told = self.notice.tell
        self.presenter.loaded = self._loaded
        self.areas = {kind: DropArea(kind) for kind in SourceKind}
        self.loads = PagedModel(LOADS, background)
        self.table = Table("loads", self.loads, settings)
        self.preview = PreviewPanel()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Read fields and past loads again."""
        self.presenter.start()
        self.loads.set_source(self._port.loads())

    def take(self, path: Path, kind: SourceKind) -> None:
        """Take a file in hand."""
        self.presenter.take(path, kind)

    def show_state(self) -> None:
        """Show the file in hand, or the places to drop one on."""
        in_hand = self.presenter.preview is not None
        self.preview.show_state(self.presenter)
        self._stack.setCurrentWidget(self.preview if in_hand else self._start)
        for area in self.areas.values():
            area.setEnabled(not self.presenter.reading)

    def _lay_out(self) -> None:
        title, past = label("title"), label("heading")
        self.say(title.setText, marked("Sources"))
        self.say(past.setText, marked("Past loads"))
        intro = label("muted", wrap=True)
        self.say(
            intro.setText,
            marked(
                "Give Sverka the exports of both departments, and the logs if you have them. "
                "The files are only read."
            ),
        )
        departments, logs = QHBoxLayout(), QHBoxLayout()
        for kind, area in self.areas.items():
            (logs if kind in LOGS else departments).addWidget(area, 1)
        for places in (departments, logs):
            places.setSpacing(14)
        self._start = QWidget()
        column = QVBoxLayout(self._start)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(intro)
        column.addSpacing(4)
        column.addLayout(departments)
        column.addLayout(logs)
        column.addSpacing(10)
        column.addWidget(past)
        column.addWidget(self.table, 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._start)
        self._stack.addWidget(self.preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(holder, 1)
        self._say_empty()

    def _connect(self) -> None:
        presenter = self.presenter
        for area in self.areas.values():
            area.file_given.connect(presenter.take)
        self.preview.kind_chosen.connect(presenter.change_kind)
        self.preview.layout_chosen.connect(presenter.change_layout)
        self.preview.mapping.field_chosen.connect(presenter.map)
        self.preview.load.clicked.connect(presenter.load)
        self.preview.back.clicked.connect(presenter.drop)

    def _loaded(self) -> None:
        self.loads.invalidate()
        self.base_changed.emit()

    def _say_empty(self) -> None:
        self.table.empty_text = gettext(
            "No file has been loaded yet. Begin with the sales file, then the service file."
        )

    @override
    def retranslate(self) -> None:
        self._say_empty()
        self.presenter.start()
