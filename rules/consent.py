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
from rules.blanks import LONGEST_TEXT, is_blank
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

# Words of a longer text: «согласен на обработку ПД», «дано 12.03.2025», «рассылка запрещена».
_SAYS_YES = re.compile(
    r"(?<!\w)(?:да|yes|соглас(?:ен|на|ны)|получен[оа]?|дан[оа]?|дал[аи]?|подписал[аи]?|подписан[оа]?|"
    r"разреш\w+|подтвержд\w+|галочка|можно|есть)(?!\w)",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"(?<!\w)(?:нет|no|отказ\w*|отозва\w+|отзыв|запре[тщ]\w*|против|нельзя|отпис\w+|"
    r"без\s+(?:соглас|рассыл|звонк|смс|sms)\w*|"
    r"не\s+(?:соглас|получ|дан|дал|дав|подпис|разреш|подтвержд|звон|беспоко|рассыл|слать|шл|"
    r"присыл|отправ|писать|пиш|можно)\w*)",
    re.IGNORECASE,
)
# Until when, by which channel: what is allowed is for a person to read.
_LIMITED = re.compile(
    r"(?<!\w)(?:до|по|только|кроме|кр\.|если|после|истек\w*)(?!\w)", re.IGNORECASE
)
_LONGEST_SAID = 80


def normalise(text: str) -> Normal[bool]:
    """Yes, no, or None where the cell says neither."""
    value = text.strip()[:LONGEST_TEXT]
    word = _NOISE.sub("", value).lower()
    if word in _YES or value in _PLUS:
        return Normal(value=True)
    if word in _NO or value in _MINUS:
        return Normal(value=False)
    if is_blank(value):
        return Normal(None)
    said = _said(value)
    return Normal(said) if said is not None else Normal(None, (Finding(NEITHER, value),))


def refusal(text: str) -> Normal[bool]:
    """The consent that a column of refusals tells: no, or None where nobody has refused.

    Whoever has not refused has not agreed either: only a proved consent is a yes.
    """
    value = text.strip()[:LONGEST_TEXT]
    word = _NOISE.sub("", value).lower()
    if word in _NOT_REFUSED or value in _MINUS:
        return Normal(None)
    if word in _YES or word in _NO or value in _PLUS or word in _CROSSES:
        return Normal(value=False)
    if is_blank(value):
        return Normal(None)
    if _SAYS_NO.search(value) or _SAYS_YES.match(value):
        return Normal(value=False)
    return Normal(None, (Finding(NEITHER, value),))


_NOT_REFUSED = frozenset(
    """
    нет no n false f off 0 00 ложь н можно разрешено разрешен согласен согласна согласны неотказался
    неотказалась нетотказа отсутствует agree agreed optin можнозвонить
    """.split()
)
_CROSSES = frozenset("x х v".split())


def _said(value: str) -> bool | None:
    """What the words of a longer text say: a single no outweighs every yes."""
    if len(value) > _LONGEST_SAID:
        return None
    if _SAYS_NO.search(value):
        return False
    return True if _SAYS_YES.search(value) and not _LIMITED.search(value) else None
