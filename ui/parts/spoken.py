"""A widget whose texts follow the language and whose icons follow the theme."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from resources.texts import gettext
from ui.look.icons import icon
from ui.look.theme import colours


class Spoken(QWidget):
    """Repeats what it was told to say whenever the language or the theme changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: list[tuple[Callable[[str], object], str]] = []
        self._drawn: list[tuple[Callable[[QIcon], object], str, str]] = []

    def say(self, setter: Callable[[str], object], message: str) -> None:
        """Set a text by its message id, in this language and in any later one."""
        self._said.append((setter, message))
        setter(gettext(message))

    def draw(self, setter: Callable[[QIcon], object], name: str, colour: str = "text") -> None:
        """Set an icon in a colour of the theme (a field of ``Colours``), and of any later one."""
        self._drawn.append((setter, name, colour))
        setter(icon(name, str(getattr(colours(), colour))))

    def retranslate(self) -> None:
        """Say again what was put together from several messages; for subclasses."""

    def repaint_icons(self) -> None:
        """Draw again what was drawn in the colours of another theme."""
        for setter, name, colour in self._drawn:
            setter(icon(name, str(getattr(colours(), colour))))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for setter, message in self._said:
                setter(gettext(message))
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.repaint_icons()
        super().changeEvent(event)
