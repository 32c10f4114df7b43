"""The row of the options that says which days a report counts; the report's own day with it."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.pages.reports.day_field import DayField
from ui.pages.reports.periods import Quick, recognised, span
from ui.parts.labels import label
from ui.parts.spoken import Spoken

_QUICK = {
    Quick.ALL: marked("All time"),
    Quick.THIS_YEAR: marked("This year"),
    Quick.TWELVE_MONTHS: marked("Last 12 months"),
    Quick.LAST_MONTH: marked("Last month"),
    Quick.OWN: marked("From – to"),
}


class PeriodRow(Spoken):
    """Asks for the period; ``day`` and its title stand where the page puts them.

    Signals:
        changed: another day or period is wanted.
        refused: what was typed cannot be (a sentence, "" once it can).
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quick = QComboBox()
        self.since, self.until, self.day = DayField(), DayField(), DayField()
        self.day_title = label("muted")
        self._counted = date.today()  # noqa: DTZ011 - the user's own day
        for quick in Quick:
            self.quick.addItem("", quick)
        self._lay_out()
        self.quick.activated.connect(self._choose)
        self.day.changed.connect(self._move)
        for field in (self.since, self.until):
            field.changed.connect(self._type)
        for field in (self.since, self.until, self.day):
            field.refused.connect(self.refused)
        self.retranslate()

    def show_counted(self, day: date) -> None:
        """Take the day of the report that is shown for what “this year” means."""
        self._counted = day
        self.day.setPlaceholderText(formats.day(day))

    def _choose(self) -> None:
        quick = Quick(self.quick.currentData())
        if quick is Quick.OWN:
            self.since.setFocus()
            return
        since, until = span(quick, self.day.day or self._counted)
        self.since.show_day(since)
        self.until.show_day(until)
        self.changed.emit()

    def _move(self) -> None:
        """Another day of the report: what “last month” is moves with it."""
        if Quick(self.quick.currentData()) is Quick.OWN:
            self.changed.emit()
        else:
            self._choose()

    def _type(self) -> None:
        since, until = self.since.day, self.until.day
        if since is not None and until is not None and since > until:
            self.refused.emit(gettext("The period ends before it begins."))
            return
        found = recognised(since, until, self.day.day or self._counted)
        with QSignalBlocker(self.quick):
            self.quick.setCurrentIndex(self.quick.findData(found))
        self.changed.emit()

    def _lay_out(self) -> None:
        period, dash = label("muted"), label("muted")
        self.say(period.setText, marked("&Period"))
        self.say(self.day_title.setText, marked("Report &day"))
        dash.setText("–")
        period.setBuddy(self.quick)
        self.day_title.setBuddy(self.day)
        self.say(self.quick.setAccessibleName, marked("Period"))
        self.say(self.since.setAccessibleName, marked("First day"))
        self.say(self.until.setAccessibleName, marked("Last day"))
        self.say(self.day.setAccessibleName, marked("Day of the report"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (period, self.quick, self.since, dash, self.until):
            row.addWidget(widget)
        row.addStretch(1)

    @override
    def retranslate(self) -> None:
        for place, quick in enumerate(Quick):
            self.quick.setItemText(place, gettext(_QUICK[quick]))
        for field in (self.since, self.until, self.day):
            field.show_day(field.day)
        self.day.setPlaceholderText(formats.day(self._counted))
