"""A place to drop a file of one kind on, with a button for those who would rather choose."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from resources.texts import gettext, marked
from ui.look.icons import pixmap
from ui.look.theme import colours
from ui.pages.sources.ports import SourceKind
from ui.parts.labels import button, label
from ui.parts.spoken import Spoken

_TEXTS = {
    SourceKind.SALES: (marked("Sales"), marked("Clients, cars sold, dates, prices")),
    SourceKind.SERVICE: (marked("Service"), marked("Clients, cars, work orders, mileage")),
    SourceKind.BOOKINGS: (marked("Bookings"), marked("Calls, and what became of them")),
    SourceKind.CLAIMS: (marked("Claims"), marked("Oral, written, in court")),
    SourceKind.SURVEYS: (marked("Surveys"), marked("CSI or NPS marks of visits")),
}
_ICONS = {SourceKind.SALES: "car", SourceKind.SERVICE: "sources"}
"""The departments, whose places are large; the logs are not needed to begin with."""

FILTER = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


class DropArea(Spoken):
    """Takes one file; the place of a log is small.

    Signals:
        file_given: a file was dropped or chosen (its path, SourceKind).
    """

    file_given = Signal(object, object)

    def __init__(self, kind: SourceKind) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName("droparea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.picture = QLabel()
        self.choose = button("primary" if kind in _ICONS else "")
        title, sentence = label("heading"), label("muted", wrap=True)
        self.say(title.setText, _TEXTS[kind][0])
        self.say(sentence.setText, _TEXTS[kind][1])
        self.say(self.choose.setText, marked("Choose a file…"))
        self.choose.clicked.connect(self.ask)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(sentence)
        layout = QHBoxLayout(self)
        layout.setSpacing(16)
        if kind in _ICONS:
            hint = label("muted", wrap=True)
            self.say(hint.setText, marked("Drop a CSV, Excel or ODS file here, as it was exported"))
            words.addWidget(hint)
            layout.setContentsMargins(20, 18, 20, 18)
            layout.addWidget(self.picture)
        else:
            layout.setContentsMargins(14, 9, 14, 9)
        layout.addLayout(words, 1)
        layout.addWidget(self.choose)
        self.repaint_icons()

    def ask(self) -> None:
        """Let the user choose a file."""
        files = f"{gettext('Tables')} ({FILTER});;{gettext('All files')} (*)"
        title = gettext("The file to load")
        name, _ = QFileDialog.getOpenFileName(self, title, "", files)
        if name:
            self.file_given.emit(Path(name), self.kind)

    @override
    def repaint_icons(self) -> None:
        super().repaint_icons()
        if self.kind not in _ICONS:
            return
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(pixmap(_ICONS[self.kind], colours().accent, 34, ratio))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            self._heat(hot=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._heat(hot=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._heat(hot=False)
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_given.emit(path, self.kind)

    def _heat(self, *, hot: bool) -> None:
        self.setProperty("hot", hot)
        self.style().unpolish(self)
        self.style().polish(self)


def dropped(data: QMimeData) -> Path | None:
    """The one file that is being dropped, None if it is anything else."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
