"""The dialog that says, field by field, why two cards of a group may be one client."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.texts import gettext, marked
from ui.background import Background
from ui.compare.cards import CardView
from ui.pages.review.ports import Account
from ui.pages.review.reason_panel import likelihood
from ui.parts.badge import Badge
from ui.parts.labels import button, card, label
from ui.parts.lines import Lines

_SIZE = (900, 560)
_COLUMNS = (
    marked("Field"),
    marked("Left"),
    marked("Right"),
    marked("What that says"),
    marked("Weight"),
)
_WIDTHS = (125, 190, 190, 250)
_MINUS = "\N{MINUS SIGN}"
Explain = Callable[[int, int], Account]


class AccountDialog(QDialog):
    """Shows the account of a pair; of more than two cards any pair can be chosen."""

    def __init__(
        self,
        explain: Explain,
        background: Background,
        cards: Sequence[CardView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explain = explain
        self._background = background
        self._pairs = list(combinations(cards, 2))
        self._asked = 0
        self.setWindowTitle(gettext("Why these two"))
        self.resize(*_SIZE)
        self.pair = QComboBox()
        self.pair.setAccessibleName(gettext("The two cards"))
        self.badge = Badge()
        self.reason = label("heading", wrap=True)
        self.outcome = label("muted", wrap=True)
        self.lines = Lines(_COLUMNS, _WIDTHS)
        self.lines.setAccessibleName(gettext("What each field says"))
        self.meaning = label("muted", wrap=True)
        self.close_button = button()
        self._lay_out()
        self.pair.currentIndexChanged.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self._ask(0)

    def _lay_out(self) -> None:
        for left, right in self._pairs:
            self.pair.addItem(f"{_named(left)}  |  {_named(right)}")
        self.pair.setEnabled(len(self._pairs) > 1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.badge)
        head.addWidget(self.reason, 1)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.lines)
        row = QHBoxLayout()
        row.addWidget(self.meaning, 1)
        row.addWidget(self.close_button)
        self.close_button.setText(gettext("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.pair)
        layout.addLayout(head)
        layout.addWidget(self.outcome)
        layout.addWidget(frame, 1)
        layout.addLayout(row)

    def _ask(self, place: int) -> None:
        self._asked = place
        left, right = self._pairs[place]
        self.badge.hide()
        self.reason.setText(gettext("Comparing the two cards"))
        self.outcome.setText("")
        self.lines.show_lines([])
        self.meaning.setText("")
        self._background.read(
            lambda: self._explain(left.card_id, right.card_id), partial(self._answered, place)
        )

    def _answered(self, place: int, found: Account) -> None:
        if place != self._asked:
            return
        if found.probability is None:
            self.reason.setText(found.outcome)
            return
        self.badge.show_tag(likelihood(found.probability))
        self.badge.show()
        self.reason.setText(found.reason)
        together = gettext("Brought together by: {keys}").format(keys=found.brought)
        self.outcome.setText(f"{found.outcome} {together}.")
        self.lines.show_lines(
            [(one.title, one.left, one.right, one.said, _weight(one.weight)) for one in found.lines]
        )
        text = gettext("Weights are bits for one client rather than {rival}: +1 doubles the odds.")
        self.meaning.setText(text.format(rival=found.rival))


def _named(one: CardView) -> str:
    return f"{one.title} ({one.source} {one.source_id})"


def _weight(bits: float) -> str:
    return f"{bits:+.1f}".replace("-", _MINUS)
