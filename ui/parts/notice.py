"""A line at the top of a page that says what just happened."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from resources.texts import marked
from ui.look.colours import Tone
from ui.look.theme import colours
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
        self._tone = Tone.INFO
        self._act: Callable[[], None] | None = None
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
        self._tone = tone
        self._act = act
        self.text.setText(f"{SIGNS[tone]}  {sentence}")
        self.action.setText(action)
        self.action.setVisible(act is not None)
        self._colour()
        self.show()

    @override
    def repaint_icons(self) -> None:
        """Follow the theme."""
        super().repaint_icons()
        self._colour()

    def _do(self) -> None:
        self.hide()
        if self._act:
            self._act()

    def _colour(self) -> None:
        pair = colours().tone(self._tone)
        style = f"Notice {{ background: {pair.ground}; border-radius: 7px; }}"
        wanted = f"{style} Notice > QLabel {{ color: {pair.text}; }}"
        if wanted != self.styleSheet():
            self.setStyleSheet(wanted)
