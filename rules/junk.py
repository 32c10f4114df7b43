"""Texts that stand where a client's name should be and name nobody."""

import re
from functools import cache

from resources import names
from rules.blanks import is_blank
from rules.letters import fold_lookalikes, from_latin_layout, has_cyrillic
from rules.name_forms import folded

_NOISE = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\s*(?<!\d)\d{1,4}$")
_KINDS = ("placeholder", "technical", "total", "test", "mark", "relation", "note", "title")
_TEST = re.compile(r"тест(?:ов|ич|ер|ик|ирован)?[а-я]{0,4}|test(?:er|ing)?")
_TECHNICAL = re.compile(
    r"(?:(?:свободный |новый )?склад|тест ?драйв\w*|test ?drive|подменн\w+|демо ?(?:авто|кар)\w*"
    r"|демонстрационн\w+|(?:внутренн|предпродажн)\w+ (?:заказ|ремонт|подготовк)\w*)(?: |$)"
)
_KEYBOARD = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = 4
_PHONE_DIGITS = 5
_VOWELS = re.compile("[аеёиоуыэюяіїєaeiouy]")
_CONSONANTS_ONLY = 4


def _plain(text: str) -> str:
    """The text folded, with single spaces for everything that is neither letter nor digit."""
    return _NOISE.sub(" ", folded(text)).strip()


@cache
def _phrases() -> dict[str, str]:
    """The kind of each known phrase."""
    found: dict[str, str] = {}
    for kind in _KINDS:
        for phrase in names.phrases()[kind]:
            found.setdefault(phrase, kind)
    return found


def kind(text: str) -> str:
    """What a text is instead of a name: "placeholder", "technical", "test", ... or "".

    >>> kind("Розничный покупатель"), kind("Тест Тестович"), kind("Склад 2"), kind("Тестова Анна")
    ('placeholder', 'test', 'technical', '')
    """
    plain = _plain(text)
    found = _phrases().get(plain)
    if not found and plain[-1:].isdigit():
        found = _phrases().get(_NUMBER.sub("", plain))
    if found:
        return found
    if is_blank(text):
        return "placeholder"
    words = plain.split()
    if all(_TEST.fullmatch(one) or _is_figure(one) or one in _phrases() for one in words):
        return "test" if any(map(_TEST.fullmatch, words)) else _phrases().get(words[0], "")
    return "technical" if _TECHNICAL.match(plain) else ""


def _is_figure(word: str) -> bool:
    """Whether the word is a number too short for a phone."""
    return word.isdigit() and len(word) < _PHONE_DIGITS


def is_junk_word(key: str) -> bool:
    """Whether a folded word is junk when it stands alone, or makes a text junk."""
    return key in _phrases() or key.startswith(("тест", "склад")) or is_blank(key)


def is_placeholder(text: str) -> bool:
    """Whether the text is empty or says that there is no name."""
    return not text or is_blank(text) or _phrases().get(_plain(text)) == "placeholder"


def is_gibberish(text: str) -> bool:
    """Whether the text cannot be a name: no letters, one letter over and over, a run of keys.

    >>> is_gibberish("ааа"), is_gibberish("фыва"), is_gibberish("123"), is_gibberish("Ли")
    (True, True, True, False)
    """
    words = ["".join(filter(str.isalpha, one)) for one in folded(text).split()]
    words = [one for one in words if one]
    return all(map(_senseless, words)) and (len(words) < 2 or max(map(len, words)) > 1)  # noqa: PLR2004


def _senseless(word: str) -> bool:
    """Whether a folded word is no word."""
    if len(set(word)) == 1:
        return word not in names.surnames() and word not in names.first_names()
    if len(word) >= _RUN and any(word in row for row in _KEYBOARD):
        return True
    readable = word if has_cyrillic(word) else word + fold_lookalikes(from_latin_layout(word))
    return len(word) >= _CONSONANTS_ONLY and not _VOWELS.search(readable)
