import pytest

from bench.rule_dirt.kinds import Answer, Dirty, Verdict, verdict


@pytest.mark.parametrize(
    ("dirty", "value", "flagged", "expected"),
    [
        (Dirty("8 916 1", "+7916"), "+7916", False, Verdict.RIGHT),
        (Dirty("8 916 1", "+7916"), "+7916", True, Verdict.RIGHT),
        (Dirty("8 916 1", "+7916"), "", True, Verdict.FLAGGED),
        (Dirty("8 916 1", "+7916"), "+7999", True, Verdict.FLAGGED),
        (Dirty("8 916 1", "+7916"), "+7999", False, Verdict.WRONG),
        (Dirty("8 916 1", "+7916"), "", False, Verdict.MISSED),
        (Dirty("8 917", "+7916", "+7917"), "+7917", False, Verdict.UNDETECTABLE),
        (Dirty("Пётр Иван", "Иван|Петр"), "Петр|Иван", False, Verdict.MISSED),
        (Dirty("-", ""), "", False, Verdict.RIGHT),
        (Dirty("-", ""), "x", False, Verdict.WRONG),
    ],
)
def test_an_answer_is_worth(dirty, value, flagged, expected):
    assert verdict(dirty, Answer(value, blocked=False, flagged=flagged)) is expected
