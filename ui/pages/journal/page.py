"""The Journal page: what was done, by whom and when, and taking it back."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Background
from ui.pages.journal.ports import JournalPort
from ui.pages.journal.presenter import DECISION, ENTRIES, STATE, JournalPresenter
from ui.parts.labels import button, label
from ui.parts.notice import Notice
from ui.parts.page import Page
from ui.parts.paged_model import PagedModel
from ui.parts.search_box import SearchBox
from ui.parts.table import Table
from ui.settings import Settings


class JournalPage(Page):
    """Shows the record."""

    def __init__(
        self,
        port: JournalPort,
        background: Background,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter = JournalPresenter(port, background)
        self.notice = Notice()
        self.search = SearchBox()
        self.only = QCheckBox()
        self.undo = button()
        self.entries = PagedModel(ENTRIES, background)
        self.table = Table("journal", self.entries, settings)
        self.question: QMessageBox | None = None
        self._lay_out()
        presenter.listed = self.entries.set_source
        presenter.told = self.notice.tell
        presenter.asked = self._ask
        presenter.settled = self._settled
        self.search.asked.connect(presenter.search)
        self.search.left.connect(self.table.setFocus)
        self.only.toggled.connect(presenter.only_undoable)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _key: self.ask())
        self.undo.clicked.connect(self.ask)

    @override
    def refresh(self) -> None:
        """Read the list again."""
        self.presenter.refresh()

    @property
    def decision(self) -> str:
        """The decision of the current row, "" if there is none that still stands."""
        row = self.entries.row(self.table.currentIndex().row())
        return str(row[DECISION]) if row and row[STATE] == "stands" else ""

    def ask(self) -> None:
        """Ask whether to take the current decision back."""
        if self.decision:
            self.presenter.ask(self.decision)

    def _ask(self, decision_id: str, sentence: str) -> None:
        self.question = box = QMessageBox(self)
        box.setWindowTitle(gettext("Take the decision back?"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(sentence)
        box.setInformativeText(gettext("The journal keeps both: the decision and its undoing."))
        yes = box.addButton(gettext("Take back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(gettext("Leave it"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(lambda: self.presenter.undo(decision_id))
        box.open()

    def _chosen(self, _key: object) -> None:
        self.undo.setEnabled(bool(self.decision))

    def _settled(self) -> None:
        self.entries.invalidate()
        self.base_changed.emit()

    def _lay_out(self) -> None:
        title, intro = label("title"), label("muted", wrap=True)
        self.say(title.setText, marked("Journal"))
        self.say(
            intro.setText,
            marked("Everything people did, in order. Any decision can be taken back alone."),
        )
        self.say(self.search.setPlaceholderText, marked("Who or what"))
        self.say(self.only.setText, marked("Only what can be taken &back"))
        self.say(self.undo.setText, marked("&Take back…"))
        self.draw(self.undo.setIcon, "undo")
        self.undo.setEnabled(False)
        self.search.setFixedWidth(260)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(intro)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addLayout(words, 1)
        top.addWidget(self.only)
        top.addWidget(self.search)
        bottom = QHBoxLayout()
        bottom.addWidget(self.undo)
        bottom.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.notice)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)
        self._say_empty()

    def _say_empty(self) -> None:
        self.table.empty_text = gettext("Nothing is recorded here yet.")

    @override
    def retranslate(self) -> None:
        self._say_empty()
        self.presenter.refresh()
