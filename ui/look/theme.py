"""The theme in force: light or dark, chosen or the system's."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.look.colours import DARK, LIGHT, Colours


class ThemeChoice(StrEnum):
    """What the user wants: the system's theme or one of ours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _InForce:
    """The colours painting code asks for; one for the whole process, as the palette is."""

    colours: Colours = LIGHT


def colours() -> Colours:
    """The colours in force."""
    return _InForce.colours


class Theme(QObject):
    """Applies a theme to the application and follows the system while told to.

    Signals:
        changed: other colours are in force.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice) -> None:
        super().__init__(application)
        self._application = application
        self.choice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.apply(choice)

    def apply(self, choice: ThemeChoice) -> None:
        """Use this theme from here on."""
        self.choice = choice
        self._wear(DARK if self._wants_dark() else LIGHT)

    def toggle(self) -> None:
        """Change from light to dark or back, and stay there."""
        self.apply(ThemeChoice.LIGHT if colours().dark else ThemeChoice.DARK)

    def _wants_dark(self) -> bool:
        if self.choice is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.choice is ThemeChoice.DARK

    def _follow(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self.apply(self.choice)

    def _wear(self, chosen: Colours) -> None:
        _InForce.colours = chosen
        self._application.setPalette(palette(chosen))
        self.changed.emit()


def palette(chosen: Colours) -> QPalette:
    """The palette of a theme, for whatever the style sheet leaves to the style."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, chosen.window),
        (role.WindowText, chosen.text),
        (role.Base, chosen.surface),
        (role.AlternateBase, chosen.raised),
        (role.Text, chosen.text),
        (role.Button, chosen.surface),
        (role.ButtonText, chosen.text),
        (role.BrightText, chosen.block.text),
        (role.ToolTipBase, chosen.raised),
        (role.ToolTipText, chosen.text),
        (role.PlaceholderText, chosen.muted),
        (role.Highlight, chosen.selection),
        (role.HighlightedText, chosen.text),
        (role.Link, chosen.accent),
        (role.Accent, chosen.accent),
    ):
        made.setColor(name, QColor(value))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, name, QColor(chosen.disabled))
    return made
