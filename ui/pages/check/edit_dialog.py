"""The dialog that corrects one wrong value; the rules answer while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.texts import gettext
from ui.pages.check.ports import FindingView
from ui.pages.check.presenter import CheckPresenter
from ui.parts.labels import button, label

_PAUSE = 150
_WIDTH = 520


class EditDialog(QDialog):
    """Corrects the value of one finding."""

    def __init__(
        self, finding: FindingView, presenter: CheckPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finding = finding
        self._presenter = presenter
        self.setWindowTitle(gettext("Correct a value"))
        self.setFixedWidth(_WIDTH)
        self.value = QLineEdit(finding.suggestion or finding.value)
        self.value.setAccessibleName(gettext("New value"))
        self.answer = label("muted", wrap=True)
        self.answer.setMinimumHeight(48)
        self.save = button("primary")
        self.save.setText(gettext("Save"))
        self.save.setDefault(True)
        self.cancel = button()
        self.cancel.setText(gettext("Cancel"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._test)
        self.value.textChanged.connect(lambda _changed: self._pause.start())
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.value.selectAll()
        self._test()

    def _lay_out(self) -> None:
        finding = self._finding
        where = label("muted", wrap=True)
        where.setText(f"{finding.card} · {finding.field}")
        message = label(wrap=True)
        message.setText(finding.message)
        was = label("muted")
        was.setText(gettext("As written: {value}").format(value=finding.value or "—"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        for widget in (where, message, was, self.value, self.answer):
            layout.addWidget(widget)
        layout.addLayout(row)

    def _test(self) -> None:
        value = self.value.text().strip()
        self._presenter.test(
            self._finding.finding_id, value, lambda said: self._answered(value, said)
        )

    def _answered(self, value: str, said: Sequence[str]) -> None:
        if value == self.value.text().strip():
            self._show(said)

    def _save(self) -> None:
        self.save.setEnabled(False)
        value = self.value.text().strip()
        self._presenter.edit(self._finding.finding_id, value, self._saved)

    def _saved(self, blocked: Sequence[str]) -> None:
        self.save.setEnabled(True)
        if blocked:
            self._show(blocked)
        else:
            self.accept()

    def _show(self, said: Sequence[str]) -> None:
        if said:
            self.answer.setText("\n".join(f"!  {sentence}" for sentence in said))
        else:
            self.answer.setText(gettext("✓  Nothing wrong with this value."))
