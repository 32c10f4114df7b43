"""What a rule returns: a normal form, and what it found wrong on the way to it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from resources.texts import gettext

Value = TypeVar("Value", covariant=True)  # noqa: PLC0105 - the name says it all


class Severity(StrEnum):
    """How much a finding stops.

    BLOCK keeps the value out of matching and of the unified base until a person decides,
    WARN lets it in and lists it, INFO only tells what was repaired or noticed.
    """

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


def _data() -> tuple[str, ...]:
    """Texts that tell no two rules apart: left out of comparing, hashing and printing."""
    return field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as data: its stable code, its field, its severity and its two sentences.

    ``what`` says what is wrong, ``how`` says how to write it right.
    Both are message ids of the translations and may hold ``{value}``, ``{suggestion}``
    and the names of the finding's ``params``.
    ``source`` names the norm behind the rule, "" where practice alone stands behind it.
    ``bad`` are raw texts on which the rule finds something, ``good`` ones on which it does not:
    ``rules.examples`` reads them.
    """

    code: str
    field: str
    severity: Severity
    what: str
    how: str
    source: str = ""
    bad: tuple[str, ...] = _data()
    good: tuple[str, ...] = _data()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one value.

    ``value`` is the piece of the raw text it speaks of, ``suggestion`` the proposed right form
    ("" if there is none). ``repaired`` says that the normal form already holds the suggestion.
    """

    rule: Rule
    value: str
    suggestion: str = ""
    repaired: bool = False
    params: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The stable code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The severity the rule has by default."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Normal(Generic[Value]):
    """The outcome of a rule on one raw value.

    ``value`` is the normal form, None when the raw text holds none or when it is blocked.
    """

    value: Value | None
    findings: tuple[Finding, ...] = ()

    @property
    def repairs(self) -> tuple[Finding, ...]:
        """The findings whose repair the normal form already contains."""
        return tuple(finding for finding in self.findings if finding.repaired)

    @property
    def blocked(self) -> bool:
        """Whether a finding keeps this value out."""
        return bool(self.findings) and any(
            finding.rule.severity is Severity.BLOCK for finding in self.findings
        )


def message(
    rule: Rule, value: str, suggestion: str = "", params: tuple[tuple[str, str], ...] = ()
) -> str:
    """The finding in the user's language: what is wrong, then how to write it right."""
    names = dict(params) | {"value": value, "suggestion": suggestion}
    sentences = (gettext(part).format(**names) for part in (rule.what, rule.how) if part)
    # A suggestion such as «Иванов И. И.» ends the sentence with a full stop of its own.
    return " ".join(text[:-1] if text.endswith("..") else text for text in sentences)
