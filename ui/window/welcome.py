"""What the window shows while no base is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.texts import marked
from ui.look.icons import pixmap
from ui.parts.labels import button, centred, label
from ui.parts.spoken import Spoken


class Welcome(Spoken):
    """Open a base or make one.

    Signals:
        open_asked: open a base from a file.
        create_asked: make a new base.
    """

    open_asked = Signal()
    create_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(pixmap("app", "", 64, self.devicePixelRatioF()))
        title, sentence = label("title"), label("muted", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.create_button, self.open_button = button("primary"), button()
        self.say(title.setText, marked("Two client bases become one"))
        self.say(
            sentence.setText,
            marked(
                "A base is one file that holds what you load and everything you decide."
                " The exports of sales and service themselves are never changed."
            ),
        )
        self.say(self.create_button.setText, marked("&New base…"))
        self.say(self.open_button.setText, marked("&Open a base…"))
        self.create_button.clicked.connect(self.create_asked)
        self.open_button.clicked.connect(self.open_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.create_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        for widget in (picture, title):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(centred(sentence))
        layout.addSpacing(6)
        layout.addLayout(buttons)
        layout.addStretch(3)
