"""The list of rules with their counts."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from resources.texts import gettext
from rules.finding import Severity
from ui import cells, formats
from ui.pages.check.ports import RuleCount
from ui.paging import Tag
from ui.parts.entry_list import Entry, EntryList

SEVERITIES: tuple[Severity | None, ...] = (None, *Severity)
_ALL = ""


class RuleList(EntryList):
    """All findings first, then the rules.

    Signals:
        rule_picked: another rule was picked (its code, "" for all).
    """

    rule_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rules: Sequence[RuleCount] = ()
        super().__init__(self._entry, lines=2, parent=parent)
        self.entries.show_keys([_ALL])
        self._showing = False
        self.selectionModel().currentChanged.connect(self._pick)

    def show_rules(self, rules: Sequence[RuleCount], code: str) -> None:
        """Show the rules with one of them in hand."""
        self._showing = True
        self._rules = rules
        codes = [_ALL, *(rule.code for rule in rules)]
        self.entries.show_keys(codes)
        self.show_current(code if code in codes else _ALL)
        self._showing = False

    def _entry(self, row: int) -> Entry:
        if not row:
            return Entry(gettext("All findings"))
        rule = self._rules[row - 1]
        mark = cells.severity(rule.severity)
        return Entry(
            rule.title,
            below=" · ".join(filter(None, (rule.field, rule.code))),
            figure=formats.number(rule.open),
            mark=mark if isinstance(mark, Tag) else None,
            hint=f"{rule.title}\n{rule.advice}\n[{rule.code}]",
        )

    def _pick(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self.rule_picked.emit(self.entries.key(index.row()))
