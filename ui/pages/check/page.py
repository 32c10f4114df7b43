"""The Check page: rules at the left, their findings at the right, what to do about them below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext, marked
from rules.finding import Severity
from ui import cells, formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.check.action_bar import ActionBar
from ui.pages.check.edit_dialog import EditDialog
from ui.pages.check.ports import CheckPort
from ui.pages.check.presenter import FINDINGS, CheckPresenter
from ui.pages.check.rule_file_dialog import RuleFileDialog
from ui.pages.check.rule_file_presenter import RuleFilePresenter
from ui.pages.check.rule_list import SEVERITIES, RuleList
from ui.paging import Tag
from ui.parts.empty_state import EmptyState
from ui.parts.labels import button, card, label
from ui.parts.notice import Notice
from ui.parts.page import Page
from ui.parts.paged_model import PagedModel
from ui.parts.search_box import SearchBox
from ui.parts.table import Table
from ui.settings import Settings

_WIDTH = 276


class CheckPage(Page):
    """Deals with what is wrong.

    Signals:
        blocked_changed: the number of open blocking findings is another (the number).
    """

    blocked_changed = Signal(int)

    def __init__(
        self,
        port: CheckPort,
        background: Background,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter = CheckPresenter(port, background)
        self.notice = Notice()
        self.findings = PagedModel(FINDINGS, background)
        self.table = Table("findings", self.findings, settings)
        self.rules = RuleList()
        self.actions_bar = ActionBar()
        self.filters = QButtonGroup(self)
        self.search = SearchBox()
        self.settled = QCheckBox()
        self.title = label("heading", wrap=True)
        self.detail = label("muted", wrap=True)
        self.rule_file = button()
        self.anew = button()
        self.outdated = label("muted", wrap=True)
        self.dialog: QDialog | None = None
        self.nothing = EmptyState(
            "check",
            marked("Nothing is wrong"),
            marked("Every value that was loaded passes the rules, or was dealt with."),
        )
        self._lay_out()
        presenter.changed = self.show_state
        presenter.told = self.notice.tell
        presenter.listed = self.findings.set_source
        presenter.settled = self._settled
        self._connect()

    @override
    def refresh(self) -> None:
        """Read rules and findings again."""
        self.presenter.refresh()

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter = self.presenter
        self.rules.show_rules(presenter.rules, presenter.query.code)
        self.table.show_only(presenter.columns)
        rule = presenter.rule
        self.title.setText(f"{rule.title} {rule.advice}" if rule else gettext("All findings"))
        current = presenter.current
        self.detail.setText(current.message if current else "")
        for place, severity in enumerate(SEVERITIES):
            self.filters.button(place).setText(self._filter_text(severity))
        empty = presenter.known and not presenter.all_rules and not presenter.query.settled
        self._stack.setCurrentWidget(self.nothing if empty else self._work)
        self.outdated.setVisible(presenter.outdated)
        self.anew.setVisible(presenter.outdated)
        self._count()
        self.blocked_changed.emit(presenter.count(Severity.BLOCK))

    def edit(self) -> None:
        """Correct the current finding by hand."""
        current = self.presenter.current
        if current is None or len(self.table.keys()) != 1:
            return
        self.dialog = EditDialog(current, self.presenter, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()

    def edit_rules(self) -> None:
        """Edit the rule file; the rule in hand has its table there."""
        rule = self.presenter.rule
        presenter = RuleFilePresenter(self.presenter.port.rule_file, self.presenter.background)
        chosen = (rule.code, str(rule.severity)) if rule else None
        self.dialog = RuleFileDialog(presenter, chosen, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._rules_changed)
        self.dialog.open()

    def _rules_changed(self) -> None:
        self.notice.tell(Tone.GOOD, gettext("The rule file is in force; every card was checked."))
        self.presenter.refresh()
        self.base_changed.emit()

    def _filter_text(self, severity: Severity | None) -> str:
        count = formats.number(self.presenter.count(severity))
        if severity is None:
            return f"{gettext('All')} {count}"
        tag = cells.severity(severity)
        return f"{tag.sign} {count}" if isinstance(tag, Tag) else count

    def _count(self) -> None:
        presenter = self.presenter
        listed = [presenter.rule] if presenter.rule else presenter.rules
        searched = bool(presenter.query.text)
        total = self.findings.rowCount()
        self.actions_bar.show_counts(
            selected=len(self.table.keys()),
            listed=total if searched else sum(rule.open for rule in listed),
            repairable=total if searched else sum(rule.repairable for rule in listed),
        )

    def _keys(self) -> list[int]:
        return [key for key in self.table.keys() if isinstance(key, int)]  # noqa: SIM118

    def _settled(self) -> None:
        self.findings.invalidate()
        self.base_changed.emit()

    def _lay_out(self) -> None:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(holder, 1)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_WIDTH)
        title = label("title")
        self.say(title.setText, marked("Check"))
        self.say(self.rules.setAccessibleName, marked("Rules"))
        filters = QHBoxLayout()
        filters.setSpacing(4)
        for place, severity in enumerate(SEVERITIES):
            one = QToolButton()
            one.setCheckable(True)
            one.setChecked(severity is None)
            self.filters.addButton(one, place)
            filters.addWidget(one)
            if severity is not None:
                tag = cells.severity(severity)
                one.setToolTip(tag.text if isinstance(tag, Tag) else tag)
        filters.addStretch(1)
        self.say(self.settled.setText, marked("Also what is &dealt with"))
        self.say(self.rule_file.setText, marked("Rule &file…"))
        self.say(self.anew.setText, marked("Check a&new"))
        self.say(
            self.outdated.setText, marked("The rules have changed since the cards were checked.")
        )
        self.outdated.hide()
        self.anew.hide()
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rules)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(filters)
        column.addWidget(frame, 1)
        column.addWidget(self.settled)
        column.addWidget(self.rule_file)
        column.addWidget(self.outdated)
        column.addWidget(self.anew)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        self.say(self.search.setPlaceholderText, marked("Find a card or a value"))
        self.search.setFixedWidth(250)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self.detail.setMinimumHeight(36)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.actions_bar)
        return right

    def _connect(self) -> None:
        presenter, bar = self.presenter, self.actions_bar
        self.rules.rule_picked.connect(presenter.pick)
        self.filters.idClicked.connect(lambda place: presenter.filter(SEVERITIES[place]))
        self.search.asked.connect(presenter.search)
        self.search.left.connect(self.table.setFocus)
        self.settled.toggled.connect(presenter.show_settled)
        self.rule_file.clicked.connect(self.edit_rules)
        self.anew.clicked.connect(presenter.check)
        self.table.chosen.connect(presenter.look)
        self.table.selected.connect(self._count)
        self.table.opened.connect(lambda _key: self.edit())
        bar.accept_asked.connect(lambda: presenter.accept(self._keys()))
        bar.waive_asked.connect(lambda: presenter.waive(self._keys()))
        bar.edit_asked.connect(self.edit)
        bar.accept_all_asked.connect(lambda: presenter.accept(presenter.query))
        bar.waive_all_asked.connect(lambda: presenter.waive(presenter.query))
        self._say_empty()

    def _say_empty(self) -> None:
        self.table.empty_text = gettext("No finding here.")

    @override
    def retranslate(self) -> None:
        self._say_empty()
        self.presenter.refresh()
        self.show_state()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)
