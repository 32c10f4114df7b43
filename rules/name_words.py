"""What one word of a person's name may be: how likely a surname, first name, patronymic.

The figures are decimal logarithms of how often the word occurs among all of its kind.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log10

from resources import names
from rules.letters import capital
from rules.name_endings import (
    OGLY,
    has_known_father,
    is_cut_after_father,
    is_patronymic_only,
    is_slipped_patronymic,
    is_surname,
    patronymic_gender,
    surname_gender,
)
from rules.name_forms import folded, latin, neutral_surname

_FIRST_TOTAL, _LAST_TOTAL, _PATRONYMIC_TOTAL = 2_606_000, 4_163_000, 2_733_000
# What no table holds. A surname may be anything, a first name hardly ever is unknown.
UNKNOWN_FIRST, _UNKNOWN_LAST, _UNKNOWN_PATRONYMIC = -7.5, -6.7, -11.5
_SURNAME_SHAPE, _PATRONYMIC_SHAPE, _SLIPPED_SHAPE, _FATHERS_NAME = -5.3, -5.2, -6.5, -7.0
_FATHERLESS = -6.8
_DIMINUTIVE, _DOUBLE_FIRST, _LATIN_FIRST = -3.0, -4.5, -3.5
_INITIAL_FIRST, _INITIAL_LAST = -2.0, -5.5
_NEVER = -14.0
_RARE, _USUAL = 30, 1000
_SHORTEST_CUT = 4

PARTICLES = frozenset("фон де ла дер дель да ибн von de der van del".split())

_INITIAL = re.compile(r"[А-ЯЁа-яёA-Za-z]\.?|[А-ЯЁ][а-яё]{1,3}\.")
_INNER_CAPITAL = re.compile(r"(?:Мак|Mac|Mc|De|Ди|Ле|Ла)[А-ЯЁA-Z][а-яёa-z]{2,}")
_PART = re.compile(r"[-' ]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word (or a father's name with «оглы») and what it may be.

    ``shown`` is its right case, ``key`` its folded form. ``sure`` is the role ("s", "f", "m")
    that fits far better than the others, "i" for an initial, "" if none does.
    Genders are "m", "f" or "". ``known`` says that a table or a telling ending knows it as part
    of a name.
    """

    shown: str
    key: str
    last: float
    first: float
    patronymic: float
    last_gender: str
    first_gender: str
    patronymic_gender: str
    sure: str
    initial: bool
    known: bool


@lru_cache(maxsize=1 << 17)
def word(text: str) -> Word:
    """What a word of a name may be."""
    if _INITIAL.fullmatch(text):
        return _initial(text)
    shown = titled(text)
    key = folded(shown)
    first, first_gender = _first(key)
    patronymic, patronymic_gender = _patronymic(key, first_gender)
    last = _last(key)
    return Word(
        shown,
        key,
        last,
        first,
        patronymic,
        surname_gender(key),
        first_gender,
        patronymic_gender,
        _sure(last, first, patronymic),
        initial=False,
        known=max(last, first, patronymic) > _UNKNOWN_LAST,
    )


def _initial(text: str) -> Word:
    """An initial or a name cut to a few letters; a bare letter may also be a Korean surname."""
    bare = text.rstrip(".")
    shown = bare[:1].upper() + bare[1:].lower() + "."
    last = _INITIAL_LAST if text[-1] != "." else _UNKNOWN_PATRONYMIC
    key = folded(shown)
    likely = (last, _INITIAL_FIRST, _INITIAL_FIRST)
    return Word(shown, key, *likely, "", "", "", "i", initial=True, known=False)


def _sure(last: float, first: float, patronymic: float) -> str:
    """The role that is a hundred times likelier than both others."""
    best, second = sorted((last, first, patronymic))[:-3:-1]
    if best - second < 2:  # noqa: PLR2004 - two decimal orders
        return ""
    return "s" if best == last else "f" if best == first else "m"


def is_cut_pair(found: Word) -> bool:
    """Whether two letters are rather the beginning of a name than a name so rare («Ал»)."""
    known = names.first_names().get(found.key)
    rare = known is not None and known.often < _RARE and found.key not in names.surnames()
    return rare and len(found.key) == 2 and found.key not in names.diminutives()  # noqa: PLR2004


