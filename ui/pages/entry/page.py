"""The Entry page: a client and his car typed in, checked field by field as they are left."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.entry.alike_panel import AlikePanel
from ui.pages.entry.field_row import FieldRow
from ui.pages.entry.ports import EntryPort
from ui.pages.entry.presenter import EntryPresenter
from ui.parts.labels import button, card, label
from ui.parts.notice import Notice
from ui.parts.page import Page
from workflow.entry_form import CAR, CLIENT, FIELDS
from workflow.entry_reason import REASONS, Reason

_PAUSE = 120
_WIDE = {"full_name", "email", "address", "comment", "vin", "make_model"}
_SOUGHT = {"full_name", "phone", "phone_2", "email", "inn", "vin", "plate", "body_no"}


class EntryPage(Page):
    """Takes in a client."""

    def __init__(
        self, port: EntryPort, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter = EntryPresenter(port, background)
        self.notice = Notice()
        self.rows = {name: FieldRow(name) for name in FIELDS}
        self.alike = AlikePanel()
        self.title, self.subtitle = label("title"), label("muted")
        self.whole = label(wrap=True)
        self.new, self.car, self.save = button(), button(), button("primary")
        self.bypass = button()
        self.reasons = QMenu(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        presenter.changed = self.show_state
        presenter.filled = self.fill
        presenter.told = self.notice.tell
        presenter.stopped = self._lead
        presenter.saved = self.base_changed.emit
        presenter.lost = self._lost
        self._connect()
        self.setFocusProxy(self.rows[FIELDS[0]].input)
        self.show_state()

    @override
    def refresh(self) -> None:
        """Read rights, remarks and possible duplicates again; what is typed stays."""
        self.presenter.refresh()

    def edit(self, client_id: int) -> None:
        """Open a client of the base, at the second asking where something was typed."""
        self._unless_dirty(partial(self.presenter.edit, client_id))

    def fill(self) -> None:
        """Show another draft from its beginning."""
        draft = self.presenter.draft
        for name, row in self.rows.items():
            row.fill(draft.text(name))
        self.notice.hide()
        self.area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.rows[FIELDS[0]].input.setFocus()

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter = self.presenter
        for name, row in self.rows.items():
            row.show_view(presenter.view(name))
        self.alike.show_alike(presenter.alike)
        whole = presenter.whole()
        self.whole.setText(whole)
        self.whole.setVisible(bool(whole))
        editing = presenter.draft.client_id
        self.subtitle.setText(presenter.title if editing else gettext("A new client"))
        self.car.setVisible(bool(editing))
        self.save.setEnabled(not presenter.saving)
        self.bypass.setVisible(presenter.may_bypass and presenter.blocked)

    def repair(self) -> None:
        """Take the repair that is offered for the field in hand."""
        name = next((name for name, row in self.rows.items() if row.input.hasFocus()), "")
        if name and not self._take_repair(name):
            self.presenter.leave(name)

    def _take_repair(self, name: str) -> bool:
        repair = self.presenter.repair(name)
        if repair:
            self.rows[name].fill(repair)
        return bool(repair)

    def _typed(self, name: str, text: str) -> None:
        self.presenter.type(name, text)
        if name in _SOUGHT:
            self._pause.start()

    def _lost(self, why: str, back: Callable[[], None]) -> None:
        """Offer to go back to a draft that was not taken, while another one is typed."""
        said = gettext("The client before was not saved. {why}").format(why=why).strip()
        self.notice.tell(Tone.BLOCK, said, gettext("Back to that client"), back)

    def _lead(self, name: str) -> None:
        """Put the cursor into a field that has to be put right."""
        row = self.rows.get(name)
        if row is not None:
            self.area.ensureWidgetVisible(row)
            row.input.setFocus()

    def _unless_dirty(self, act: Callable[[], None]) -> None:
        """Do it at once where nothing is lost by it, else when the user says so."""
        if not self.presenter.dirty:
            act()
            return
        said = gettext("What you typed is not saved.")
        self.notice.tell(Tone.WARN, said, gettext("Clear the form"), act)
        self.notice.action.setFocus()

    def _new(self) -> None:
        self._unless_dirty(self.presenter.start)

    def _to_list(self) -> None:
        if self.alike.list.isVisible() and not self.alike.list.hasFocus():
            self.alike.list.setFocus()
        else:
            self._back()

    def _back(self) -> None:
        self.rows[FIELDS[0]].input.setFocus()

    def _bypass(self, reason: Reason, _checked: object = None) -> None:
        self.presenter.save(reason)

    def _save(self) -> None:
        self.presenter.save()

    def _connect(self) -> None:
        presenter = self.presenter
        for row in self.rows.values():
            row.typed.connect(self._typed)
            row.left.connect(presenter.leave)
            row.repair_asked.connect(self._take_repair)
        self._pause.timeout.connect(presenter.look_up)
        self.alike.open_asked.connect(presenter.adopt)
        self.alike.apart_asked.connect(presenter.part)
        self.alike.left.connect(self._back)
        self.new.clicked.connect(self._new)
        self.car.clicked.connect(presenter.another_car)
        self.save.clicked.connect(self._save)
        for keys, act in (
            ("F3", self._new),
            ("F4", self.repair),
            ("F6", self._to_list),
            ("F8", self.alike.ask_apart),
            ("Ctrl+Return", self._save),
            ("Ctrl+Enter", self._save),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)
        for reason, said in REASONS.items():
            action = self.reasons.addAction("")
            self.say(action.setText, said)
            action.triggered.connect(partial(self._bypass, reason))
        self.bypass.setMenu(self.reasons)

    def _lay_out(self) -> None:
        self.say(self.title.setText, marked("Entry"))
        self.say(self.new.setText, marked("F3  New client"))
        self.say(self.car.setText, marked("Another car of his"))
        self.say(self.save.setText, marked("Save  Ctrl+Enter"))
        self.say(self.bypass.setText, marked("Save all the same…  ▾"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addSpacing(6)
        head.addWidget(self.subtitle, 1)
        for widget in (self.car, self.new, self.bypass, self.save):
            head.addWidget(widget)
        form = QWidget()
        columns = QHBoxLayout(form)
        columns.setContentsMargins(0, 0, 6, 0)
        columns.setSpacing(14)
        columns.addWidget(self._column(marked("Client"), CLIENT), 3)
        right = QVBoxLayout()
        right.addWidget(self._column(marked("Car"), CAR))
        right.addWidget(self.whole)
        right.addStretch(1)
        columns.addLayout(right, 2)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(form)
        work = QHBoxLayout()
        work.setSpacing(14)
        work.addWidget(self.area, 1)
        work.addWidget(self.alike)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addLayout(work, 1)

    def _column(self, title: str, names: Sequence[str]) -> QWidget:
        """A framed piece of the form, two short fields beside each other."""
        frame, heading = card(), label("heading")
        self.say(heading.setText, title)
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(heading, 0, 0, 1, 2)
        line, side = 1, 0
        for name in names:
            if name in _WIDE:
                line += side
                grid.addWidget(self.rows[name], line, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
                line, side = line + 1, 0
            else:
                grid.addWidget(self.rows[name], line, side, Qt.AlignmentFlag.AlignTop)
                line, side = line + side, 1 - side
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(line + 1, 1)
        return frame

    @override
    def retranslate(self) -> None:
        self.presenter.refresh()
        self.show_state()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.notice.isHidden():
            self.notice.hide()
        else:
            super().keyPressEvent(event)
