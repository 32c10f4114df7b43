"""What every rule promises of its findings, for the tests of single rules."""

import re
from collections.abc import Iterable

from rules.finding import Finding, Rule, Severity, message


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def assert_renders(findings: Iterable[Finding], rules: tuple[Rule, ...]) -> None:
    """Each finding is of the module's rules and its message has no gap."""
    for finding in findings:
        assert finding.rule in rules
        text = message(finding.rule, finding.value, finding.suggestion, finding.params)
        assert text
        for gap in re.findall(r"{(\w+)}", finding.rule.what + finding.rule.how):
            assert gap in {"value", "suggestion", *dict(finding.params)}
            if gap == "suggestion":
                assert finding.suggestion


def blocking(findings: Iterable[Finding]) -> list[str]:
    return [found.code for found in findings if found.severity is Severity.BLOCK]
