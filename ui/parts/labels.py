"""Texts and buttons in the few roles the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

_SENTENCE = 480


def label(role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role: "title", "heading", "muted", "figure" or plain; always plain text."""
    made = QLabel()
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def centred(sentence: QLabel) -> QHBoxLayout:
    """A wrapped sentence in the middle of its row, no wider than reads well."""
    sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    sentence.setMaximumWidth(_SENTENCE)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(sentence, 100)
    row.addStretch(1)
    return row


def button(role: str = "") -> QPushButton:
    """A button in a role: "primary", "flat" or plain."""
    made = QPushButton()
    made.setProperty("role", role)
    made.setAutoDefault(False)
    return made


def card() -> QFrame:
    """A framed piece of the page."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def line() -> QFrame:
    """A hairline between two pieces."""
    made = QFrame()
    made.setProperty("role", "line")
    return made
