"""How far the counting of a report is, with the button that stops it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui.background import Pace
from ui.parts.labels import button, label
from ui.parts.spoken import Spoken

_PATIENCE = 250


class ProgressStrip(Spoken):
    """Shows itself once a counting takes longer than a blink.

    Signals:
        cancel_asked: the counting is to stop.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace: Pace | None = None
        self.stage = label("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(200)
        self.cancel = button("flat")
        self.say(self.cancel.setText, marked("Cancel"))
        self.cancel.clicked.connect(self.cancel_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.stage, self.bar, self.cancel):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PATIENCE)
        self._pause.timeout.connect(self.show)
        self.hide()

    def show_counting(self, *, counting: bool) -> None:
        """A report is being counted, or is not any more."""
        if not counting:
            self._pause.stop()
            self.hide()
        elif self.isHidden() and not self._pause.isActive():
            self.show_pace(None)
            self._pause.start()

    def show_pace(self, pace: Pace | None) -> None:
        """Show how far it is."""
        self._pace = pace
        self.stage.setText(pace.stage if pace and pace.stage else gettext("Counting…"))
        self.bar.setMaximum(pace.total if pace else 0)
        self.bar.setValue(pace.done if pace else 0)

    @override
    def retranslate(self) -> None:
        self.show_pace(self._pace)
