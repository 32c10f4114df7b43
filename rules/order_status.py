"""ROS: whether a work order is closed, still open or cancelled.

What it does
    Brings the states that dealers' systems give their work orders to three: closed, open and
    cancelled.

Why it matters
    Only a closed order was a visit. An order that is still a request, or that the client refused,
    would count a maintenance that nobody did.

Example
    Told: ``Состояние 7`` (none that is known)
    Accepted: ``Закрыт (оплачен)``, kept as closed

>>> normalise("Выдан").value, normalise("В работе").value, normalise("Отказ клиента").value
(<OrderStatus.CLOSED: 'closed'>, <OrderStatus.OPEN: 'open'>, <OrderStatus.CANCELLED: 'cancelled'>)
"""

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "ROS301",
    "ro_status",
    Severity.INFO,
    marked("«{value}» is no state of a work order that is known."),
    marked("Name it by where the order stands: closed, in work, cancelled …."),
    "",
    ("Состояние 7", "Прочее"),
    ("Закрыт", "В работе", "Отказ"),
)
RULES = (UNKNOWN,)


class OrderStatus(StrEnum):
    """Where a work order stands."""

    CLOSED = "closed"
    OPEN = "open"
    CANCELLED = "cancelled"


_TITLES = {
    OrderStatus.CLOSED: marked("Closed order"),
    OrderStatus.OPEN: marked("Open order"),
    OrderStatus.CANCELLED: marked("Cancelled order"),
}

# The first that fits wins: «Не закрыт» and «К закрытию» are not closed, whatever they hold.
_STATES = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        (
            OrderStatus.CANCELLED,
            r"отказ|отмен|аннул|удал[её]н|сторн|cancel|\bvoid|declin|reject|delet",
        ),
        (
            OrderStatus.OPEN,
            (
                r"не\s?(?:закры|выполнен|заверш|выдан|провед|исполнен|сдан|готов)|частичн|"
                r"(?:к|на)\s+(?:закрыт|выполнен)|not\s+(?:closed|complete|done|finish)|unclosed|"
                r"incomplete|re-?open|partial"
            ),
        ),
        (
            OrderStatus.CLOSED,
            (
                r"закрыт(?!и)|выполнен(?!и)|выдан|заверш[её]н(?!и)|исполнен(?!и)|\bсдан|"
                r"провед[её]н(?!и)|\bготов\b|(?<!не )(?<!не)оплачен|архив|clos|complet|invoiced|"
                r"finish|\bdone|\bpaid|deliver|released|posted"
            ),
        ),
        (
            OrderStatus.OPEN,
            (
                r"заявк|работ|соглас|ожида|\bстоянк|резерв|чернов|открыт|\bнов(?:ый|ая|ое)\b|приост|"
                r"заплан|план|запис|принят|приемк|при[её]м|начат|диагност|дефектов|очеред|оплачен|"
                r"подготов|ремонт|выполн|закры|open|draft|work|progress|\bwip\b|wait|hold|pending|"
                r"approv|estimate|\bnew\b|reserv|schedul|book"
            ),
        ),
    )
)


def normalise(text: str) -> Normal[OrderStatus]:
    """Where an order stands by its cell, None where the cell tells no state that is known."""
    value = text.strip()[:LONGEST_TEXT]
    low = value.lower()  # three times faster than to search without regard to case
    for status, pattern in _STATES:
        if pattern.search(low):
            return Normal(status)
    return Normal(None) if is_blank(value) else Normal(None, (Finding(UNKNOWN, value),))


def title(status: str) -> str:
    """What a state is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[OrderStatus(status)]) if status in _NAMES else status


_NAMES = frozenset(str(status) for status in OrderStatus)
