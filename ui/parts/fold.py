"""Something that is folded away behind its title until it is wanted."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.labels import button

_SHUT, _OPEN = "▸", "▾"


class Fold(QWidget):
    """A title that opens and shuts what stands below it."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.body = body
        self.head = button("repair")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._turn)
        row = QHBoxLayout()
        row.addWidget(self.head)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(body)
        self._turn(wanted=False)

    def open(self, *, wanted: bool = True) -> None:
        """Show what is folded away, or hide it."""
        self.head.setChecked(wanted)

    def _turn(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.head.setText(f"{_OPEN if wanted else _SHUT}  {self._title}")
        self.head.setAccessibleName(self._title)
        self.body.setVisible(wanted)
