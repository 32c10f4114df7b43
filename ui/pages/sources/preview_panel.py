"""A file in hand: how it is read, what its columns are, and the button that loads it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from resources.texts import gettext, marked
from ui import cells
from ui.pages.sources.mapping_view import MappingView
from ui.pages.sources.ports import LayoutChoice, Preview, SourceKind
from ui.pages.sources.presenter import SourcesPresenter
from ui.parts.labels import button, card, label
from ui.parts.spoken import Spoken

_DELIMITERS = {
    ";": marked("semicolon ;"),
    ",": marked("comma ,"),
    "\t": marked("tab"),
    "|": marked("bar |"),
}


class PreviewPanel(Spoken):
    """Shows the file in hand.

    Signals:
        kind_chosen: the file holds something else (SourceKind).
        layout_chosen: the file should be read in another way (LayoutChoice).
    """

    kind_chosen = Signal(object)
    layout_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.file = label("title")
        self.figures = label("muted", wrap=True)
        self.problem = label(wrap=True)
        self.kind = QComboBox()
        self.encoding, self.delimiter, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.mapping = MappingView()
        self.load = button("primary")
        self.back = button()
        self.say(self.load.setText, marked("&Load"))
        self.say(self.back.setText, marked("Not this file"))
        for kind in SourceKind:
            self.kind.addItem(cells.kind(kind), kind)
        self._choices = QHBoxLayout()
        self._captions: dict[QComboBox, QLabel] = {}
        self._lay_out()
        self.kind.activated.connect(
            lambda row: self.kind_chosen.emit(SourceKind(self.kind.itemData(row)))
        )
        for box in (self.encoding, self.delimiter, self.sheet):
            box.activated.connect(self._choose_layout)
        for box in self._captions:  # filled anew with each file and language
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def show_state(self, presenter: SourcesPresenter) -> None:
        """Show the file in hand."""
        preview = presenter.preview
        if preview is None:
            return
        self.file.setText(preview.path.name)
        self.figures.setText(presenter.figures())
        self.figures.setVisible(bool(self.figures.text()))
        self.kind.setCurrentIndex(self.kind.findData(presenter.kind))
        self._show_layout(preview)
        self.mapping.show_columns(presenter.columns, preview.rows, presenter.fields)
        problem = presenter.problem()
        self.problem.setText(f"!  {problem}" if problem else "")
        busy = presenter.loading or presenter.reading
        self.load.setEnabled(not busy and not problem)
        self.back.setEnabled(not presenter.loading)
        for box in (self.kind, self.encoding, self.delimiter, self.sheet, self.mapping):
            box.setEnabled(not busy)

    @override
    def retranslate(self) -> None:
        for row, kind in enumerate(SourceKind):
            self.kind.setItemText(row, cells.kind(kind))

    def _show_layout(self, preview: Preview) -> None:
        options, layout = preview.options, preview.layout
        delimiters = [gettext(_DELIMITERS.get(sign, sign)) for sign in options.delimiters]
        self._fill(self.encoding, options.encodings, options.encodings, layout.encoding)
        self._fill(self.delimiter, options.delimiters, delimiters, layout.delimiter)
        self._fill(self.sheet, options.sheets, options.sheets, layout.sheet)

    def _fill(
        self, box: QComboBox, values: Sequence[str], titles: Sequence[str], chosen: str
    ) -> None:
        box.clear()
        for value, title in zip(values, titles, strict=True):
            box.addItem(title, value)
        box.setCurrentIndex(box.findData(chosen))
        box.setVisible(len(values) > 0)
        self._captions[box].setVisible(len(values) > 0)

    def _choose_layout(self) -> None:
        parts = [box.currentData() or "" for box in (self.encoding, self.delimiter, self.sheet)]
        self.layout_chosen.emit(LayoutChoice(*map(str, parts)))

    def _lay_out(self) -> None:
        self._choices.setSpacing(8)
        for box, caption in (
            (self.kind, marked("Source")),
            (self.encoding, marked("Encoding")),
            (self.delimiter, marked("Delimiter")),
            (self.sheet, marked("Sheet")),
        ):
            self._choices.addWidget(self._caption(box, caption))
            self._choices.addWidget(box)
            self._choices.addSpacing(10)
        self._choices.addStretch(1)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.mapping)
        last = QHBoxLayout()
        last.addWidget(self.problem, 1)
        last.addWidget(self.back)
        last.addWidget(self.load)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.file)
        layout.addWidget(self.figures)
        layout.addLayout(self._choices)
        layout.addWidget(frame, 1)
        layout.addLayout(last)

    def _caption(self, box: QComboBox, message: str) -> QWidget:
        caption = label("muted")
        self.say(caption.setText, message)
        self.say(box.setAccessibleName, message)
        caption.setBuddy(box)
        self._captions[box] = caption
        return caption
