"""CLM: how a client complained: by word of mouth, in writing, or in court.

What it does
    Brings the kinds of a claims register to three. A claim before the court is a written one.

Why it matters
    Of many who are dissatisfied some write and few sue; how many of each is told by their ratio,
    and every court case began as a word at the counter.

Example
    Told: ``Вид 2`` (none that is known)
    Accepted: ``Досудебная претензия``, kept as written

>>> normalise("Устная").value, normalise("Письмо").value, normalise("Исковое заявление").value
(<ClaimKind.ORAL: 'oral'>, <ClaimKind.WRITTEN: 'written'>, <ClaimKind.COURT: 'court'>)
"""

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "CLM301",
    "claim_kind",
    Severity.INFO,
    marked("«{value}» is no kind of claim that is known."),
    marked("Name how the client complained: orally, in writing, in court."),
    "",
    ("Вид 2", "Прочее"),
    ("Устная", "Письменная", "Суд"),
)
RULES = (UNKNOWN,)


class ClaimKind(StrEnum):
    """How a client complained."""

    ORAL = "oral"
    WRITTEN = "written"
    COURT = "court"


_TITLES = {
    ClaimKind.ORAL: marked("Oral"),
    ClaimKind.WRITTEN: marked("Written"),
    ClaimKind.COURT: marked("In court"),
}

# The first that fits wins: what comes before the court is no court case yet.
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (ClaimKind.WRITTEN, r"до\s?-?судеб|до\s+суда|pre-?\s?trial"),
        (ClaimKind.COURT, r"\bсуд|судебн|\bиск|арбитраж|court|lawsuit|litigat|\bsued?\b"),
        (
            ClaimKind.WRITTEN,
            (
                r"письм|претенз|заявлен|роспотреб|прокурат|книг\w*\s+(?:отзыв|жалоб)|e-?mail|"
                r"(?:эл|электронн)\w*\W*(?:почт|пис)|\bпочт|\bсайт|мессендж|соц\w*\W*сет|"
                r"written|in\s+writing|letter|web"
            ),
        ),
        (
            ClaimKind.ORAL,
            (
                r"\bустн|телефон|звон|личн\w*\s+(?:обращ|визит|при[её]м)|при\s+личн|словесн|на\s+словах|"
                r"жалоб|недовол|замечани|\boral|verbal|phone|\bcall|in\s+person|complain"
            ),
        ),
    )
)


def normalise(text: str) -> Normal[ClaimKind]:
    """How a client complained by a cell, None where the cell tells no kind that is known."""
    value = text.strip()[:LONGEST_TEXT]
    low = value.lower()  # three times faster than to search without regard to case
    if is_blank(value):
        return Normal(None)
    for kind, pattern in _KINDS:
        if pattern.search(low):
            return Normal(kind)
    return Normal(None, (Finding(UNKNOWN, value),))


def title(kind: str) -> str:
    """What a kind is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[ClaimKind(kind)]) if kind in _NAMES else kind


_NAMES = frozenset(str(kind) for kind in ClaimKind)
