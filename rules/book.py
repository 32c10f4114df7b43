"""The dealer's own word on the rules: which hold, how severe they are, what is required.

A book is a TOML file that the dealer keeps in the base:

    [rules.TEL205]
    on = false

    [rules.PLT204]
    severity = "block"

    [required]
    sales = ["phone", "vin", "next_date"]

    [[own]]
    code = "OWN201"
    field = "card_no"
    pattern = "K-[0-9]{6}"
    say = "Номер карты пишется K-000000."

    [dealer]
    phones = ["+7 495 123-45-67"]

    [known]
    shared_phones = ["+7 495 765-43-21"]
    shared_emails = ["taxi@company.ru"]
    placeholders = ["9990000001"]

    [entry]
    may_bypass = ["Ольга"]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from rules import own, source_kinds
from rules.finding import Finding, Normal, Rule, Severity

Value = TypeVar("Value")

KINDS = (*source_kinds.KINDS, source_kinds.ENTRY)


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A simple rule of the dealer's own about the text of one field.

    A text breaks it that does not match ``pattern`` as a whole, is not one of ``values``, is
    shorter or longer than ``shortest`` and ``longest`` characters, or is no number from ``least``
    to ``most``; what is None does not count. ``required_if`` names a field and one of its texts
    with which this field must not be empty.
    """

    code: str
    field: str
    severity: Severity
    say: str
    pattern: str | None = None
    values: tuple[str, ...] | None = None
    shortest: int | None = None
    longest: int | None = None
    least: float | None = None
    most: float | None = None
    required_if: tuple[str, str] | None = None

    @property
    def rule(self) -> Rule:
        """The same as any other rule."""
        return own.rule(self.code, self.field, self.severity)


@dataclass(frozen=True)
class RuleBook:
    """What a dealer changes about the rules; an empty book changes nothing.

    ``off`` are codes of rules that do not hold, ``severities`` those that differ, ``required``
    the fields that a card of a kind of source needs, ``may_bypass`` the names of those who may
    save a record that a rule blocks. ``text`` is the file it was read from.
    """

    text: str = ""
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: tuple[OwnRule, ...] = ()
    dealer_phones: frozenset[str] = frozenset()
    shared_phones: frozenset[str] = frozenset()
    shared_emails: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    may_bypass: frozenset[str] = frozenset()

    def severity(self, rule: Rule) -> Severity | None:
        """How severe a rule is here, None where it does not hold."""
        if rule.code in self.off:
            return None
        return self.severities.get(rule.code, rule.severity)

    def shared(self, field: str) -> frozenset[str]:
        """The values of a field that are known to be those of many clients."""
        return {"phone": self.shared_phones, "email": self.shared_emails}.get(field, frozenset())

    @cached_property
    def _changes(self) -> bool:
        return bool(self.off or self.severities)

    def judged(self, normal: Normal[Value]) -> tuple[Normal[Value], bool]:
        """What a rule found as this book sees it, and whether a block was taken from it.

        A finding that does not hold is gone, one with another severity carries it. Where a
        finding blocks now that did not before, the value is None.
        """
        if not self._changes or not normal.findings:
            return normal, False
        kept = tuple(seen for found in normal.findings if (seen := self._seen(found)) is not None)
        now = Normal(normal.value, kept)
        if now.blocked:
            return Normal(None, kept), False
        return now, normal.blocked

    def _seen(self, found: Finding) -> Finding | None:
        severity = self.severity(found.rule)
        if severity is None:
            return None
        if severity is found.rule.severity:
            return found
        return replace(found, rule=replace(found.rule, severity=severity))


EMPTY = RuleBook()
