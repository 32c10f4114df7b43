"""What a page shows while it has nothing: a picture, what this is, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look.icons import pixmap
from ui.look.theme import colours
from ui.parts.labels import button, centred, label
from ui.parts.spoken import Spoken

_SIDE = 44


class EmptyState(Spoken):
    """A picture with a title, a sentence and a button that does the next sensible thing."""

    def __init__(
        self, icon: str, title: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.picture = QLabel()
        self.title = label("heading")
        self.sentence = label("muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.action = button("primary")
        self.say(self.title.setText, title)
        self.say(self.sentence.setText, sentence)
        self.say(self.action.setText, action)
        self.action.setVisible(bool(action))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        for widget in (self.picture, self.title):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(centred(self.sentence))
        layout.addSpacing(6)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.repaint_icons()

    @override
    def repaint_icons(self) -> None:
        """Draw the picture in the theme's quiet colour."""
        super().repaint_icons()
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(pixmap(self._icon, colours().disabled, _SIDE, ratio))