def titled(text: str) -> str:
    """The word with capitals where a name has them.

    >>> titled("ИВАНОВА-ПЕТРОВА"), titled("о'нил"), titled("лук'янов"), titled("МакКартни")
    ('Иванова-Петрова', "О'Нил", "Лук'янов", 'МакКартни')
    """
    if _INNER_CAPITAL.fullmatch(text):
        return text
    if text.isalpha():
        return _capital(text)
    parts = _PART.split(text)
    marks = [*_PART.findall(text), ""]
    shown = []
    for number, (part, mark) in enumerate(zip(parts, marks, strict=True)):
        low = part.lower()
        inside = number > 0 and marks[number - 1] == "'" and len(parts[number - 1]) > 1
        small = inside or (number > 0 and low in OGLY) or (mark == " " and low in PARTICLES)
        shown.append((low if small else titled(part) if part.isalpha() else _capital(part)) + mark)
    return "".join(shown)


def _capital(text: str) -> str:
    """The text with a capital at its start only; a letter without one («ß») stays."""
    return capital(text[:1]) + text[1:].lower()


def _first(key: str) -> tuple[float, str]:
    """How likely the word is as a first name, and whose it would be."""
    found = names.first_names().get(key)
    shorts = names.diminutives().get(key)
    if shorts and (not found or found.often < _USUAL):
        genders = {gender for _, gender in shorts}
        return _DIMINUTIVE, genders.pop() if len(genders) == 1 else ""
    if found:
        return log10(found.often / _FIRST_TOTAL), found.gender if found.gender != "u" else ""
    if key and key[0].isascii():
        gender = _latin_first_names().get(latin(key))
        return (UNKNOWN_FIRST, "") if gender is None else (_LATIN_FIRST, gender)
    if "-" in key:
        halves = [_first(half) for half in key.split("-")]
        if all(likely > UNKNOWN_FIRST for likely, _ in halves):
            return _DOUBLE_FIRST, halves[0][1]
    return UNKNOWN_FIRST, ""


@cache
def _latin_first_names() -> dict[str, str]:
    """The gender of the usual first names by their Latin key."""
    usual = {name: of for name, of in names.first_names().items() if of.often > _RARE}
    found = {latin(name): of.gender for name, of in reversed(usual.items())}
    shorts = names.diminutives().items()
    return {latin(short): fulls[0][1] for short, fulls in shorts} | found


def _patronymic(key: str, first_gender: str) -> tuple[float, str]:
    """How likely the word is as a patronymic, and whose it would be."""
    gender = patronymic_gender(key)
    if count := names.patronymics().get(key):
        return log10(count / _PATRONYMIC_TOTAL), gender or "m"
    if gender:
        return (_PATRONYMIC_SHAPE if has_known_father(key) else _FATHERLESS), gender
    if key.endswith("на") and _is_usual_man(key[:-2]):
        return _SLIPPED_SHAPE, "f"  # «Иванна», «Вячеславна»
    if is_slipped_patronymic(key) or cut_patronymics(key) or is_cut_after_father(key):
        return _SLIPPED_SHAPE, ""
    if first_gender == "m":
        return _FATHERS_NAME, ""
    return _UNKNOWN_PATRONYMIC, ""


def _is_usual_man(key: str) -> bool:
    """Whether the word is a usual first name of men."""
    known = names.first_names().get(key)
    return known is not None and known.gender == "m" and known.often > _USUAL


def cut_patronymics(key: str) -> tuple[str, ...]:
    """The usual patronymics that begin with this, one for each gender at most.

    >>> cut_patronymics("сергееви"), cut_patronymics("сергеев"), cut_patronymics("ли")
    (('сергеевич',), ('сергеевич', 'сергеевна'), ())
    """
    if len(key) < _SHORTEST_CUT:
        return ()
    usual = _usual_patronymics()
    found: dict[str, str] = {}
    for longer in usual[bisect_left(usual, key) : bisect_left(usual, key + "я" * 2)]:
        gender = patronymic_gender(longer)
        known = found.get(gender)
        if known is None or names.patronymics()[longer] > names.patronymics()[known]:
            found[gender] = longer
    return tuple(found[gender] for gender in sorted(found, reverse=True))


@cache
def _usual_patronymics() -> list[str]:
    """The patronymics worth completing a cut one to, in order."""
    return sorted(text for text, count in names.patronymics().items() if count > _USUAL)


def _last(key: str) -> float:
    """How likely the word is as a surname."""
    known = names.surnames()
    key = key.rpartition(" ")[2]
    count = known.get(key, 0) or known.get(neutral_surname(key), 0)
    if count:
        return log10(count / _LAST_TOTAL)
    if is_patronymic_only(key):
        return _NEVER
    if key.endswith(("ович", "евич")) and has_known_father(key):
        return _UNKNOWN_LAST
    if is_surname(key) or ("-" in key and any(half in known for half in key.split("-"))):
        return _SURNAME_SHAPE
    return _UNKNOWN_LAST
