"""Why the cards may be one client: the sentence, the pairs, how sure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout

from resources.texts import gettext, marked
from ui import formats
from ui.look.colours import Tone
from ui.paging import Tag
from ui.parts.badge import Badge
from ui.parts.labels import button, label
from ui.parts.spoken import Spoken

_PAIRS = 3
STRONG = 0.95
LIKELY = 0.7


class ReasonPanel(Spoken):
    """The reason sentence over the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.badge = Badge()
        self.sentence = label("heading", wrap=True)
        self.pairs = label("muted", wrap=True)
        self.tie = label("muted", wrap=True)
        self.only_differences = QCheckBox()
        self.say(self.only_differences.setText, marked("Only what &differs"))
        self.why = button("flat")
        self.say(self.why.setText, marked("Wh&y?"))
        self.say(self.why.setToolTip, marked("What each field says, and what it weighs (F4)"))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1)
        top.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.only_differences, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.pairs)
        layout.addWidget(self.tie)

    def show_reasons(self, reasons: Sequence[str], probability: float, tie: str = "") -> None:
        """Show the sentence of the group, those of its surest pairs, and what it hangs on."""
        self.badge.show_tag(likelihood(probability))
        self.sentence.setText(reasons[0] if reasons else "")
        below = list(reasons[1 : _PAIRS + 1])
        self.pairs.setText("\n".join(below))
        self.pairs.setToolTip("\n".join(reasons[1:]))
        self.pairs.setVisible(bool(below))
        self.tie.setText(tie)
        self.tie.setVisible(bool(tie))


def likelihood(probability: float) -> Tag:
    """A probability as a word with its figure."""
    figure = formats.percent(probability)
    if probability >= STRONG:
        return Tag(Tone.GOOD, "●", f"{gettext('Strong')}, {figure}")
    if probability >= LIKELY:
        return Tag(Tone.INFO, "◐", f"{gettext('Likely')}, {figure}")
    return Tag(Tone.WARN, "○", f"{gettext('Weak')}, {figure}")
