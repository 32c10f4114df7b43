"""The Check page on a real base: findings by rule, and what people do about them."""

from collections.abc import Sequence

from db import finding_pages
from db.engine import Connection, Engine, reading
from db.finding_pages import FieldCount, Key, Line, Wanted
from rules import registry
from rules.field_titles import field_title
from rules.finding import Finding, Severity, message
from rules.titles import advice, title
from ui.adapters.rule_file import BaseRuleFile
from ui.adapters.spellings import spellings
from ui.pages.check.ports import FindingQuery, FindingView, RuleCount
from ui.pages.check.rule_file_ports import RuleFilePort
from ui.paging import PageSource, Row, Sort
from workflow import check as checking
from workflow import rules_in_force
from workflow.entries import JOINT
from workflow.export import finding_message
from workflow.progress import Progress
from workflow.trial import trial

_POSITIONS = 1 << 20  # more findings than that no row has
_SEVERITIES = list(Severity)


class BaseCheck:
    """Lists the findings of one base and settles them."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by
        self.rule_file: RuleFilePort = BaseRuleFile(engine, by)

    def rules(self, *, settled: bool) -> Sequence[RuleCount]:
        """The rules that found something: blocking ones first, then those with most to do."""
        with reading(self._engine) as connection:
            counts = finding_pages.counts(connection)
        by_code: dict[str, list[FieldCount]] = {}
        for count in counts:
            if settled or count.open:
                by_code.setdefault(count.code, []).append(count)
        rules = [_rule(code, fields) for code, fields in by_code.items()]
        return sorted(
            rules, key=lambda rule: (_SEVERITIES.index(rule.severity), -rule.open, rule.code)
        )

    def outdated(self) -> bool:
        """Whether the rules have changed since the cards were checked."""
        with reading(self._engine) as connection:
            return rules_in_force.outdated(connection)

    def check(self, progress: Progress) -> None:
        """Check every card by the rules in force."""
        checking.check(self._engine, by=self._by, progress=progress)

    def findings(self, query: FindingQuery) -> PageSource:
        """The findings of a query, by row unless sorted otherwise."""
        return _Findings(self._engine, _wanted(query))

    def finding(self, finding_id: int) -> FindingView | None:
        """One finding with its whole cell, and the whole cell as it would be right."""
        with reading(self._engine) as connection:
            line = _line(connection, finding_id)
        if line is None:
            return None
        found = line.finding
        return FindingView(
            finding_id=finding_id,
            severity=Severity(found.severity),
            code=found.code,
            message=finding_message(
                found.code, _plain(found.value), found.suggestion, found.params
            ),
            field=field_title(found.field),
            value=_plain(found.raw),
            suggestion=_plain(checking.repaired(found)) if found.suggestion else "",
            card=_card(line),
            source=found.source,
            row=found.row,
        )

    def accept(self, findings: Sequence[int] | FindingQuery, progress: Progress) -> int:
        """Accept the proposed repairs as one decision."""
        keys = self._keys(findings, repairable=True)
        if not keys:
            return 0
        return checking.accept(self._engine, keys, by=self._by, progress=progress).count

    def waive(self, findings: Sequence[int] | FindingQuery, progress: Progress) -> int:
        """Let the values in as they are, as one decision."""
        keys = self._keys(findings, repairable=False)
        if not keys:
            return 0
        return checking.waive(self._engine, keys, by=self._by, progress=progress).count

    def test(self, finding_id: int, value: str) -> Sequence[str]:
        """What blocks or questions another value."""
        with reading(self._engine) as connection:
            line = _line(connection, finding_id)
            said = trial(connection, line.finding, value) if line else ()
        if line is None:
            return []
        if said is None:
            return [_message_of(line)]
        return [_sentence(one) for one in said if one.severity is not Severity.INFO]

    def edit(self, finding_id: int, value: str) -> Sequence[str]:
        """Put another value in place of the cell, unless the rules would block that one too."""
        with reading(self._engine) as connection:
            line = _line(connection, finding_id)
            said = trial(connection, line.finding, value) if line else ()
        if line is not None and said is None:
            return [_message_of(line)]
        blocking = [one for one in said or () if one.severity is Severity.BLOCK]
        if blocking:
            return [_sentence(one) for one in blocking]
        checking.edit(self._engine, _key(finding_id), value, by=self._by)
        return []

    def _keys(self, findings: Sequence[int] | FindingQuery, *, repairable: bool) -> list[Key]:
        if not isinstance(findings, FindingQuery):
            return [_key(finding_id) for finding_id in findings]
        with reading(self._engine) as connection:
            return finding_pages.keys(connection, _wanted(findings), repairable=repairable)


class _Findings:
    """The findings of one query."""

    def __init__(self, engine: Engine, wanted: Wanted) -> None:
        self._engine = engine
        self._wanted = wanted

    def count(self) -> int:
        """How many there are."""
        with reading(self._engine) as connection:
            return finding_pages.count(connection, self._wanted)

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Row]:
        """A page of them."""
        with reading(self._engine) as connection:
            lines = finding_pages.page(
                connection,
                self._wanted,
                sort=sort.column if sort else "",
                descending=bool(sort and sort.descending),
                offset=offset,
                limit=limit,
            )
        return [_row(line) for line in lines]


def _key(finding_id: int) -> Key:
    return divmod(finding_id, _POSITIONS)


def _line(connection: Connection, finding_id: int) -> Line | None:
    return next(iter(finding_pages.lines(connection, [_key(finding_id)])), None)


def _wanted(query: FindingQuery) -> Wanted:
    return Wanted(
        code=query.code,
        severity=str(query.severity or ""),
        texts=spellings(query.text),
        open_only=not query.settled,
    )


def _rule(code: str, counts: Sequence[FieldCount]) -> RuleCount:
    rule = registry.rule(code)
    fields = sorted({count.field for count in counts})
    fields_said = dict.fromkeys(field_title(field) for field in fields)
    return RuleCount(
        code=code,
        severity=Severity(counts[0].severity),
        field=", ".join(fields_said),
        title=title(rule),
        advice=advice(rule),
        open=sum(count.open for count in counts),
        repairable=sum(count.repairable for count in counts),
    )


def _row(line: Line) -> Row:
    found = line.finding
    return (
        found.row_id * _POSITIONS + found.position,
        found.severity,
        _card(line),
        found.source,
        found.row,
        field_title(found.field),
        _plain(found.value or found.raw),
        _plain(found.suggestion),
        found.state,
    )


def _card(line: Line) -> str:
    """The name of a card, or its id in the source where it has none."""
    *person, company = line.names
    return " ".join(filter(None, person)) or company or line.finding.source_key


def _plain(text: str) -> str:
    """A text typed in several columns as one."""
    return " ".join(text.replace(JOINT, " ").split())


def _sentence(finding: Finding) -> str:
    return message(finding.rule, _plain(finding.value), finding.suggestion, finding.params)


def _message_of(line: Line) -> str:
    found = line.finding
    return finding_message(found.code, _plain(found.value), found.suggestion, found.params)
