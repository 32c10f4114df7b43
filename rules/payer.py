"""PAY: who pays for a work order: the client, the maker's warranty, the dealer or an insurer.

What it does
    Brings the payers and ways of payment that dealers' systems know to four. The name of a person
    or of a company is a client's, unless it is an insurer's or says that the maker pays.

Why it matters
    Commercial orders are those that the client pays; a warranty repair is no sale of the service,
    and an order of the dealer's own is no visit of anybody.

Example
    Told: ``Вид 3`` (none that is known)
    Accepted: ``Гарантия завода``, kept as warranty

>>> normalise("Наличные").value, normalise("РЕСО-Гарантия").value, normalise("Импортёр").value
(<Payer.CLIENT: 'client'>, <Payer.INSURER: 'insurer'>, <Payer.WARRANTY: 'warranty'>)
"""

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "PAY301",
    "payer",
    Severity.INFO,
    marked("«{value}» is no payer that is known."),
    marked("Name who pays: the client, the warranty, the dealer itself, an insurer."),
    "",
    ("Вид 3", "Прочее"),
    ("Клиент", "Гарантия", "Иванов Иван Иванович"),
)
RULES = (UNKNOWN,)


class Payer(StrEnum):
    """Who pays."""

    CLIENT = "client"
    WARRANTY = "warranty"
    INTERNAL = "internal"
    INSURER = "insurer"


_TITLES = {
    Payer.CLIENT: marked("Client"),
    Payer.WARRANTY: marked("Warranty"),
    Payer.INTERNAL: marked("The dealer itself"),
    Payer.INSURER: marked("Insurer"),
}

_INSURERS = r"страх|\b(?:каско|осаго|дсаго|согаз|ресо|вск|сао|спао|осао)\b|insur|\bcasco\b"
_MAKERS = (
    r"автоваз|моторс?\s+(?:рус|россия|снг)|motors?\s+(?:rus|cis)|дистриб|импорт[её]р|"
    r"importer|distributor"
)
_PAYERS = tuple(
    (payer, re.compile(pattern))
    for payer, pattern in (
        (Payer.INSURER, _INSURERS),
        (
            Payer.CLIENT,
            (
                r"(?:не|пост|после)\s*-?\s?гарант|non-?\s?warranty|без\s+гарант|"
                r"сч[её]т\s+клиент"
            ),
        ),
        (
            Payer.WARRANTY,
            r"гаранти|\bгар(?:ант)?\b|\bзавод(?:а|у|ом|ск\w+)?\b|производител|изготовител|"
            r"отзывн|гудвил|добр\w+\s+вол|представительств|сервисн\w+\s+(?:кам|акц)|warrant|"
            r"factory|goodwill|recall|manufacturer|\boem\b|" + _MAKERS,
        ),
        (
            Payer.INTERNAL,
            (
                r"внутр|\b(?:авто)?салон(?:а|у|ом)?\b|собственн\w+\s+(?:нужд|сч|сред)|\bсвои\b|"
                r"\bсклад(?:а|у|ом)?\b|\bдилер(?:а|у|ом|ск\w+)?\b|предпрод|подготовк|подменн|"
                r"тест-?\s?драйв|сч[её]т\s+(?:предпр|компан|сервис|фирм|организ|виновн)|\bбрак\b|"
                r"отдел\w*\s+(?:прод|марк|запч)|предприяти|переделк|internal|\bdealer|in-?house|"
                r"\bpdi\b"
            ),
        ),
        (
            Payer.CLIENT,
            (
                r"клиент|покупател|заказчик|владел|собственник|наличн|\bнал\b|безнал|"
                r"\bб/?\s?н(?:ал)?\b|\bкарт(?:а|ой|у|ы)?\b|эквайр|перевод|\b(?:сбп|qr)\b|кредит|"
                r"рассроч|банк|\bкасс|плат[её]ж|платн|коммерч|розниц|\bфиз|\bюр(?:\b|ид|лиц)|частн|"
                r"корпорат|лизинг|customer|client|retail|\bcash|\bcard|transfer|credit|private|fleet|"
                r"\bleas"
            ),
        ),
    )
)
# «ООО «Завод ЖБИ»» is a client: of what bears a legal form or stands in quotes only an insurer
# and a maker's own company are told apart.
_COMPANY = re.compile(
    r"(?<!\w)(?:ооо|оао|зао|пао|ао|ип|гуп|муп|фгуп|llc|ltd|gmbh)(?!\w)|[«\"“].+[»\"”]"
)
_COMPANIES = tuple(
    (payer, re.compile(pattern))
    for payer, pattern in ((Payer.INSURER, _INSURERS), (Payer.WARRANTY, _MAKERS))
)
_WORD = r"[А-ЯЁ][А-ЯЁа-яё-]+"
_SURELY_PERSON = re.compile(
    rf"{_WORD}\s+(?:[А-ЯЁ]\.\s*[А-ЯЁ]?\.?|(?:{_WORD}\s+)?{_WORD}(?:вич|вна|ична|оглы|кызы))",
    re.IGNORECASE,
)
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,2}}")


def normalise(text: str) -> Normal[Payer]:
    """Who pays by a cell; a person or a company is the client, None where the cell names nobody."""
    value = text.strip()[:LONGEST_TEXT]
    low = value.lower()  # three times faster than to search without regard to case
    if _SURELY_PERSON.fullmatch(value):
        return Normal(Payer.CLIENT)
    company = _COMPANY.search(low)
    for payer, pattern in _COMPANIES if company else _PAYERS:
        if pattern.search(low):
            return Normal(payer)
    if company or _NAME.fullmatch(value):
        return Normal(Payer.CLIENT)
    return Normal(None) if is_blank(value) else Normal(None, (Finding(UNKNOWN, value),))


def title(payer: str) -> str:
    """What a payer is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[Payer(payer)]) if payer in _NAMES else payer


_NAMES = frozenset(str(payer) for payer in Payer)
