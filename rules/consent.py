"""A yes or no: consent to processing or to mailings, the black list, marks of a card.

What it does
    Reads yes and no in the words and signs that exports use. Whatever is neither is unknown:
    consent is never guessed.

Why it matters
    A mailing to somebody who refused costs a fine; the sender must prove the consent.

Example
    Warned: ``уточнить``
    Accepted: ``Истина``, kept as yes

>>> normalise("Истина").value, normalise("не согласен").value, normalise("уточнить").value
(True, False, None)
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_TEXT, is_wordless
from rules.finding import Finding, Normal, Rule, Severity

NEITHER = Rule(
    "CNS201",
    "consent",
    Severity.WARN,
    marked("«{value}» is neither yes nor no; it counts as unknown."),
    marked("Write «да» or «нет»."),
    source="152-ФЗ, ст. 9; 38-ФЗ, ст. 18",
    bad=("уточнить", "не помню"),
    good=("да", "Истина", "не согласен", ""),
)
RULES = (NEITHER,)

_YES = frozenset(
    """
    да есть истина yes y true t on 1 10 ok ок согласен согласна согласие согласны получено получен
    разрешено разрешен разрешаю дано подписано подписан можно получать agree agreed granted д
    естьсогласие согласиеполучено согласиедано подписал подписала имеется активно optin
    """.split()
)
_NO = frozenset(
    """
    нет no n false f off 0 00 ложь несогласен несогласна отказ отказался отказалась отозвано отозван
    запрещено запрещен запрещаю недано неполучено неподписано нельзя незвонить небеспокоить
    нетсогласия отказано отсутствует н refused denied disagree optout donotcall неразрешено
    отписан отписался отписалась отзыв
    """.split()
)
_PLUS, _MINUS = frozenset("+✓✔☑√"), frozenset("✗✘☒")
_NOISE = re.compile(r"[\W_]+")


def normalise(text: str) -> Normal[bool]:
    """Yes, no, or None where the cell says neither."""
    value = text.strip()[:LONGEST_TEXT]
    word = _NOISE.sub("", value).lower()
    if word in _YES or value in _PLUS:
        return Normal(value=True)
    if word in _NO or value in _MINUS:
        return Normal(value=False)
    if is_wordless(value):
        return Normal(None)
    return Normal(None, (Finding(NEITHER, value),))
