"""BKG: what became of a call that wanted a visit: booked, arrived, missed or cancelled.

What it does
    Brings the results that call logs and booking journals know to five: the client only called,
    is booked, arrived, did not come, or cancelled.

Why it matters
    How many wanted to book, how many were booked and how many came is a funnel; its losses are
    calls that nobody answered and visits that nobody reminded of.

Example
    Told: ``Результат 5`` (none that is known)
    Accepted: ``Не приехал``, kept as missed

>>> normalise("Записан").value, normalise("Заехал").value, normalise("Неявка").value
(<BookingResult.BOOKED: 'booked'>, <BookingResult.ARRIVED: 'arrived'>, <BookingResult.MISSED: 'missed'>)
"""  # noqa: E501 - a doctest stands on one line

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "BKG301",
    "bk_result",
    Severity.INFO,
    marked("«{value}» is no result of a booking that is known."),
    marked("Name what became of it: booked, arrived, did not come, cancelled."),
    "",
    ("Результат 5", "Прочее"),
    ("Записан", "Приехал", "Не приехал"),
)
RULES = (UNKNOWN,)


class BookingResult(StrEnum):
    """What became of a booking."""

    WANTED = "wanted"
    BOOKED = "booked"
    ARRIVED = "arrived"
    MISSED = "missed"
    CANCELLED = "cancelled"


_TITLES = {
    BookingResult.WANTED: marked("Only called"),
    BookingResult.BOOKED: marked("Booked"),
    BookingResult.ARRIVED: marked("Arrived"),
    BookingResult.MISSED: marked("Did not come"),
    BookingResult.CANCELLED: marked("Booking cancelled"),
}

# The first that fits wins: who did not come has «приехал» in it, and who refused to be booked
# has cancelled nothing.
_RESULTS = tuple(
    (result, re.compile(pattern))
    for result, pattern in (
        (
            BookingResult.WANTED,
            (
                r"не\s?(?:был\w*\s+)?запис|отказ\w*\s+(?:от|в)\s+запис|без\s+запис|нет\s+(?:мест|времен)|"
                r"лист\w*\s+ожид|not\s+booked|waiting\s+list"
            ),
        ),
        (
            BookingResult.MISSED,
            (
                r"не\s?(?:при[её]ха|прибы|яв|заеха|дое[хз]|состоя|приш|пришел)|неявк|пропус|прогул|"
                r"no[\s-]?show|did\s+not|didn.t|not\s+(?:show|arriv|come)|\bmissed|absent"
            ),
        ),
        (BookingResult.CANCELLED, r"отказ|отмен|аннул|снят|удал[её]н|cancel|declin|reject"),
        (
            BookingResult.ARRIVED,
            (
                r"при[её]ха|прибы|явил|заеха|заезд|состоял|приш[её]л|обслуж|выполн|закры|заверш|"
                r"исполнен|принят\w*\s+в|в\s+(?:работе|ремонте|сервисе)|создан\s+з|открыт\s+з|"
                r"^\W*(?:да|\+|✓|✔|yes|true|истина)\W*$|^\+$|arriv|show(?:ed)?\b|came|complet|visited|"
                r"\bdone|closed"
            ),
        ),
        (
            BookingResult.BOOKED,
            (
                r"запис|подтвер|заплан|план|назнач|брон|перен[её]с|согласован|book|schedul|confirm|"
                r"appoint|resched|planned"
            ),
        ),
        (
            BookingResult.WANTED,
            (
                r"звон|обращ|консульт|дума|вопрос|заявк|\bнов(?:ый|ая|ое)\b|уточн|интерес|"
                r"не\s?актуал|ожида|отложен|wanted|\bcall|inquir|enquir|lead|callback|pending|\bnew\b"
            ),
        ),
    )
)


def normalise(text: str) -> Normal[BookingResult]:
    """What became of a booking by its cell, None where the cell tells nothing that is known."""
    value = text.strip()[:LONGEST_TEXT]
    low = value.lower()  # three times faster than to search without regard to case
    for result, pattern in _RESULTS:
        if pattern.search(low):
            return Normal(result)
    return Normal(None) if is_blank(value) else Normal(None, (Finding(UNKNOWN, value),))


def title(result: str) -> str:
    """What a result is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[BookingResult(result)]) if result in _NAMES else result


_NAMES = frozenset(str(result) for result in BookingResult)
