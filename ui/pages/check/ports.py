"""What the Check page needs of the workflow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rules.finding import Severity
from ui.pages.check.rule_file_ports import RuleFilePort
from ui.paging import PageSource
from workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule with what it found: ``title`` and ``advice`` are translated sentences.

    ``open`` findings wait for a person, ``repairable`` of them hold a proposed repair.
    """

    code: str
    severity: Severity
    field: str
    title: str
    advice: str
    open: int
    repairable: int


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """Which findings to list: of one rule (or of all, ""), of one severity, of some text."""

    code: str = ""
    severity: Severity | None = None
    text: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its card, for the detail below the table and the dialog."""

    finding_id: int
    severity: Severity
    code: str
    message: str
    field: str
    value: str
    suggestion: str
    card: str
    source: str
    row: int


class CheckPort(Protocol):
    """The workflow as the Check page sees it; every method is called on a worker thread."""

    rule_file: RuleFilePort

    def rules(self, *, settled: bool) -> Sequence[RuleCount]:
        """The rules that found something, in the reviewers' order."""

    def outdated(self) -> bool:
        """Whether the rules have changed since the cards were checked."""

    def check(self, progress: Progress) -> None:
        """Check every card by the rules in force."""

    def findings(self, query: FindingQuery) -> PageSource:
        """Findings: id, severity, card, source, row, field, value, suggestion, state.

        ``state`` is "open", "repaired", "edited" or "waived".
        """

    def finding(self, finding_id: int) -> FindingView | None:
        """One finding, None if the card no longer has it."""

    def accept(self, findings: Sequence[int] | FindingQuery, progress: Progress) -> int:
        """Accept the proposed repairs of these, or of all that a query lists; how many."""

    def waive(self, findings: Sequence[int] | FindingQuery, progress: Progress) -> int:
        """Let the values in as they are; how many."""

    def test(self, finding_id: int, value: str) -> Sequence[str]:
        """What the rules would say of another value (translated sentences), [] if nothing."""

    def edit(self, finding_id: int, value: str) -> Sequence[str]:
        """Put another value in place of the wrong one; what blocks it, [] if it was taken."""
