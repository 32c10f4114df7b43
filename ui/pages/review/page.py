"""The Review page: the queue, the cards side by side, a verdict by key or button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Background
from ui.compare.cards import CARS, EVENTS
from ui.compare.compare_view import CompareView
from ui.compare.model import Result, Sheet
from ui.keys import ReviewKey, meaning
from ui.pages.review.account_dialog import AccountDialog
from ui.pages.review.approval import ApprovalDialog
from ui.pages.review.ports import ReviewPort, Verdict
from ui.pages.review.presenter import ReviewPresenter
from ui.pages.review.reason_panel import ReasonPanel
from ui.pages.review.side_panel import SidePanel
from ui.pages.review.verdict_bar import VerdictBar
from ui.parts.empty_state import EmptyState
from ui.parts.labels import card
from ui.parts.notice import Notice
from ui.parts.page import Page

_VERDICTS = {
    ReviewKey.SAME: Verdict.SAME,
    ReviewKey.DIFFERENT: Verdict.DIFFERENT,
    ReviewKey.UNSURE: Verdict.UNSURE,
}


class ReviewPage(Page):
    """Judges candidates.

    Signals:
        left_changed: the number of groups that wait is another (the number).
    """

    left_changed = Signal(int)

    def __init__(
        self, port: ReviewPort, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._background = background
        self.presenter = ReviewPresenter(port, background)
        self.presenter.changed = self.show_state
        self.presenter.settled = self.base_changed.emit
        self.side = SidePanel()
        self.reason = ReasonPanel()
        self.compare = CompareView()
        self.verdicts = VerdictBar()
        self.notice = Notice()
        self.presenter.told = self.notice.tell
        self.dialog: QDialog | None = None
        self.nothing = EmptyState(
            "review",
            marked("Nothing has been compared yet"),
            marked(
                "Load the files of both departments, then let Sverka look for clients who"
                " stand in them more than once."
            ),
            marked("Find the same clients"),
        )
        self.all_done = EmptyState(
            "done",
            marked("Everything is decided"),
            marked("No group waits for you. New ones appear when another file is loaded."),
            marked("Search again"),
        )
        self.only_unsure = EmptyState(
            "review",
            marked("Only the unsure are left"),
            marked("Every other group is decided. Look at these again when you know more."),
            marked("Show the unsure"),
        )
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        """Read the queue again."""
        self.presenter.refresh()

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter = self.presenter
        group = presenter.group
        self.side.show_state(presenter)
        if group is not None:
            self.reason.show_reasons(
                presenter.reasons(), group.probability, presenter.weakest_tie()
            )
            self._show_cards()
            self._stack.setCurrentWidget(self._work)
        elif presenter.known and not presenter.queue and not presenter.unsure:
            self._stack.setCurrentWidget(self._empty())
        self.verdicts.show_state(
            can_decide=group is not None and not presenter.deciding, can_undo=presenter.can_undo
        )
        self.left_changed.emit(presenter.state.left)

    def _empty(self) -> EmptyState:
        """What is told where no group waits."""
        state = self.presenter.state
        if state.postponed:
            return self.only_unsure
        return self.all_done if state.searched else self.nothing

    def _show_cards(self) -> None:
        presenter, group = self.presenter, self.presenter.group
        if group is None:
            return
        rows = presenter.rows()
        if self.reason.only_differences.isChecked():
            rows = [row for row in rows if row.differs]
        results = {
            name: Result(golden.values, golden.card_id, golden.why)
            for name, golden in presenter.golden.items()
        }
        kept = Result((), None, gettext("all are kept"))
        results |= {CARS: kept, EVENTS: kept}
        self.compare.show_sheet(
            Sheet(
                group.cards,
                tuple(rows),
                results,
                frozenset(presenter.ticked),
                dict(presenter.chosen),
            )
        )

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.compare)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 14, 20, 12)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self.reason)
        column.addWidget(frame, 1)
        column.addWidget(self.verdicts)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(right, 1)
        self._stack = QStackedLayout(self)
        self._waiting = QWidget()
        for widget in (self._waiting, self._work, self.nothing, self.all_done, self.only_unsure):
            self._stack.addWidget(widget)

    def _connect(self) -> None:
        presenter = self.presenter
        self.side.queue.group_chosen.connect(presenter.open)
        self.side.order_chosen.connect(presenter.reorder)
        self.side.unsure_chosen.connect(presenter.show_unsure)
        self.side.bulk.clicked.connect(self.ask_approval)
        self.side.search.clicked.connect(presenter.propose)
        self.reason.only_differences.toggled.connect(self._show_cards)
        self.reason.why.clicked.connect(self.explain)
        self.compare.value_chosen.connect(presenter.choose)
        self.compare.card_toggled.connect(
            lambda card_id: presenter.tick(card_id, card_id not in presenter.ticked)
        )
        self.verdicts.key_chosen.connect(self.act)
        self.verdicts.relation_chosen.connect(
            lambda relation: presenter.decide(Verdict.RELATED, relation)
        )
        self.nothing.action.clicked.connect(presenter.propose)
        self.all_done.action.clicked.connect(presenter.propose)
        self.only_unsure.action.clicked.connect(lambda: presenter.show_unsure(wanted=True))

    def act(self, key: ReviewKey) -> None:
        """Do what a key means."""
        presenter = self.presenter
        if key in _VERDICTS:
            presenter.decide(_VERDICTS[key])
        elif key is ReviewKey.RELATED:
            self.verdicts.ask_relation(presenter.group.relation if presenter.group else "")
        elif key is ReviewKey.SKIP:
            presenter.skip()
        else:
            presenter.undo()

    def ask_approval(self) -> None:
        """Open the dialog of the bulk approval."""
        self.dialog = dialog = ApprovalDialog(self._port.approval, self._background, self)
        dialog.approved.connect(self.presenter.approve)
        self._open(dialog)

    def explain(self) -> None:
        """Open the dialog that says why the ticked cards may be one client."""
        presenter, group = self.presenter, self.presenter.group
        if group is None:
            return
        ticked = [one for one in group.cards if one.card_id in presenter.ticked]
        cards = ticked if len(ticked) > 1 else group.cards
        self.dialog = dialog = AccountDialog(self._port.explain, self._background, cards, self)
        self._open(dialog)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @override
    def retranslate(self) -> None:
        self.refresh_group()

    def refresh_group(self) -> None:
        """Read the group in hand again: its sentences are in another language."""
        group = self.presenter.group
        self.presenter.group = None
        if group is not None:
            self.presenter.open(group.group_id)
        self.show_state()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.explain()
            return
        key = meaning(event)
        if key is None or self.presenter.group is None:
            super().keyPressEvent(event)
        else:
            self.act(key)
