"""CSI: the mark that a client gave in a survey, and the greatest one he could give.

What it does
    Reads «9», «4,5», «4 из 5», «9/10», «85 %», «5 (отлично)»; the marks of school in words; the
    share that a spreadsheet keeps instead of percent. Blocks what is no mark and what is more
    than its own scale.

Why it matters
    «9» of 10 and «9» of 100 are opposite words. The scale is kept where the cell tells it; else
    the source's marks tell it together.

Example
    Blocked: ``11 из 10``
    Accepted: ``4,5 из 5``

>>> normalise("4 из 5").value, normalise("85 %").value
(Mark(score=4.0, scale=5), Mark(score=85.0, scale=100))
"""

import re
from dataclasses import dataclass

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal, Rule, Severity

NOT_A_MARK = Rule(
    "CSI101",
    "csi",
    Severity.BLOCK,
    marked("«{value}» is no mark."),
    marked("Write the mark as a number, with its scale if it may be doubted: 9, 4 из 5, 85 %."),
    bad=("скорее да", "12.03.2015", "-5"),
    good=("9", "4,5", "0"),
)
BEYOND = Rule(
    "CSI102",
    "csi",
    Severity.BLOCK,
    marked("The mark «{value}» is greater than the greatest possible one, {most}."),
    marked("Compare it with the client's answer."),
    bad=("11 из 10", "120 %", "1000"),
    good=("10 из 10", "100 %", "100"),
)
SHARE = Rule(
    "CSI201",
    "csi",
    Severity.WARN,
    marked("The mark «{value}» was read as a share: {suggestion}."),
    marked("Write percent, for example 85 %."),
    bad=("0,85",),
    good=("85 %", "1"),
)
IN_WORDS = Rule(
    "CSI301",
    "csi",
    Severity.INFO,
    marked("«{value}» was read as the mark {suggestion}."),
    marked("Write the mark as a number."),
    bad=("Отлично", "неудовлетворительно"),
    good=("5 (отлично)", "5"),
)
RULES = (NOT_A_MARK, BEYOND, SHARE, IN_WORDS)

_MOST = 100
_SCHOOL = 5
_UNIT = r"(?:балл\w*|б\.?|очк\w*|зв[её]зд\w*|points?|stars?)?"
_PLAIN = re.compile(
    rf"(?P<score>[0-9]{{1,6}}(?:[.,][0-9]{{1,6}})?)\s*{_UNIT}\s*"
    rf"(?:(?P<percent>%|процент\w*|percent)|(?:/|\\|из|of|out\s+of)\s*(?P<scale>[0-9]{{1,3}})\s*{_UNIT})?"
    r"(?:\s*[(–—-]+\s*[^0-9()]*\)?)?\.?",
    re.IGNORECASE,
)
_WORDS = (
    (re.compile(r"(?:очень|крайне|совсем)\s+(?:плохо|недоволен\w*)|ужасно", re.IGNORECASE), 1),
    (re.compile(r"не\s?удовлетворительно|плохо|poor|bad", re.IGNORECASE), 2),
    (re.compile(r"удовлетворительно|нормально|average|fair", re.IGNORECASE), 3),
    (re.compile(r"хорошо|good", re.IGNORECASE), 4),
    (re.compile(r"отлично|превосходно|великолепно|excellent", re.IGNORECASE), 5),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, and the greatest one possible where the cell tells it."""

    score: float
    scale: int | None = None


def written(mark: Mark) -> str:
    """The mark as people here write it."""
    number = f"{mark.score:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return number if mark.scale is None else f"{number} из {mark.scale}"


def normalise(text: str) -> Normal[Mark]:
    """The mark in a cell, None where there is none."""
    value = text.strip()
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_A_MARK, value[:LONGEST_NUMBER]),))
    number = unfloat(value)
    found = _PLAIN.fullmatch(number.digits if number and not number.rounded else value)
    if found:
        return _judged(value, found)
    if is_blank(value):
        return Normal(None)
    for word, score in _WORDS:
        if word.fullmatch(value.strip(" .!")):
            mark = Mark(float(score), _SCHOOL)
            return Normal(mark, (Finding(IN_WORDS, value, written(mark), repaired=True),))
    return Normal(None, (Finding(NOT_A_MARK, value),))


def _judged(value: str, found: re.Match[str]) -> Normal[Mark]:
    """A number with its scale, blocked where it is beyond that."""
    score = round(float(found["score"].replace(",", ".")), 2)
    scale = _MOST if found["percent"] else int(found["scale"]) if found["scale"] else None
    most = _MOST if scale is None else scale
    if score > most or scale == 0:
        return Normal(None, (Finding(BEYOND, value, params=(("most", str(most)),)),))
    if scale is None and 0 < score < 1:
        mark = Mark(round(score * _MOST, 2), _MOST)
        return Normal(mark, (Finding(SHARE, value, written(mark), repaired=True),))
    return Normal(Mark(score, scale))
