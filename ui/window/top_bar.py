"""The bar at the top: which base, who works, language and theme."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton
from typing_extensions import override

from resources.texts import LANGUAGES, gettext, language, marked
from ui.look.theme import colours
from ui.parts.spoken import Spoken

HEIGHT = 46


class TopBar(Spoken):
    """Base, reviewer, language, theme.

    Signals:
        open_asked: open a base from a file.
        create_asked: make a new base.
        recent_chosen: open a base used lately (its place).
        language_chosen: another language ("ru", "en").
        theme_toggled: light to dark or back.
    """

    open_asked = Signal()
    create_asked = Signal()
    recent_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.base = self._menu_button("base")
        self.reviewer = self._button("user")
        self.languages = self._menu_button("globe")
        self.theme = QToolButton()
        self.theme.setIconSize(QSize(18, 18))
        self._bases = QMenu(self)
        self.base.setMenu(self._bases)
        self.languages.setMenu(self._language_menu())
        self.theme.clicked.connect(self.theme_toggled)
        self.reviewer.setEnabled(False)
        self.say(self.theme.setToolTip, marked("Light or dark"))
        self.say(self.theme.setAccessibleName, marked("Light or dark"))
        self.say(self.base.setToolTip, marked("Open another base"))
        self.say(self.reviewer.setToolTip, marked("Who decides: this name stands in the journal"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(6)
        layout.addWidget(self.base)
        layout.addStretch(1)
        for widget in (self.reviewer, self.languages, self.theme):
            layout.addWidget(widget)
        self._name, self._reviewer, self._recent = "", "", list[str]()
        self.retranslate()
        self.repaint_icons()

    def show_base(self, name: str, reviewer: str, recent: Sequence[str]) -> None:
        """Say which base is open, who works, and which bases were open lately."""
        self._name, self._reviewer, self._recent = name, reviewer, list(recent)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.base.setText(f"{self._name or gettext('No base')}  ▾")
        self.reviewer.setText(self._reviewer)
        self.reviewer.setVisible(bool(self._reviewer))
        self.languages.setText(f"{LANGUAGES[language()]}  ▾")
        self._bases.clear()
        self._bases.addAction(gettext("Open a base…"), self.open_asked.emit)
        self._bases.addAction(gettext("New base…"), self.create_asked.emit)
        if self._recent:
            self._bases.addSeparator()
        for place in self._recent:
            self._bases.addAction(place).triggered.connect(
                lambda _checked=False, place=place: self.recent_chosen.emit(place)
            )

    @override
    def repaint_icons(self) -> None:
        super().repaint_icons()
        from_dark = colours().dark
        self._drawn = [drawn for drawn in self._drawn if drawn[1] not in {"sun", "moon"}]
        self.draw(self.theme.setIcon, "sun" if from_dark else "moon", "muted")

    def _button(self, icon: str) -> QToolButton:
        made = QToolButton()
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(18, 18))
        self.draw(made.setIcon, icon, "muted")
        return made

    def _menu_button(self, icon: str) -> QToolButton:
        made = self._button(icon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _language_menu(self) -> QMenu:
        made = QMenu(self)
        for code, name in LANGUAGES.items():
            made.addAction(name).triggered.connect(
                lambda _checked=False, code=code: self.language_chosen.emit(code)
            )
        return made
