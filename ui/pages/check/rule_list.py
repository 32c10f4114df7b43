"""The list of rules with their counts."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from resources.texts import gettext
from rules.finding import Severity
from ui import cells, formats
from ui.look.theme import colours
from ui.pages.check.ports import RuleCount
from ui.paging import Tag

RULE_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 52
_COUNT = 50
_BESIDE = 12 + 10 + 18 + _COUNT
_WRAP = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RuleModel(QAbstractListModel):
    """All findings first, then the rules."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rules: list[RuleCount] = []

    def show_rules(self, rules: Sequence[RuleCount]) -> None:
        """Show other rules, or other counts."""
        if [rule.code for rule in rules] == [rule.code for rule in self.rules]:
            self.rules = list(rules)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rules), 0))
            return
        self.beginResetModel()
        self.rules = list(rules)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rules) + 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        rule = self.rules[index.row() - 1] if index.row() else None
        if role == RULE_ROLE:
            return rule
        if role == Qt.ItemDataRole.DisplayRole:
            return rule.title if rule else gettext("All findings")
        if role == Qt.ItemDataRole.ToolTipRole and rule:
            return f"{rule.title}\n{rule.advice}\n[{rule.code}]"
        return None


def _title_room(width: int) -> QRect:
    return QRect(0, 0, width - _BESIDE, 1000)


class _RuleDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if not index.row():
            return QSize(0, _HEIGHT - 12)
        text = option.fontMetrics.boundingRect(
            _title_room(option.rect.width()), _WRAP, str(index.data())
        )
        lines = min(text.height(), 2 * option.fontMetrics.lineSpacing())
        return QSize(0, _HEIGHT - option.fontMetrics.lineSpacing() + lines)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rule, chosen, area = index.data(RULE_ROLE), colours(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(chosen.selection))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(chosen.accent))
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(12, 7, -10, -7)
        side = Qt.AlignmentFlag
        if not isinstance(rule, RuleCount):
            painter.setPen(QColor(chosen.text))
            painter.drawText(inner, side.AlignVCenter, str(index.data()))
            painter.restore()
            return
        tag = cells.severity(rule.severity)
        tone = chosen.tone(tag.tone) if isinstance(tag, Tag) else chosen.info
        painter.setPen(QColor(tone.text))
        sign = tag.sign if isinstance(tag, Tag) else ""
        painter.drawText(inner, side.AlignTop, sign)
        words = inner.adjusted(18, 0, 0, 0)
        title = words.adjusted(0, 0, -_COUNT, 0)
        title.setHeight(min(title.height(), 2 * painter.fontMetrics().lineSpacing()))
        painter.setPen(QColor(chosen.text))
        painter.drawText(title, _WRAP, rule.title)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(words, side.AlignTop | side.AlignRight, formats.number(rule.open))
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.muted))
        below = " · ".join(filter(None, (rule.field, rule.code)))
        painter.drawText(words, side.AlignBottom, below)
        painter.restore()


class RuleList(QListView):
    """Shows the rules.

    Signals:
        rule_picked: another rule was picked (its code, "" for all).
    """

    rule_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = RuleModel(self)
        self.setModel(self.items)
        self.setItemDelegate(_RuleDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._showing = False
        self.selectionModel().currentChanged.connect(self._pick)

    def show_rules(self, rules: Sequence[RuleCount], code: str) -> None:
        """Show the rules with one of them in hand."""
        self._showing = True
        self.items.show_rules(rules)
        codes = ["", *(rule.code for rule in rules)]
        self.setCurrentIndex(self.items.index(codes.index(code) if code in codes else 0, 0))
        self._showing = False

    def _pick(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            rule = index.data(RULE_ROLE)
            self.rule_picked.emit(rule.code if isinstance(rule, RuleCount) else "")


SEVERITIES: tuple[Severity | None, ...] = (None, *Severity)
