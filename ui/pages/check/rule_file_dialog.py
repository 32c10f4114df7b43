"""The dialog of the rule file: edit it, see what it would change, put it in force."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from resources.texts import gettext, marked
from ui import formats
from ui.pages.check.rule_file_ports import EffectView
from ui.pages.check.rule_file_presenter import RuleFilePresenter, with_rule
from ui.parts.labels import button, card, label
from ui.parts.lines import Lines
from ui.parts.notice import Notice

_SIZE = (980, 620)
_EFFECTS = (marked("Rule"), marked("Cards now → then"), marked("For example"))


class RuleFileDialog(QDialog):
    """Edits the rule file. F5 tries it, Ctrl+Enter puts in force what was tried."""

    def __init__(
        self,
        presenter: RuleFilePresenter,
        rule: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._rule = rule
        self.setWindowTitle(gettext("Rule file"))
        self.resize(*_SIZE)
        self.notice = Notice()
        self.editor = QPlainTextEdit()
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setAccessibleName(gettext("Rule file"))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(_EXAMPLE)
        self.effects = Lines(_EFFECTS, (190, 180))
        self.effects.setAccessibleName(gettext("What would change"))
        self.summary = label("muted", wrap=True)
        self.try_out = button()
        self.take = button("primary")
        self.close_button = button()
        self._lay_out()
        self._connect()
        presenter.open(self._opened)

    def show_state(self) -> None:
        """Show what the presenter holds."""
        presenter = self._presenter
        self.editor.setReadOnly(presenter.busy)
        self.try_out.setEnabled(presenter.may_try)
        self.take.setEnabled(presenter.may_take)
        trial = presenter.trial
        self.effects.show_lines([_line(effect) for effect in trial.effects] if trial else [])
        if trial is None:
            self.summary.setText(
                gettext("Try the file to see what it would change, then put it in force.")
            )
        elif not trial.effects:
            self.summary.setText(gettext("This rule file changes no finding."))
        else:
            text = gettext("Cards newly stopped: {stopped}; let in again: {freed}")
            self.summary.setText(
                text.format(
                    stopped=formats.number(trial.stopped), freed=formats.number(trial.freed)
                )
            )

    def _opened(self, text: str) -> None:
        shown = with_rule(text, *self._rule) if self._rule else text
        self.editor.setPlainText(shown)
        if self._rule:
            self._point_to(shown.splitlines().index(f"[rules.{self._rule[0]}]") + 2)
        self.editor.setFocus()

    def _point_to(self, line: int) -> None:
        if line < 1:
            return
        block = self.editor.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.centerCursor()
        self.editor.setFocus()

    def _lay_out(self) -> None:
        self.try_out.setText(gettext("&Try (F5)"))
        self.take.setText(gettext("&Put in force"))
        self.close_button.setText(gettext("Close"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for widget in (self.editor, self.effects):
            frame = card()
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(1, 1, 1, 1)
            inside.addWidget(widget)
            split.addWidget(frame)
        split.setSizes([_SIZE[0] * 2 // 5, _SIZE[0] * 3 // 5])
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        for one in (self.close_button, self.try_out, self.take):
            row.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(split, 1)
        layout.addLayout(row)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed = self.show_state
        presenter.told = self.notice.tell
        presenter.pointed = self._point_to
        presenter.taken = self.accept
        self.editor.textChanged.connect(lambda: presenter.type(self.editor.toPlainText()))
        self.try_out.clicked.connect(presenter.try_out)
        self.take.clicked.connect(presenter.put_in_force)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self, presenter.try_out)
        QShortcut(QKeySequence("Ctrl+Return"), self, presenter.put_in_force)


_EXAMPLE = """[rules.TEL205]
on = false

[required]
sales = ["phone", "vin"]

[[own]]
code = "OWN201"
field = "card_no"
pattern = "K-[0-9]{6}"
say = "…"
"""


def _line(effect: EffectView) -> tuple[str, str, str]:
    counts = f"{formats.number(effect.now)} → {formats.number(effect.then)}"
    return f"{effect.code} {effect.severity}\n{effect.title}", counts, effect.example
