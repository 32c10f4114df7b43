"""A field for a day, empty for none."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import formats
from ui.look.colours import Tone
from ui.pages.reports.periods import NoDayError, typed

_WIDTH = 104


class DayField(QLineEdit):
    """Takes a day in any usual way of writing it.

    Signals:
        changed: another day stands in it (the day or None).
        refused: what was typed is no day (a sentence, "" once it is one again).
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self.setFixedWidth(_WIDTH)
        self.editingFinished.connect(self._take)

    def show_day(self, day: date | None) -> None:
        """Show a day without telling of it."""
        self.day = day
        self.setText(formats.day(day))
        self._wear(Tone.PLAIN)

    def _take(self) -> None:
        try:
            day = typed(self.text())
        except NoDayError as error:
            self._wear(Tone.BLOCK)
            self.refused.emit(str(error))
            return
        before = self.day
        self.show_day(day)
        self.refused.emit("")
        if day != before:
            self.changed.emit(day)

    def _wear(self, tone: Tone) -> None:
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)
