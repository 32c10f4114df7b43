"""One field of the form: its title, what is typed, and what the rules say under it."""

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from rules.field_titles import field_title
from rules.finding import Severity
from rules.phone_typing import typed
from ui.look.colours import Tone
from ui.pages.entry.ports import FieldView
from ui.parts.labels import button, label
from ui.parts.notice import SIGNS
from ui.parts.spoken import Spoken
from workflow.entry_form import NAME, PHONES, meaning

TONES = {Severity.BLOCK: Tone.BLOCK, Severity.WARN: Tone.WARN, Severity.INFO: Tone.INFO}
_CHOICES = ("", "да", "нет")
_CHOICE_FIELDS = {"consent_pd", "consent_ads"}
_TITLES = {NAME: marked("Client: full name or company"), "phone_2": marked("Another phone")}
_WORDS = {"": "—", "да": marked("yes"), "нет": marked("no")}
_MOST_SAID = 2


class TextField(QLineEdit):
    """A line to type in.

    Signals:
        left: the cursor went on to another field.
    """

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class PhoneField(TextField):
    """A phone, put into groups while it is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self._group)

    def _group(self, text: str) -> None:
        found = typed(text, self.cursorPosition())
        if found.text != text:
            with QSignalBlocker(self):
                self.setText(found.text)
            self.setCursorPosition(found.cursor)


class ChoiceField(QComboBox):
    """Yes, no, or nothing said.

    Signals:
        left: the cursor went on to another field.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for choice in _CHOICES:
            self.addItem("", choice)
        self.say()

    def say(self) -> None:
        """Say the words in the language in force."""
        for row, choice in enumerate(_CHOICES):
            self.setItemText(row, gettext(_WORDS[choice]) if choice else _WORDS[choice])

    def text(self) -> str:
        """What is chosen, as it would be typed."""
        return str(self.currentData() or "")

    def setText(self, text: str) -> None:
        """Choose what is typed so."""
        self.setCurrentIndex(max(self.findData(text), 0))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FieldRow(Spoken):
    """A field with its message and the button of its repair.

    Signals:
        typed: the text is another (name, text).
        left: the user goes on from the field (name).
        repair_asked: the offered repair is to be taken (name).
    """

    typed = Signal(str, str)
    left = Signal(str)
    repair_asked = Signal(str)
    _inputs: ClassVar[dict[str, type[TextField]]] = dict.fromkeys(PHONES, PhoneField)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = label("muted")
        self.input: TextField | ChoiceField
        if name in _CHOICE_FIELDS:
            self.input = ChoiceField()
            self.input.currentIndexChanged.connect(self._tell)
        else:
            self.input = self._inputs.get(name, TextField)()
            self.input.textChanged.connect(self._tell)
        self.title.setBuddy(self.input)
        self.message = label(wrap=True)
        self.repair = button("repair")
        self.repair.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.input.left.connect(lambda: self.left.emit(name))
        self.repair.clicked.connect(lambda: self.repair_asked.emit(name))
        self._view = FieldView()
        self._lay_out()
        self.retranslate()

    def fill(self, text: str) -> None:
        """Put a text into the field without telling of it."""
        with QSignalBlocker(self.input):
            self.input.setText(text)

    def show_view(self, view: FieldView) -> None:
        """Say what is known of the text."""
        self._view = view
        tone = TONES[view.severity] if view.severity else Tone.PLAIN
        sentences = [f"{SIGNS[TONES[one.severity]]}  {one.sentence}" for one in view.said]
        self.input.setAccessibleDescription("\n".join(sentences))
        self.input.setToolTip("\n".join(sentences))
        # What was only put right is told by the button that does it.
        quiet = view.severity is Severity.INFO and bool(view.repair)
        kept = gettext("Kept as: {text}").format(text=view.shown) if self._tells(view) else ""
        said = [] if quiet else sentences[:_MOST_SAID]
        self.message.setText("\n".join(said) or kept)
        self.message.setVisible(bool(self.message.text()))
        self.repair.setText(gettext("F4  Write: {repair}").format(repair=view.repair))
        self.repair.setVisible(bool(view.repair))
        for widget in (self.input, self.message):
            if widget.property("tone") != tone.value:
                widget.setProperty("tone", tone.value)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    @override
    def retranslate(self) -> None:
        special = _TITLES.get(self.name)
        self.title.setText(gettext(special) if special else field_title(meaning(self.name)))
        self.input.setAccessibleName(self.title.text())
        if isinstance(self.input, ChoiceField):
            self.input.say()
        self.show_view(self._view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _tells(self, view: FieldView) -> bool:
        """Whether the form in which a text is kept is not plain from the text."""
        if self.name in PHONES:
            return False
        signs = ("".join(filter(str.isalnum, text)) for text in (view.shown, self.input.text()))
        return bool(view.shown) and not view.repair and len({one.upper() for one in signs}) > 1

    def _tell(self) -> None:
        self.typed.emit(self.name, self.input.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.input)
        layout.addWidget(self.message)
        layout.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
