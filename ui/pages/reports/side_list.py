"""The clients and cars behind a figure, beside the report."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reports.content import Table
from resources.texts import gettext, marked, ngettext
from ui import formats
from ui.pages.reports.figures_table import FiguresTable
from ui.parts.labels import button, card, label
from ui.parts.spoken import Spoken


class SideList(Spoken):
    """Lists what is behind a figure.

    Signals:
        client_asked: a client is to be opened on the Clients page (the client's number).
        export_asked: the list is to be written into a file.
        closed: the list is not wanted any more.
    """

    client_asked = Signal(int)
    export_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: FiguresTable | None = None
        self.title, self.count = label("heading", wrap=True), label("muted", wrap=True)
        self.shut = QToolButton()
        self.open, self.copy, self.export = button("primary"), button(), button()
        self.frame: QFrame = card()
        self._place = QStackedLayout(self.frame)
        self._place.setContentsMargins(1, 1, 1, 1)
        self._lay_out()
        self.shut.clicked.connect(self.closed)
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self.export_asked)

    def show_list(self, table: Table | None) -> None:
        """Show a list, or that it is being read."""
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        for one in (self.open, self.copy, self.export):
            one.setEnabled(False)
        if table is None:
            self.title.setText(gettext("Reading the list…"))
            self.count.setText("")
            return
        count = len(table.rows)
        text = ngettext("{count} line", "{count} lines", count)
        self.title.setText(table.title)
        self.count.setText(text.format(count=formats.number(count)))
        self.table = made = FiguresTable(table)
        self._place.addWidget(made)
        made.client_asked.connect(self.client_asked)
        made.selectionModel().currentChanged.connect(self._show_client)
        for one in (self.copy, self.export):
            one.setEnabled(count > 0)
        if count:
            made.selectRow(0)
        made.setFocus()
        self._show_client()

    @property
    def client(self) -> int | None:
        """The client of the current row, None if it names none."""
        if self.table is None:
            return None
        return self.table.figures.client(self.table.currentIndex().row())

    def _show_client(self) -> None:
        self.open.setEnabled(self.client is not None)

    def _open(self) -> None:
        client = self.client
        if client is not None:
            self.client_asked.emit(client)

    def _copy(self) -> None:
        """Copy the whole list."""
        if self.table is not None:
            self.table.selectAll()
            QGuiApplication.clipboard().setText(self.table.copied())

    def _lay_out(self) -> None:
        self.draw(self.shut.setIcon, "close", "muted")
        self.say(self.shut.setToolTip, marked("Close (Esc)"))
        self.say(self.shut.setAccessibleName, marked("Close"))
        self.say(self.open.setText, marked("Open the c&lient"))
        self.say(self.copy.setText, marked("&Copy"))
        self.say(self.export.setText, marked("&Save as CSV…"))
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.count)
        head.addLayout(words, 1)
        head.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.open, self.copy, self.export):
            row.addWidget(one)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.frame, 1)
        layout.addLayout(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
