"""A text is read until its normal form is its own."""

import pytest

from rules import body_no, plate
from rules.finding import Finding, Normal, Rule, Severity
from rules.settle import settled

SHORTENED = Rule("AAA301", "vin", Severity.INFO, "{value}", "{suggestion}")
TOO_SHORT = Rule("AAA101", "vin", Severity.BLOCK, "{value}", "Longer.")


def without_a(text: str) -> Normal[str]:
    short = text.removeprefix("a")
    if not short:
        return Normal(None, (Finding(TOO_SHORT, text),))
    repair = (Finding(SHORTENED, text, short, repaired=True),)
    return Normal(short, repair if short != text else ())


def test_a_repair_proposes_what_the_last_reading_gives() -> None:
    outcome = settled(without_a, "aab")

    assert outcome.value == "b"
    assert outcome.findings == (Finding(SHORTENED, "aab", "b", repaired=True),)


def test_what_is_blocked_when_it_is_read_again_is_blocked_at_once() -> None:
    assert settled(without_a, "aaa") == Normal(None, (Finding(TOO_SHORT, "aaa"),))


@pytest.mark.parametrize(
    ("normalise", "raw", "value"),
    [
        (body_no.normalise, "ТЯУ141.9134919", "NZE1419134919"),
        (plate.normalise, "f–123dc77", "А123ВС77"),
    ],
)
def test_signs_between_the_characters_hide_no_repair(normalise, raw, value) -> None:
    assert normalise(raw).value == value
    assert len(normalise(raw).repairs) == 1
