"""What a report rests on: what is in doubt as lines, what is in order folded away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reports.content import Check, State
from resources.texts import ngettext
from ui import formats
from ui.look.colours import Tone
from ui.parts.fold import Fold
from ui.parts.labels import label
from ui.parts.notice import SIGNS

_TONES = {State.GREEN: Tone.GOOD, State.AMBER: Tone.WARN, State.RED: Tone.BLOCK}
_WORST_FIRST = (State.RED, State.AMBER)


class ChecksPanel(QWidget):
    """Shows the readiness of one report, the worst first; ``opened``: what is in order, too."""

    def __init__(
        self, checks: Sequence[Check], *, opened: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for state in _WORST_FIRST:
            for check in checks:
                if check.state is state:
                    layout.addWidget(_line(check))
        good = [check for check in checks if check.state is State.GREEN]
        if good:
            body = QWidget()
            inside = QVBoxLayout(body)
            inside.setContentsMargins(18, 0, 0, 0)
            inside.setSpacing(4)
            for check in good:
                inside.addWidget(_line(check))
            text = ngettext("{count} check is in order", "{count} checks are in order", len(good))
            count = formats.number(len(good))
            fold = Fold(f"{SIGNS[Tone.GOOD]}  {text.format(count=count)}", body)
            fold.open(wanted=opened)
            layout.addWidget(fold)


def _line(check: Check) -> QWidget:
    """One check: its sign, what it is about, how it stands, what to do."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    tone = _TONES[check.state]
    told = label(wrap=True)
    told.setProperty("tone", tone.value)
    said = ": ".join(filter(None, (check.title, check.told)))
    told.setText(f"{SIGNS[tone]}  {said}")
    layout.addWidget(told)
    if check.to_do:
        next_step = label("muted", wrap=True)
        next_step.setText(f"→ {check.to_do}")
        next_step.setContentsMargins(16, 0, 0, 0)
        layout.addWidget(next_step)
    return made
