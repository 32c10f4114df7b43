"""What can be done about the selected findings, and about all of the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.parts.labels import button
from ui.parts.spoken import Spoken


class ActionBar(Spoken):
    """Accept, edit, let in; one, many or all.

    Signals:
        accept_asked: accept the proposed repairs of the selection.
        edit_asked: correct the current finding.
        waive_asked: let the selected values in as they are.
        accept_all_asked: the same for everything listed.
        waive_all_asked: the same for everything listed.
    """

    accept_asked = Signal()
    edit_asked = Signal()
    waive_asked = Signal()
    accept_all_asked = Signal()
    waive_all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.accept, self.edit, self.waive = button("primary"), button(), button()
        self.all = button()
        self.menu = QMenu(self)
        self.accept_all = self.menu.addAction("")
        self.waive_all = self.menu.addAction("")
        self.all.setMenu(self.menu)
        self.say(self.edit.setText, marked("&Edit…"))
        self.say(self.edit.setToolTip, marked("Write the value right (F2)"))
        self.say(
            self.waive.setToolTip, marked("The value is right as it is, whatever the rule says")
        )
        self.say(self.all.setText, marked("Everything listed  ▾"))
        self._selected = self._listed = self._repairable = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.accept, self.edit, self.waive):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.all)
        self.accept.clicked.connect(self.accept_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.waive.clicked.connect(self.waive_asked)
        self.accept_all.triggered.connect(self.accept_all_asked)
        self.waive_all.triggered.connect(self.waive_all_asked)
        self.retranslate()

    def show_counts(self, *, selected: int, listed: int, repairable: int) -> None:
        """Say how many findings each button is about."""
        self._selected, self._listed, self._repairable = selected, listed, repairable
        self.retranslate()

    @override
    def retranslate(self) -> None:
        many = f" ({formats.number(self._selected)})" if self._selected > 1 else ""
        self.accept.setText(gettext("&Accept the repair") + many)
        self.waive.setText(gettext("&Let in as it is") + many)
        self.accept_all.setText(
            gettext("Accept all {count} repairs").format(count=formats.number(self._repairable))
        )
        self.waive_all.setText(
            gettext("Let all {count} values in").format(count=formats.number(self._listed))
        )
        self.accept.setEnabled(self._selected > 0)
        self.waive.setEnabled(self._selected > 0)
        self.edit.setEnabled(self._selected == 1)
        self.all.setEnabled(self._listed > 0)
        self.accept_all.setEnabled(self._repairable > 0)
