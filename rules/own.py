"""OWN: rules that a dealer has written himself; each finding carries his sentence."""

from resources.texts import marked
from rules.finding import Rule, Severity

PREFIX = "OWN"


def rule(code: str, field: str = "card", severity: Severity = Severity.WARN) -> Rule:
    """The dealer's rule with that code; what it says stands in its findings as ``say``."""
    return Rule(code, field, severity, marked("The dealer's own rule: {say}"), "")
