"""The black list: whether the dealer wants no more business with a client.

What it does
    Reads yes and no in the words of exports. A reason alone («не оплатил ремонт») is a yes.

Why it matters
    One card on the list puts the whole client there after a merge, so a missed mark invites
    a client whom the dealer has shown the door.

Example
    Warned: ``скандалит``, read as yes
    Accepted: ``в ЧС``, kept as yes

>>> normalise("в ЧС").value, normalise("не в списке").value, normalise("скандалит").value
(True, False, True)
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

REASON = Rule(
    "BLK201",
    "blacklist",
    Severity.WARN,
    marked("«{value}» is read as a yes: the client is on the black list."),
    marked("Write «да» or «нет», and the reason in the comment."),
    "",
    ("скандалит", "не оплатил ремонт", "уточнить"),
    ("да", "нет", "в ЧС"),
)
RULES = (REASON,)

_YES = frozenset(
    """
    вчс чс вчерномсписке черныйсписок встоплисте стоплист стоп внесен внесена добавлен добавлена
    необслуживать непринимать запрет запретобслуживания нежелателен нежелательный
    нежелательныйклиент заблокирован заблокирована блок блокировка blacklist blacklisted stop
     да есть истина yes y true t on 1 10 д x х xx хх v bad banned blocked отказано
    отказвобслуживании недопускать
    """.split()
)
_NO = frozenset(
    """
    нет н no n false f off 0 00 ложь
    невсписке невчс невчерномсписке чист чистый обычный обычная снят снята исключен
    исключена убран удален удалена разблокирован разблокирована ок ok норм нормальный нормально
    надежный vip вип отсутствует невнесен незаблокирован неявляется
    """.split()
)
_PLUS, _CROSSES = frozenset("+✓✔☑√"), frozenset("✗✘☒☐")
_NOISE = re.compile(r"[\W_]+")


def normalise(text: str) -> Normal[bool]:
    """Whether the cell puts a client on the black list, None where it is empty."""
    value = text.strip()[:LONGEST_TEXT]
    word = _NOISE.sub("", value).lower().replace("ё", "е")
    if word in _YES or value in _PLUS:
        return Normal(value=True)
    if word in _NO or value in _CROSSES:
        return Normal(value=False)
    if is_blank(value):
        return Normal(None)
    return Normal(value=True, findings=(Finding(REASON, value),))
