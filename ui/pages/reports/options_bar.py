"""What a report is asked for: period, day, slice, filter, and what else is counted."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reports.options import TITLES, Dimension, Options
from resources.texts import gettext, marked
from ui.look.colours import Tone
from ui.pages.reports.period_row import PeriodRow
from ui.parts.labels import label
from ui.parts.notice import SIGNS
from ui.parts.spoken import Spoken

_VALUES = {
    "person": marked("person"),
    "company": marked("company"),
    "own": marked("own"),
    "foreign": marked("foreign"),
}
_CODED = frozenset({Dimension.KIND, Dimension.OWN})
_LONGEST = 240
_LETTERS = 8
_AROUND = 30  # pixels beside a line of the list
_SHRINKS = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
Values = Callable[[Dimension, Callable[[Sequence[str]], None]], None]


class OptionsBar(Spoken):
    """Asks for the options of a report.

    Signals:
        asked: other options are wanted (Options).
    """

    asked = Signal(object)

    def __init__(self, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self._wanted: Dimension | None = None
        self.period = PeriodRow()
        self.by, self.only, self.value = QComboBox(), QComboBox(), QComboBox()
        self.other_regions, self.changed_owners = QCheckBox(), QCheckBox()
        self.used_cars, self.compare = QCheckBox(), QCheckBox()
        self.without_consent = QCheckBox()
        self.refusal = label(wrap=True)
        self.refusal.setProperty("tone", Tone.BLOCK.value)
        self.refusal.hide()
        for box in (self.by, self.only):
            box.setSizeAdjustPolicy(_SHRINKS)
            box.setMinimumContentsLength(_LETTERS)
            for dimension in (None, *Dimension):
                box.addItem("", dimension)
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.setSizeAdjustPolicy(_SHRINKS)
        self.value.setMinimumContentsLength(_LETTERS)
        self.value.setMaximumWidth(_LONGEST)
        self.value.setEnabled(False)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def options(self) -> Options:
        """What is chosen."""
        only = self.only.currentData()
        value = self._chosen_value()
        by = self.by.currentData()
        return Options(
            day=self.period.day.day,
            since=self.period.since.day,
            until=self.period.until.day,
            only={Dimension(only): value} if only and value else {},
            by=Dimension(by) if by else None,
            compare=self.compare.isChecked() and self.compare.isEnabled(),
            other_regions=self.other_regions.isChecked(),
            changed_owners=self.changed_owners.isChecked(),
            used_cars=self.used_cars.isChecked(),
            without_consent=self.without_consent.isChecked(),
        )

    def show_counted(self, day: date) -> None:
        """Take the day of the report that is shown for today."""
        self.period.show_counted(day)

    def _connect(self) -> None:
        self.period.changed.connect(self._ask)
        self.period.refused.connect(self._refuse)
        self.by.activated.connect(self._ask)
        self.only.activated.connect(self._limit)
        self.value.activated.connect(self._ask)
        field = self.value.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._ask)
        included = (self.other_regions, self.changed_owners, self.used_cars, self.without_consent)
        for box in (*included, self.compare):
            box.toggled.connect(self._ask)

    def _ask(self) -> None:
        self._refuse("")
        self._allow()
        self.asked.emit(self.options)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(f"{SIGNS[Tone.BLOCK]}  {sentence}")
        self.refusal.setVisible(bool(sentence))

    def _allow(self) -> None:
        """Let periods be compared only where there is one."""
        there = self.period.since.day is not None
        self.compare.setEnabled(there)
        self.compare.setToolTip("" if there else gettext("Choose a period that has a first day"))

    def _limit(self) -> None:
        """Another dimension to limit by: its values are read, none is chosen yet."""
        chosen = self.only.currentData()
        self._wanted = Dimension(chosen) if chosen else None
        with QSignalBlocker(self.value):
            self.value.clear()
            self.value.setEnabled(False)
        if self._wanted is not None:
            wanted = self._wanted
            self._values(wanted, lambda found: self._offer(wanted, found))
        self._ask()

    def _offer(self, dimension: Dimension, found: Sequence[str]) -> None:
        if dimension is not self._wanted:
            return
        with QSignalBlocker(self.value):
            self.value.clear()
            for value in found:
                self.value.addItem(_worded(dimension, value), value)
            self.value.setCurrentIndex(-1)
            self.value.setEnabled(True)

    def _chosen_value(self) -> str:
        """The value of the list that was chosen or typed, else what was typed."""
        text = self.value.currentText().strip()
        place = self.value.findText(text)
        return str(self.value.itemData(place)) if text and place >= 0 else text

    def _lay_out(self) -> None:
        self.say(self.by.setAccessibleName, marked("Slice by"))
        self.say(self.only.setAccessibleName, marked("Only where"))
        self.say(self.value.setAccessibleName, marked("Value"))
        self.say(self.other_regions.setText, marked("Buyers from other regions"))
        self.say(self.changed_owners.setText, marked("Cars whose owner changed"))
        self.say(self.used_cars.setText, marked("Used cars"))
        self.say(self.compare.setText, marked("Compare with the previous period"))
        self.say(self.without_consent.setText, marked("Clients whose consent is unknown"))
        by, only, equals = label("muted"), label("muted"), label("muted")
        self.say(by.setText, marked("&Slice by"))
        self.say(only.setText, marked("&Only where"))
        equals.setText("=")
        by.setBuddy(self.by)
        only.setBuddy(self.only)
        slices = QHBoxLayout()
        slices.setSpacing(8)
        slices.addWidget(by)
        slices.addWidget(self.by, 1)
        slices.addSpacing(10)
        slices.addWidget(only)
        slices.addWidget(self.only, 1)
        slices.addWidget(equals)
        slices.addWidget(self.value, 1)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(18)
        boxes.setVerticalSpacing(2)
        boxes.addWidget(self.other_regions, 0, 0)
        boxes.addWidget(self.changed_owners, 0, 1)
        boxes.addWidget(self.used_cars, 1, 0)
        boxes.addWidget(self.without_consent, 0, 2)
        boxes.addWidget(self.compare, 1, 1)
        boxes.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.period)
        layout.addLayout(slices)
        layout.addLayout(boxes)
        layout.addWidget(self.refusal)

    @override
    def retranslate(self) -> None:
        for box, none in ((self.by, gettext("no slices")), (self.only, gettext("everything"))):
            box.setItemText(0, none)
            for place, dimension in enumerate(Dimension, 1):
                box.setItemText(place, gettext(TITLES[dimension]))
            box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _AROUND)
        self._allow()
        if self._wanted is not None:
            for place in range(self.value.count()):
                text = _worded(self._wanted, str(self.value.itemData(place)))
                self.value.setItemText(place, text)


def _worded(dimension: Dimension, value: str) -> str:
    """A value as it is shown: a code in words."""
    return gettext(_VALUES.get(value, value)) if dimension in _CODED else value
