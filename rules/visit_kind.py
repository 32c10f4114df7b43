"""What a car came to service for: maintenance, repair, warranty, bodywork and others.

What it does
    Brings the names that dealers give their kinds of repair to one closed list, and finds the
    maintenance (ТО) in the words of a reason or of works.

Why it matters
    The funnels of service count maintenance apart from warranty, bodywork and repeated visits;
    «ТО», «Плановое тех. обслуживание» and «Регламент» are one thing.

Example
    Told: ``Прочее`` (none of the list)
    Accepted: ``Плановое ТО-2``, kept as maintenance

>>> normalise("Плановое ТО-2").value, normalise("Гарантийный ремонт").value
(<VisitKind.MAINTENANCE: 'maintenance'>, <VisitKind.WARRANTY: 'warranty'>)
"""

import re
from enum import StrEnum

from resources.texts import gettext, marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity

UNKNOWN = Rule(
    "VIS301",
    "visit_kind",
    Severity.INFO,
    marked("«{value}» is no kind of repair that is known."),
    marked("Name it by what was done: maintenance, warranty, bodywork, repair, diagnostics …."),
    "",
    ("Прочее", "Вид 17"),
    ("Плановое ТО", "Гарантия", "Кузовной ремонт"),
)
RULES = (UNKNOWN,)


class VisitKind(StrEnum):
    """The closed list of kinds of a visit."""

    MAINTENANCE = "maintenance"
    REPAIR = "repair"
    WARRANTY = "warranty"
    RECALL = "recall"
    BODYWORK = "bodywork"
    DIAGNOSTICS = "diagnostics"
    TYRES = "tyres"
    EQUIPMENT = "equipment"
    WASH = "wash"
    PREPARATION = "preparation"
    INTERNAL = "internal"
    COMEBACK = "comeback"


_TITLES = {
    VisitKind.MAINTENANCE: marked("Maintenance"),
    VisitKind.REPAIR: marked("Repair"),
    VisitKind.WARRANTY: marked("Warranty"),
    VisitKind.RECALL: marked("Recall"),
    VisitKind.BODYWORK: marked("Bodywork"),
    VisitKind.DIAGNOSTICS: marked("Diagnostics"),
    VisitKind.TYRES: marked("Tyres"),
    VisitKind.EQUIPMENT: marked("Extra equipment"),
    VisitKind.WASH: marked("Wash"),
    VisitKind.PREPARATION: marked("Pre-sale preparation"),
    VisitKind.INTERNAL: marked("Internal"),
    VisitKind.COMEBACK: marked("Repeated visit"),
}

_REPAIR = (
    r"ремонт|слесар|механич|агрегат|электри|ходов|\bдвс\b|замена|сход.?развал|развал|"
    r"коммерч|постгарант|не\s?гарант|платн|текущ|repair|mechanic|customer\s+pay"
)
_MAINTENANCE = (
    r"(?<![\w-])[тt]\s?[./]?\s?[оo](?![а-яёa-z])|тех\w*\.?\s*-?обсл|техобсл|регламент|"
    r"инспекционн|нулев|maintenance|\bservice\b|замен\w*\s+масла|масло?\w*\W+замен"
)
# The first that fits wins: a repeated repair is no repair, warranty maintenance is maintenance.
_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (VisitKind.COMEBACK, r"рекламац|повторн|переделк|comeback|re-?work"),
        (VisitKind.RECALL, r"отзывн|отзыв\b|сервисн\w*\s+(?:кам|акц)|кампани|campaign|recall"),
        (
            VisitKind.PREPARATION,
            r"пред\W{0,3}продаж|\bппп?\b|подготовк|\bpdi\b|допродаж|preparation",
        ),
        (VisitKind.INTERNAL, r"внутр|internal|собственн\w*\s+нужд|подменн|тест-?драйв"),
        (VisitKind.MAINTENANCE, _MAINTENANCE),
        (
            VisitKind.WARRANTY,
            r"(?<!пост)(?<!не)(?<!не\s)гарант|(?<!non-)warranty|goodwill|гудвил|добр\w+\s+вол|\bгар\b",
        ),
        (
            VisitKind.BODYWORK,
            r"кузов|маляр|покрас|окрас|жестян|рихтов|страхов|каско|осаго|\bдтп\b|полиров|body|paint",
        ),
        (VisitKind.TYRES, r"\bшин|шиномонт|колес|переобув|балансиров|tyre|tire|wheel"),
        (
            VisitKind.EQUIPMENT,
            r"доп\w*\W*\s*оборуд|допы\b|\bд[./]?о\b|установк|аксессуар|сигнализ|тюнинг|accessor|equipment",
        ),
        (VisitKind.DIAGNOSTICS, r"диагност|осмотр|проверк|дефектов|diagnos|inspection"),
        (VisitKind.WASH, r"мойк|химчист|детейл|уборк|wash|detailing"),
        (VisitKind.REPAIR, _REPAIR),
    )
)
# In free text a lower «то» is a particle: only «ТО», «то-2» and whole words count. Letters come
# first and what must not stand before them after: twice as fast as the other way round.
_IN_TEXT = re.compile(
    r"[ТT][ОO](?<![\w-]..)(?![А-Яа-яЁёA-Za-z])|[тt][оo](?<![\w-]..)-?\d|"
    r"[Тт][Ее][Хх]\w{0,12}\.?\s?[Оо][Бб][Сс][Лл]|[Ии][Нн][Сс][Пп][Ее][Кк][Цц][Ии][Оо][Нн][Нн]|"
    r"[Нн][Уу][Лл][Ее][Вв]\w{0,4}\s+[Тт](?:[Оо](?!\w)|[Ее][Хх])"
)


def normalise(text: str) -> Normal[VisitKind]:
    """The kind of a visit that a cell names, None where it names none of the list."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value):
        return Normal(None)
    for kind, pattern in _KINDS:
        if pattern.search(value):
            return Normal(kind)
    return Normal(None, (Finding(UNKNOWN, value),))


def names_maintenance(text: str) -> bool:
    """Whether a reason or a list of works says that the car came for maintenance."""
    return _IN_TEXT.search(text[:LONGEST_TEXT]) is not None


def title(kind: str) -> str:
    """What a kind is called in the language in force; a text that is none stays as it is."""
    return gettext(_TITLES[VisitKind(kind)]) if kind in _NAMES else kind


_NAMES = frozenset(str(kind) for kind in VisitKind)
