"""KNW: values that the dealer's rule file knows to be nobody's own.

What it does
    Keeps a value out that the rule file lists among the placeholders, whatever its field's rule
    says of it.

Why it matters
    Staff who have no phone or e-mail to type choose a number of their own invention; only the
    dealer's data shows which one.

Example
    Blocked: ``+7 999 000-00-01`` where ``[known] placeholders`` lists it
"""

from collections.abc import Collection, Iterable

from resources.texts import marked
from rules.finding import Finding, Rule, Severity

PLACEHOLDER = Rule(
    "KNW101",
    "card",
    Severity.BLOCK,
    marked("{value} is a placeholder by the dealer's rule file."),
    marked("Write the client's own value or leave the cell empty."),
    bad=("+7 999 000-00-01", "8 999 000-00-01"),
    good=("8 916 240-35-81",),
)
RULES = (PLACEHOLDER,)


def placeholder(values: Iterable[str], known: Collection[str]) -> Finding | None:
    """The finding on the first of the normal values that is a known placeholder."""
    found = next((value for value in values if value in known), None)
    return None if found is None else Finding(PLACEHOLDER, found)
