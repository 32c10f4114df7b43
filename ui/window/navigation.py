"""The pages at the left of the window, with what waits on each."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.look.colours import Tone
from ui.look.icons import pixmap
from ui.look.theme import colours
from ui.parts.labels import label
from ui.parts.spoken import Spoken

WIDTH = 184
_SMALL = 0.86
PAGES = (
    ("sources", marked("Sources")),
    ("entry", marked("Entry")),
    ("check", marked("Check")),
    ("review", marked("Review")),
    ("clients", marked("Clients")),
    ("reports", marked("Reports")),
    ("journal", marked("Journal")),
)


class NavigationButton(QToolButton):
    """A page with the number of things that wait on it, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._count = ""

    def show_count(self, count: str) -> None:
        """Show a number, "" for none."""
        self._count = count
        self.setAccessibleDescription(count)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = colours()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        wide, high = metrics.horizontalAdvance(self._count) + 14, metrics.height() + 3
        mark = QRectF(self.width() - wide - 10, (self.height() - high) / 2, wide, high)
        pair = chosen.tone(Tone.ACCENT if self.isChecked() else Tone.PLAIN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen.surface if self.isChecked() else pair.ground))
        painter.drawRoundedRect(mark, high / 2, high / 2)
        painter.setPen(QColor(pair.text))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, self._count)
        painter.end()


class Navigation(Spoken):
    """Seven buttons; Ctrl and a digit, or Alt and a digit, do the same.

    Signals:
        page_chosen: a page was chosen (its place).
    """

    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._waiting = [0] * len(PAGES)
        self.buttons = QButtonGroup(self)
        self._buttons: list[NavigationButton] = []
        self.hint = label("muted", wrap=True)
        self.hint.setContentsMargins(10, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 10, 14)
        layout.setSpacing(3)
        layout.addLayout(self._brand())
        layout.addSpacing(16)
        for place, (name, _title) in enumerate(PAGES):
            layout.addWidget(self._button(place, name))
        layout.addStretch(1)
        layout.addWidget(self.hint)
        self.say(self.hint.setText, marked("Ctrl+1 … Ctrl+7 change pages"))
        self.buttons.idClicked.connect(self.page_chosen)
        self.retranslate()

    def show_page(self, place: int) -> None:
        """Mark a page as the one that is shown."""
        self.buttons.button(place).setChecked(True)

    def show_waiting(self, place: int, count: int) -> None:
        """Say how much waits on a page."""
        if self._waiting[place] != count:
            self._waiting[place] = count
            self.retranslate()

    @override
    def retranslate(self) -> None:
        for place, (_name, title) in enumerate(PAGES):
            count = self._waiting[place]
            one = self._buttons[place]
            one.setText(f"  {gettext(title)}")
            one.show_count(formats.number(count) if count else "")
            one.setToolTip(f"{gettext(title)}  Ctrl+{place + 1}")

    def enable(self) -> None:
        """Let the user go to the pages: a base is open."""
        for one in self._buttons:
            one.setEnabled(True)

    def _brand(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(pixmap("app", "", 28, self.devicePixelRatioF()))
        name = QLabel("Sverka")
        name.setObjectName("brand")
        self.say(name.setText, marked("Sverka"))
        made = QHBoxLayout()
        made.setContentsMargins(10, 0, 0, 0)
        made.setSpacing(10)
        made.addWidget(picture)
        made.addWidget(name, 1)
        return made

    def _button(self, place: int, name: str) -> NavigationButton:
        made = NavigationButton()
        made.setEnabled(False)
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(20, 20))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.draw(made.setIcon, name, "muted")
        self.buttons.addButton(made, place)
        self._buttons.append(made)
        for modifier in ("Ctrl", "Alt"):
            shortcut = QShortcut(QKeySequence(f"{modifier}+{place + 1}"), self)
            shortcut.activated.connect(made.click)
        return made
