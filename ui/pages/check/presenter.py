"""The Check page without its widgets: rules with counts, filters, what to do about findings."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from resources.texts import gettext, marked, ngettext
from rules.finding import Severity
from ui import cells, formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.check.ports import CheckPort, FindingQuery, FindingView, RuleCount
from ui.paging import Column, PageSource, Tag
from workflow.progress import Progress

_STATES = {
    "open": (Tone.PLAIN, "·", marked("open")),
    "repaired": (Tone.GOOD, "✓", marked("repaired")),
    "accepted": (Tone.GOOD, "✓", marked("accepted")),
    "waived": (Tone.INFO, "›", marked("let in")),
}


def _state(value: object) -> str | Tag:
    tone, sign, word = _STATES.get(str(value), (Tone.PLAIN, "", str(value)))
    return Tag(tone, sign, gettext(word))


FINDINGS = (
    Column("severity", marked("Severity"), 120, cells.severity, rigid=True),
    Column("card", marked("Card"), 190, cells.text),
    Column("source", marked("Source"), 110, cells.kind),
    Column("row", marked("Row"), 72, cells.number, right=True),
    Column("field", marked("Field"), 96, cells.text),
    Column("value", marked("As written"), 140, cells.text),
    Column("suggestion", marked("Proposed"), 180, cells.text),
    Column("state", marked("State"), 100, _state, sortable=False),
)
_OF_ONE_RULE = frozenset({"severity", "field"})
Act = Callable[[Sequence[int] | FindingQuery, Progress], int]


class CheckPresenter:
    """Holds the state of the page; ``changed`` and ``told`` are what the page listens to."""

    def __init__(self, port: CheckPort, background: Background) -> None:
        self.port = port
        self.background = background
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.listed: Callable[[PageSource], None] = lambda _source: None
        self.settled: Callable[[], None] = lambda: None
        self.all_rules: Sequence[RuleCount] = ()
        self.query = FindingQuery()
        self.current: FindingView | None = None
        self.known = False
        self.outdated = False
        self._wanted: int | None = None

    @property
    def rules(self) -> list[RuleCount]:
        """The rules that the severity filter lets through."""
        wanted = self.query.severity
        return [rule for rule in self.all_rules if wanted is None or rule.severity is wanted]

    @property
    def rule(self) -> RuleCount | None:
        """The rule in hand, None while all are listed."""
        return next((rule for rule in self.all_rules if rule.code == self.query.code), None)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that say something: not what is the same in every row."""
        names = {column.name for column in FINDINGS}
        if self.query.code:
            names -= _OF_ONE_RULE
        if not self.query.settled:
            names -= {"state"}
        return frozenset(names)

    def count(self, severity: Severity | None) -> int:
        """How many open findings of a severity there are, or of all."""
        return sum(
            rule.open for rule in self.all_rules if severity is None or rule.severity is severity
        )

    def refresh(self) -> None:
        """Read the rules and the list again."""
        self._read_rules()
        self.background.read(self.port.outdated, self._dated)
        self.listed(self.port.findings(self.query))

    def filter(self, severity: Severity | None) -> None:
        """List findings of one severity, or of all."""
        rule = self.rule
        keep = rule is not None and severity in {None, rule.severity}
        self._ask(replace(self.query, severity=severity, code=self.query.code if keep else ""))

    def pick(self, code: str) -> None:
        """List the findings of one rule; "" lists all."""
        self._ask(replace(self.query, code=code))

    def search(self, text: str) -> None:
        """List findings whose card or value holds a text."""
        self._ask(replace(self.query, text=text))

    def show_settled(self, wanted: bool) -> None:  # noqa: FBT001 - a check box
        """List what was dealt with, too."""
        self._ask(replace(self.query, settled=wanted))
        self._read_rules()

    def look(self, finding_id: object) -> None:
        """Read the finding of the current row, for the detail below the table."""
        self._wanted = finding_id if isinstance(finding_id, int) else None
        if self._wanted is None:
            self.current = None
            self.changed()
        else:
            wanted = self._wanted
            self.background.read(lambda: self.port.finding(wanted), partial(self._looked, wanted))

    def accept(self, findings: Sequence[int] | FindingQuery) -> None:
        """Accept proposed repairs."""
        self._act(gettext("Accepting repairs"), self.port.accept, findings, self._accepted)

    def waive(self, findings: Sequence[int] | FindingQuery) -> None:
        """Let values in as they are."""
        self._act(gettext("Letting values in"), self.port.waive, findings, self._waived)

    def check(self) -> None:
        """Check every card by the rules that have changed since."""

        def done(_none: None) -> None:
            self.told(Tone.GOOD, gettext("Every card was checked by the rules in force."))
            self.refresh()
            self.settled()

        self.background.write(gettext("Checking the cards"), self.port.check, done)

    def test(self, finding_id: int, value: str, then: Callable[[Sequence[str]], None]) -> None:
        """Ask what the rules would say of another value."""
        self.background.read(lambda: self.port.test(finding_id, value), then)

    def edit(self, finding_id: int, value: str, then: Callable[[Sequence[str]], None]) -> None:
        """Put another value in place of the wrong one."""

        def done(blocked: Sequence[str]) -> None:
            then(blocked)
            if not blocked:
                self.told(Tone.GOOD, gettext("The value is corrected."))
                self._changed_base()

        self.background.write(
            gettext("Correcting a value"),
            lambda _progress: self.port.edit(finding_id, value),
            done,
        )

    def _ask(self, query: FindingQuery) -> None:
        if query != self.query:
            self.query = query
            self.current = None
            self.listed(self.port.findings(query))
            self.changed()

    def _read_rules(self) -> None:
        settled = self.query.settled
        self.background.read(lambda: self.port.rules(settled=settled), self._counted)

    def _counted(self, rules: Sequence[RuleCount]) -> None:
        self.known = True
        self.all_rules = rules
        if self.query.code and self.rule is None:
            self._ask(replace(self.query, code=""))
        self.changed()

    def _dated(self, outdated: bool) -> None:  # noqa: FBT001 - an answer
        self.outdated = outdated
        self.changed()

    def _looked(self, wanted: int, finding: FindingView | None) -> None:
        if wanted == self._wanted:
            self.current = finding
            self.changed()

    def _act(
        self,
        title: str,
        act: Act,
        findings: Sequence[int] | FindingQuery,
        then: Callable[[int], None],
    ) -> None:
        if isinstance(findings, FindingQuery) or findings:
            self.background.write(title, lambda progress: act(findings, progress), then)

    def _accepted(self, count: int) -> None:
        text = ngettext("{count} repair accepted.", "{count} repairs accepted.", count)
        self.told(Tone.GOOD, text.format(count=formats.number(count)))
        self._changed_base()

    def _waived(self, count: int) -> None:
        text = ngettext(
            "{count} value let in as it is.", "{count} values let in as they are.", count
        )
        self.told(Tone.GOOD, text.format(count=formats.number(count)))
        self._changed_base()

    def _changed_base(self) -> None:
        self._read_rules()
        self.settled()
