"""The buttons of a verdict, each with the key that does the same."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton
from typing_extensions import override

from resources.texts import gettext, language, marked
from ui.keys import LETTERS, ReviewKey
from ui.parts.labels import button
from ui.parts.spoken import Spoken
from workflow.relation_words import RELATIONS

_TITLES = {
    ReviewKey.SAME: marked("Same client"),
    ReviewKey.DIFFERENT: marked("Different"),
    ReviewKey.RELATED: marked("Related…"),
    ReviewKey.UNSURE: marked("Unsure"),
    ReviewKey.SKIP: marked("Skip"),
    ReviewKey.UNDO: marked("Undo"),
}
_TIPS = {
    ReviewKey.SAME: marked("The ticked cards are one client; a card left out is not."),
    ReviewKey.DIFFERENT: marked("No two of the ticked cards are one client."),
    ReviewKey.RELATED: marked("Not one client, but they belong together: family, driver, owner."),
    ReviewKey.UNSURE: marked("Put aside for somebody who knows more."),
    ReviewKey.SKIP: marked("Later, without a word on it."),
    ReviewKey.UNDO: marked("Take the last decision back (Ctrl+Z)."),
}


class VerdictBar(Spoken):
    """Six buttons.

    Signals:
        key_chosen: a button was pressed (ReviewKey).
        relation_chosen: a kind of relation was picked (its name).
    """

    key_chosen = Signal(object)
    relation_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[ReviewKey, QPushButton] = {}
        self.menu = QMenu(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for key in ReviewKey:
            made = button("primary" if key is ReviewKey.SAME else "")
            made.clicked.connect(partial(self.key_chosen.emit, key))
            self.buttons[key] = made
            if key is ReviewKey.SKIP:
                layout.addStretch(1)
            layout.addWidget(made)
        self.retranslate()

    def show_state(self, *, can_decide: bool, can_undo: bool) -> None:
        """Enable what makes sense."""
        for key, one in self.buttons.items():
            one.setEnabled(can_undo if key is ReviewKey.UNDO else can_decide)

    def ask_relation(self, likely: str) -> None:
        """Offer the kinds of relation, the likely one in hand: Enter takes it."""
        self.menu.clear()
        for name, title in RELATIONS.items():
            action = self.menu.addAction(gettext(title))
            action.triggered.connect(partial(self.relation_chosen.emit, name))
            if name == likely:
                self.menu.setActiveAction(action)
        place = self.buttons[ReviewKey.RELATED]
        above = place.mapToGlobal(place.rect().topLeft())
        above.setY(above.y() - self.menu.sizeHint().height())
        self.menu.popup(above)

    @override
    def retranslate(self) -> None:
        for key, one in self.buttons.items():
            letter = LETTERS[key][1 if language() == "ru" else 0]
            one.setText(f"{gettext(_TITLES[key])}  {letter}")
            digit = LETTERS[key][2]
            keys = gettext("Keys: {letter} or {digit}").format(letter=letter, digit=digit)
            one.setToolTip(f"{gettext(_TIPS[key])}\n{keys}")
