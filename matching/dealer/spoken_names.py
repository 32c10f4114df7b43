"""Company names with somebody's name or a remark in them: «заря петров иван», «везет 2 машины»."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from rapidfuzz.distance import OSA

from matching.dealer.glued_names import is_first_name, is_patronymic, looks_like_surname
from resources import names as tables

Name = tuple[str, str, str]

_LONGEST_TAIL, _LONGEST_NAME = 3, 4
_CARS = frozenset({"машина", "машины", "машин"})
# A word in so many companies' names is no surname.
_USUAL = 3
_POSTS = frozenset({"водитель", "директор", "менеджер", "бухгалтер", "механик", "такси"})
_FORMS = ("ооо", "оао", "зао", "пао")
_LONG_FORMS = ("общество с ограниченной ответственностью", "акционерное общество")
_FEW = 3
_TITLES = frozenset({"г н", "г жа", "гн", "гжа"})


def person_inside(company: str, spread: Mapping[str, int]) -> tuple[str, Name] | None:
    """The company's words and the name of the person among them; None if there is no whole name.

    ``spread``: in how many companies' names each word stands.

    >>> person_inside("заря петров иван", {}), person_inside("ромб сервис", {})
    (('заря', ('Петров', 'Иван', '')), None)
    """
    words = company.split()
    found = []
    for size in range(2, min(_LONGEST_NAME, len(words) - 1) + 1):
        for start in (0, len(words) - size):
            name = _name(words[start : start + size])
            if name and spread.get(name[0], 0) < _USUAL:
                rest = " ".join(words[:start] + words[start + size :])
                found.append((size, _often(name[1]), rest, name))
    if not found:
        return None
    _, _, rest, name = max(found)
    last, first, patronymic = (part.title() for part in name)
    return rest, (last, first, patronymic)


def _often(first: str) -> int:
    """How often a first name occurs, so that «заря» is taken for one the last."""
    known = tables.first_names().get(first)
    return known.often if known else 0


def company_alone(company: str, known: AbstractSet[str]) -> str:
    """The name of a known company that a remark or a first name stands beside; else the text.

    >>> company_alone("везет 2 машины", {"везет"}), company_alone("ромб м", {"ромб"})
    ('везет', 'ромб м')
    """
    words = _without_long_form(company.split())
    if len(words) < len(company.split()) and " ".join(words) in known:
        return " ".join(words)
    for rest, beside in _parted(words):
        if rest in known and _is_remark(beside):
            return rest
    return company


def _parted(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    for size in range(1, min(_LONGEST_TAIL, len(words) - 1) + 1):
        yield " ".join(words[:-size]), words[-size:]
        yield " ".join(words[size:]), words[:size]


def _is_remark(words: list[str]) -> bool:
    """Whether the words are a first name, a surname with initials, or something said of a card."""
    text = " ".join(words)
    if text in _TITLES or text in _POSTS or text in _remarks():
        return True
    if len(words) == 1 and (
        is_first_name(text) or _is_form(text) or len(set(text)) == 1 < len(text)
    ):
        return True
    if words[-1] in _CARS and all(word.isdigit() for word in words[:-1]):
        return True  # «2 машины»
    letters = len(words) > 1 and all(len(word) == 1 for word in words[1:])
    return letters and looks_like_surname(words[0])


def _is_form(word: str) -> bool:
    """Whether a word is a legal form with a slip («ооа»)."""
    return any(OSA.distance(word, form) <= 1 for form in _FORMS) and set(word) <= set("озап")


def _without_long_form(words: list[str]) -> list[str]:
    """The words without a legal form written out, with slips or not."""
    for form in _LONG_FORMS:
        size = len(form.split())
        if len(words) > size and OSA.distance(" ".join(words[:size]), form) <= _FEW:
            return words[size:]
    return words


def _name(words: list[str]) -> Name | None:
    """Surname, first name and patronymic if the words are these, in any usual order."""
    first = [place for place, word in enumerate(words) if is_first_name(word)]
    for place in first:
        rest = words[:place] + words[place + 1 :]
        if not rest or not looks_like_surname(rest[0] if place else rest[-1]):
            continue
        last, fathers = (rest[0], rest[1:]) if place else (rest[-1], rest[:-1])
        if not fathers or (len(fathers) == 1 and is_patronymic(fathers[0])):
            return last, words[place], "".join(fathers)
    return None


@cache
def _remarks() -> frozenset[str]:
    kinds = ("note", "mark", "relation", "title")
    return frozenset(phrase for kind in kinds for phrase in tables.phrases()[kind])
