"""The papers of a car: registration certificate (СТС), passport (ПТС), electronic passport (ЭПТС).

What it does
    Writes the ten characters of a СТС or ПТС as ``78 УЕ 952328`` and the fifteen digits of an
    ЭПТС without gaps; Latin twins become Cyrillic, letters among digits become digits.

Why it matters
    A trade-in or a registration fails on one wrong character, and by then the client is gone.

Example
    Blocked: ``78 УЕ 95232`` (a digit is missing)
    Accepted: ``78yе952328``, kept as ``78 УЕ 952328``

>>> pts("78yе952328").value, sts("9901952328").value, epts("1643 0100 0001 234").value
('78 УЕ 952328', '99 01 952328', '164301000001234')
"""

import re

from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal
from rules.vehicle_paper_rules import (
    EPTS,
    PAPER_IS_ELECTRONIC,
    PAPER_NOT_ELECTRONIC,
    PTS,
    RULES,
    STS,
    UNUSUAL_EPTS,
    Rules,
)

__all__ = ["RULES", "epts", "pts", "sts"]

_PAPER, _ELECTRONIC, _SERIES = 10, 15, 4
_FORM = re.compile(r"[0-9]{2}(?:[0-9]{2}|[А-ЯЁ]{2})[0-9]{6}")
_USUAL_EPTS = re.compile(r"[1-3][0-9]{4}[1-4][0-9]{9}")
_LABEL = re.compile(
    r"^\W*(?:э?птс|стс|сртс|свид\w*(?:\s+о\s+рег\w*)?|паспорт\w*(?:\s+тс)?|электронн\w*|"
    r"сер\w*|дубл\w*)(?!\w)\W*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\bномер\b|[\W_№]+", re.IGNORECASE)
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
_TO_DIGIT = str.maketrans("OОILЗБ", "001136")


def sts(text: str) -> Normal[str]:
    """The registration certificate in a cell, None where there is none."""
    return _paper(text, STS)


def pts(text: str) -> Normal[str]:
    """The passport of a car in a cell, be it electronic; None where there is none."""
    electronic = _characters(text)
    if len(electronic) == _ELECTRONIC and _USUAL_EPTS.fullmatch(electronic):
        return Normal(electronic, (Finding(PAPER_IS_ELECTRONIC, electronic),))
    return _paper(text, PTS)


def epts(text: str) -> Normal[str]:
    """The electronic passport of a car in a cell, or one on paper; None where there is none."""
    value = text.strip()
    if is_blank(value):
        return Normal(None)
    if rounded := _unreadable(value, EPTS):
        return rounded
    bare = _characters(value)
    if _FORM.fullmatch(_placed(bare)):
        paper = _paper(value, PTS)
        if paper.value:
            return Normal(paper.value, (Finding(PAPER_NOT_ELECTRONIC, paper.value),))
    digits = bare.translate(_TO_DIGIT)
    if not digits.isdecimal() or not digits.isascii() or not any(map(str.isdecimal, bare)):
        return Normal(None, (Finding(EPTS.none, value),))
    if len(digits) != _ELECTRONIC:
        length = (("length", str(len(digits))),)
        return Normal(None, (Finding(EPTS.wrong_length, value, params=length),))
    if len(set(digits)) == 1:
        return Normal(None, (Finding(EPTS.invented, digits),))
    findings = _repairs(value, bare, digits, EPTS)
    if not _USUAL_EPTS.fullmatch(digits):
        findings = (*findings, Finding(UNUSUAL_EPTS, digits))
    return Normal(digits, findings)


def _paper(text: str, rules: Rules) -> Normal[str]:
    """A paper of ten characters."""
    value = text.strip()
    if is_blank(value):
        return Normal(None)
    if rounded := _unreadable(value, rules):
        return rounded
    bare = _characters(value)
    number = _placed(bare)
    if _FORM.fullmatch(number):
        shown = f"{number[:2]} {number[2:4]} {number[4:]}"
        if len(set(number)) == 1 or not number[_SERIES:].strip("0"):
            return Normal(None, (Finding(rules.invented, shown),))
        return Normal(shown, _repairs(value, bare, number, rules, shown))
    digits = sum(map(str.isdecimal, bare))
    if len(bare) == _PAPER or digits < len(bare) - 2:
        return Normal(None, (Finding(rules.none, value),))
    return Normal(None, (Finding(rules.wrong_length, value, params=(("length", str(len(bare))),)),))


def _unreadable(value: str, rules: Rules) -> Normal[str] | None:
    """The refusal of a pasted text or of a float that has lost digits."""
    whole = unfloat(value)
    if len(value) > LONGEST_NUMBER or (whole and whole.rounded):
        return Normal(None, (Finding(rules.none, value[:LONGEST_NUMBER]),))
    return None


def _characters(value: str) -> str:
    """The letters and digits of a cell without its labels, a float's without its zero."""
    whole = unfloat(value)
    if whole:
        return whole.digits
    bare = value.strip()[:LONGEST_NUMBER]
    while found := _LABEL.match(bare):
        bare = bare[found.end() :]
    return _SEPARATORS.sub("", bare).upper()


def _placed(bare: str) -> str:
    """The ten characters with digits where only digits may stand, letters in Cyrillic."""
    if len(bare) != _PAPER:
        return bare
    digits, letters = bare.translate(_TO_DIGIT), bare.translate(_TO_CYRILLIC)
    middle = letters[2:_SERIES]
    if any(map(str.isdecimal, middle)):
        middle = digits[2:_SERIES]
    return digits[:2] + middle + digits[_SERIES:]


def _repairs(
    value: str, bare: str, number: str, rules: Rules, shown: str = ""
) -> tuple[Finding, ...]:
    """What was done to the characters of a cell to make the number of them."""
    done = []
    if number != bare:
        done.append(rules.lookalikes)
    if unfloat(value):
        done.append(rules.float_)
    return tuple(Finding(one, value, shown or number, repaired=True) for one in done)
