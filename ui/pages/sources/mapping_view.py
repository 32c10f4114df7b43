"""The preview of a file: above each column the field it is mapped to, below its first rows."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext, marked
from ui import formats
from ui.look.colours import Tone
from ui.look.icons import pixmap
from ui.look.theme import colours
from ui.pages.sources.ports import ColumnGuess, FieldChoice, How
from ui.paging import Tag
from ui.parts.bare_table import BareTable, TitledModel
from ui.parts.paged_model import TAG_ROLE
from ui.parts.tag_delegate import PADDING, TagDelegate

_WIDTH = 184
_STRIP = 36 + 40 + 34
_HOW = {
    How.HEADER: marked("by its title"),
    How.CONTENT: marked("by its content"),
    How.REMEMBERED: marked("as last time"),
    How.USER: marked("chosen by you"),
    How.NONE: marked("not used, but kept"),
}
_Index = QModelIndex | QPersistentModelIndex


class PreviewModel(TitledModel):
    """Two rows of mapping (field, how), then the first rows of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[ColumnGuess] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self._titles: dict[str, str] = {}

    def show_columns(
        self,
        columns: Sequence[ColumnGuess],
        rows: Sequence[Sequence[str]],
        fields: Sequence[FieldChoice],
    ) -> None:
        """Show a file; if only the mapping changed, the scroll position stays."""
        same = rows is self.rows and len(columns) == len(self.columns)
        self._titles = {choice.name: choice.title for choice in fields}
        if same:
            self.columns = list(columns)
            if columns:
                self.dataChanged.emit(self.index(0, 0), self.index(1, len(columns) - 1))
            return
        self.beginResetModel()
        self.columns, self.rows = list(columns), rows
        self.endResetModel()

    @override
    def size(self) -> tuple[int, int]:
        return len(self.rows) + 2, len(self.columns)

    @override
    def title(self, column: int) -> str:
        return self.columns[column].title

    @override
    def text(self, row: int, column: int) -> str:
        cells = self.rows[row - 2]
        return cells[column] if column < len(cells) else ""

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.row() == 0 else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if index.row() == 0:
            return self._field(column, role)
        if index.row() == 1:
            return _how(column, role)
        return super().data(index, role)

    def _field(self, column: ColumnGuess, role: int) -> str | None:
        if role == Qt.ItemDataRole.EditRole:
            return column.field
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles.get(column.field, column.field) or gettext("— not used —")
        if role == Qt.ItemDataRole.ToolTipRole:
            return gettext("The field this column is read as: click or press F2 to change it.")
        return None


def _how(column: ColumnGuess, role: int) -> object:
    word = gettext(_HOW[column.how])
    if column.share is not None:
        word = f"{word}, {formats.percent(column.share)}"
    if role == TAG_ROLE:
        if column.note:
            return Tag(Tone.WARN, "!", word)
        sign, tone = ("·", Tone.PLAIN) if column.how is How.NONE else ("✓", Tone.GOOD)
        return Tag(tone, sign, word)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.note or word
    return word if role == Qt.ItemDataRole.DisplayRole else None


class _FieldDelegate(TagDelegate):
    """The field of a column as a list to choose from.

    Signals:
        field_chosen: another field was chosen (column, field name).
    """

    field_chosen = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.fields: Sequence[FieldChoice] = ()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = QComboBox(parent)
        box.addItem(gettext("— not used —"), "")
        for choice in self.fields:
            box.addItem(choice.title, choice.name)
        box.setMaxVisibleItems(16)
        column = index.column()
        box.activated.connect(lambda row: self._choose(box, column, row))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Nothing: the presenter is told by ``field_chosen``."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.row() != 0:
            super().paint(painter, option, index)
            return
        chosen, box = colours(), option.rect.adjusted(5, 4, -5, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QColor(chosen.accent if focused else chosen.strong_line))
        painter.setBrush(QColor(chosen.surface))
        painter.drawRoundedRect(box, 5, 5)
        used = bool(index.data(Qt.ItemDataRole.EditRole))
        painter.setPen(QColor(chosen.text if used else chosen.muted))
        inner = box.adjusted(PADDING, 0, -22, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        arrow = "chevron-dark" if chosen.dark else "chevron-light"
        picture = pixmap(arrow, chosen.muted, 12, painter.device().devicePixelRatio())
        painter.drawPixmap(box.right() - 18, box.center().y() - 5, picture)
        painter.restore()

    def _choose(self, box: QComboBox, column: int, row: int) -> None:
        self.field_chosen.emit(column, str(box.itemData(row) or ""))
        self.closeEditor.emit(box)


class MappingView(QWidget):
    """The mapping strip and the rows below it, scrolled sideways together.

    Signals:
        field_chosen: another field was chosen for a column (column, field name).
    """

    field_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PreviewModel(self)
        self.strip = self._table()
        self.rows = self._table()
        self._fields = _FieldDelegate(self)
        self._fields.field_chosen.connect(self.field_chosen)
        self.strip.setItemDelegate(self._fields)
        self.rows.setItemDelegate(TagDelegate(self))
        self._configure()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.rows, 1)

    def show_columns(
        self,
        columns: Sequence[ColumnGuess],
        rows: Sequence[Sequence[str]],
        fields: Sequence[FieldChoice],
    ) -> None:
        """Show the columns of a file with their fields, and its first rows."""
        self._fields.fields = fields
        self.model.show_columns(columns, rows, fields)
        for row in range(self.model.rowCount()):
            self.strip.setRowHidden(row, row > 1)
            self.rows.setRowHidden(row, row < 2)  # noqa: PLR2004 - the two rows of the strip
        self.strip.setRowHeight(0, 40)
        self.strip.setRowHeight(1, 34)

    def _table(self) -> BareTable:
        made = BareTable(self.model)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.verticalHeader().hide()
        made.horizontalHeader().setDefaultSectionSize(_WIDTH)
        return made

    def _configure(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        self.strip.setEditTriggers(trigger.AllEditTriggers)
        self.strip.setFixedHeight(_STRIP)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.horizontalHeader().setFixedHeight(36)
        self.rows.horizontalHeader().hide()
        self.rows.setEditTriggers(trigger.NoEditTriggers)
        self.rows.verticalHeader().setDefaultSectionSize(30)
        upper, lower = self.strip.horizontalScrollBar(), self.rows.horizontalScrollBar()
        lower.valueChanged.connect(upper.setValue)
        upper.valueChanged.connect(lower.setValue)
        self.strip.horizontalHeader().sectionResized.connect(
            lambda section, _old, new: self.rows.setColumnWidth(section, new)
        )
