"""The dialog that approves everything at or above a probability, with what that would do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from resources.texts import gettext, ngettext
from ui import formats
from ui.background import Background
from ui.pages.review.ports import ApprovalPreview
from ui.parts.labels import button, card, label, line

_LOWEST = 800
_USUAL = 990
_PAUSE = 120
_WIDTH = 560


class ApprovalDialog(QDialog):
    """Choose a probability and see, at once, how many groups it would approve.

    Signals:
        approved: the user confirmed (the probability).
    """

    approved = Signal(float)

    def __init__(
        self,
        preview: Callable[[float], ApprovalPreview],
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._background = background
        self._asked = 0.0
        self.setWindowTitle(gettext("Approve in bulk"))
        self.setFixedWidth(_WIDTH)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LOWEST, 1000)
        self.spin = QDoubleSpinBox()
        self.spin.setDecimals(1)
        self.spin.setRange(_LOWEST / 10, 100)
        self.spin.setSingleStep(0.1)
        self.spin.setSuffix(" %")
        self.spin.setFixedWidth(92)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = label("figure")
        self.cards = label("muted", wrap=True)
        self.examples = label(wrap=True)
        self.confirm = button("primary")
        self.cancel = button()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.slider.setValue(_USUAL)

    @property
    def probability(self) -> float:
        """The probability chosen."""
        return self.slider.value() / 1000

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        title = label("heading")
        title.setText(gettext("Approve everything at or above"))
        layout.addWidget(title)
        choice = QHBoxLayout()
        choice.setSpacing(14)
        choice.addWidget(self.slider, 1)
        choice.addWidget(self.spin)
        layout.addLayout(choice)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(4)
        inside.addWidget(self.count)
        inside.addWidget(self.cards)
        inside.addSpacing(6)
        inside.addWidget(line())
        inside.addSpacing(6)
        doubtful = label("muted")
        doubtful.setText(gettext("The least certain of them:"))
        inside.addWidget(doubtful)
        inside.addWidget(self.examples)
        layout.addWidget(frame)
        promise = label("muted", wrap=True)
        promise.setText(
            gettext("This is one decision in the journal; it can be taken back at any time.")
        )
        layout.addWidget(promise)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        layout.addLayout(row)
        self.cancel.setText(gettext("Cancel"))
        self.confirm.setText(gettext("Approve"))
        self.confirm.setEnabled(False)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self.spin.setValue(value / 10))
        self.spin.valueChanged.connect(lambda value: self.slider.setValue(round(value * 10)))
        self.slider.valueChanged.connect(lambda _changed: self._pause.start())
        self._pause.timeout.connect(self._ask)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._confirm)

    def _ask(self) -> None:
        self._asked = asked = self.probability
        self._background.read(lambda: self._preview(asked), partial(self._answered, asked))

    def _answered(self, asked: float, preview: ApprovalPreview) -> None:
        if asked != self._asked:
            return
        self.count.setText(
            ngettext("{count} group", "{count} groups", preview.groups).format(
                count=formats.number(preview.groups)
            )
        )
        self.cards.setText(
            ngettext(
                "with {count} card; groups that hold a contradiction are left to you",
                "with {count} cards; groups that hold a contradiction are left to you",
                preview.cards,
            ).format(count=formats.number(preview.cards))
        )
        self.examples.setText("\n".join(f"•  {text}" for text in preview.examples))
        self.confirm.setEnabled(preview.groups > 0)

    def _confirm(self) -> None:
        self.approved.emit(self.probability)
        self.accept()
