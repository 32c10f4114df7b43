"""The comparison as a table: rows are fields, the first column the client to be, then cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from resources.texts import gettext
from ui.compare.cards import MEANINGS, SIGNS, CardView, Cell, CompareRow, Line, Mark

CELL_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as it is drawn.

    ``source`` says that the client's value comes from here, ``by_hand`` that a person chose it,
    ``left_out`` that the card takes no part in the decision.
    """

    cell: Cell
    note: str = ""
    source: bool = False
    by_hand: bool = False
    left_out: bool = False
    result: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What the client would show for a field, whose value it is, and why."""

    values: tuple[str, ...]
    card_id: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the comparison shows."""

    cards: tuple[CardView, ...] = ()
    rows: tuple[CompareRow, ...] = ()
    results: Mapping[str, Result] = field(default_factory=dict)
    ticked: frozenset[int] = frozenset()
    chosen: Mapping[str, int] = field(default_factory=dict)


class CompareModel(QAbstractTableModel):
    """Adapts a ``Sheet`` to Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; when only marks changed, selection and scroll stay."""
        before = self.sheet
        same = [card.card_id for card in before.cards] == [card.card_id for card in sheet.cards]
        if same and [row.name for row in before.rows] == [row.name for row in sheet.rows]:
            self.sheet = sheet
            if sheet.rows:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(sheet.cards))
            return
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def shown(self, row: int, column: int) -> Shown:
        """What stands in a cell."""
        sheet = self.sheet
        line = sheet.rows[row]
        result = sheet.results.get(line.name)
        if column == 0:
            return _result_cell(result)
        card = sheet.cards[column - 1]
        note = gettext("kept out: wrong value") if line.name in card.kept_out else ""
        return Shown(
            cell=line.cells[column - 1],
            note=note,
            source=result is not None and result.card_id == card.card_id,
            by_hand=sheet.chosen.get(line.name) == card.card_id,
            left_out=card.card_id not in sheet.ticked,
        )

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self.sheet.cards else len(self.sheet.cards) + 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.shown(index.row(), index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(self.shown(index.row(), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _explained(self.shown(index.row(), index.column()))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            rows = self.sheet.rows
            return rows[section].title if section < len(rows) else None
        if section == 0:
            return gettext("The client will be")
        cards = self.sheet.cards
        return cards[section - 1].title if section <= len(cards) else None


def shown_of(index: _Index) -> Shown:
    """The cell of an index of a ``CompareModel``."""
    return cast("Shown", index.data(CELL_ROLE))


def _result_cell(result: Result | None) -> Shown:
    if result is None:
        return Shown(Cell(Mark.ALONE), result=True)
    lines = tuple(Line(value, Mark.ALONE) for value in result.values)
    return Shown(Cell(Mark.ALONE, lines), note=result.why, result=True)


def _spoken(shown: Shown) -> str:
    """A cell as plain text, for a screen reader and for copying."""
    lines: Sequence[Line] = shown.cell.lines
    if shown.result:
        return "\n".join(line.text for line in lines)
    return "\n".join(f"{SIGNS[line.mark]} {line.text}" for line in lines) or SIGNS[Mark.MISSING]


def _explained(shown: Shown) -> str:
    if shown.result:
        return shown.note
    said = gettext(MEANINGS[shown.cell.mark])
    parts = [said[:1].upper() + said[1:] + "."]
    if shown.source:
        parts.append(gettext("The client takes this value."))
    parts.append(gettext("Click to take the value from this card."))
    return "\n".join(parts)
