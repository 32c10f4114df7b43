"""A line at the top of a page that says what just happened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from resources.texts import marked
from ui.look.colours import Tone
from ui.parts.labels import button, label
from ui.parts.spoken import Spoken

SIGNS = {
    Tone.PLAIN: "·",
    Tone.ACCENT: "›",
    Tone.GOOD: "✓",
    Tone.INFO: "i",
    Tone.WARN: "!",
    Tone.BLOCK: "✕",
}


class Notice(Spoken):
    """A sentence in a tone, with an optional action, until it is closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = label(wrap=True)
        self.action = button("flat")
        self.close_button = QToolButton()
        self.draw(self.close_button.setIcon, "close", "muted")
        self.say(self.close_button.setToolTip, marked("Close"))
        self.say(self.close_button.setAccessibleName, marked("Close"))
        self.close_button.clicked.connect(self.hide)
        self.action.clicked.connect(self._do)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 6, 5)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        self.hide()

    def tell(
        self, tone: Tone, sentence: str, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence (and a button that does something about it)."""
        self._act = act
        self.text.setText(f"{SIGNS[tone]}  {sentence}")
        self.action.setText(action)
        self.action.setVisible(act is not None)
        self.setProperty("tone", tone.value)
        for widget in (self, self.text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()

    def _do(self) -> None:
        self.hide()
        if self._act:
            self._act()
