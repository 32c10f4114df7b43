"""A finding as two sentences."""

import pytest

from rules.finding import Rule, Severity, message

RULE = Rule("NAM901", "name", Severity.WARN, "«{value}» is wrong.", "The name is {suggestion}.")


@pytest.mark.parametrize(
    ("suggestion", "expected"),
    [
        ("Петров Пётр", "«П» is wrong. The name is Петров Пётр."),
        ("Петров П. П.", "«П» is wrong. The name is Петров П. П."),
    ],
)
def test_a_sentence_ends_with_one_full_stop(suggestion: str, expected: str) -> None:
    assert message(RULE, "П", suggestion) == expected
