"""Names typed in the wrong keyboard layout, and words of twin letters only."""

import re

from resources import names
from rules.letters import (
    as_cyrillic,
    fold_lookalikes,
    from_cyrillic_layout,
    from_latin_layout,
    has_cyrillic,
    has_latin,
)
from rules.name_forms import folded
from rules.name_words import Word, word

_LATIN_WORD = re.compile(r"(?<![A-Za-zА-Яа-яЁё])[A-Za-z]+(?![A-Za-zА-Яа-яЁё])")
_TYPED_WORD = re.compile(r"(?<!\S)[A-Za-z\[\];',.`{}<>:\"~-]{3,}(?!\S)")
# No Latin word has one of these among its letters: they are the keys of х, ъ, ж and ё.
_KEY_INSIDE = re.compile(r"[A-Za-z][\[\];`{}~][A-Za-z]")
_INITIALS = re.compile(r"(?:[А-ЯЁ][. ]?){1,2}")
_VOWEL = re.compile("[аеёиоуыэюя]")
_HARSH = re.compile(r"(.)\1\1|[^аеёиоуыэюя]{5}|[аеёиоуыэюя]{4}|^[ьъ]")
_SHORTEST = 3


def fix_twins(text: str) -> str:
    """The text without letters of the other alphabet that look like its own."""
    if has_latin(text):
        text = fold_lookalikes(text)
        mixed = has_cyrillic(text)
        words = _LATIN_WORD.findall(text)
        twins = [as_cyrillic(one) for one in words]
        if mixed or all(len(twin) >= _SHORTEST and word(twin).known for twin in twins):
            return _LATIN_WORD.sub(_known_twin, text)
    return text


def _known_twin(match: re.Match[str]) -> str:
    """The Russian reading of a Latin word, if it is a name."""
    twin = as_cyrillic(match[0])
    return twin if len(twin) == 1 or (twin and word(twin).known) else match[0]


def fix_layout(text: str) -> str:
    """The text as it was meant, if it was typed with the other keyboard layout.

    >>> fix_layout("Bdfyjd Bdfy"), fix_layout("Ivan Petrov"), fix_layout("Шмфт Зуекщм")
    ('Иванов Иван', 'Ivan Petrov', 'Ivan Petrov')
    """
    if not has_latin(text):
        return _from_cyrillic(text)
    if has_cyrillic(text):
        return _TYPED_WORD.sub(_known_typed, text)
    return _from_latin(text)


def _from_latin(text: str) -> str:
    """A Latin text read in the Russian layout, if that makes a name and Latin does not."""
    meant = " ".join(from_latin_layout(one) if has_latin(one) else one for one in text.split())
    parts = [part for part in meant.split() if has_cyrillic(part) and not _INITIALS.fullmatch(part)]
    if not parts or not all(map(_may_be_russian, parts)):
        return text
    if not any(map(_sure_name, parts)) or _plainly_latin(text):
        return text
    return meant


def _plainly_latin(text: str) -> bool:
    """Whether a Latin word of the text is a known name by itself."""
    words = [one.rstrip(".,") for one in text.split()]
    return any(word(one).known for one in words if len(one) >= _SHORTEST and one.isalpha())


def _may_be_russian(text: str) -> bool:
    """Whether a word can be spoken in Russian, or is a surname all the same («Мкртчян»)."""
    return sounds_russian(text) or folded(text.strip(".,")) in names.surnames()


def sounds_russian(text: str) -> bool:
    """Whether a word is all Russian letters and can be spoken."""
    parts = [part for part in text.strip(".,").lower().split("-") if part]
    return bool(parts) and all(map(_is_spoken, parts))


def _is_spoken(low: str) -> bool:
    """Whether a part in lower case is Russian letters that can be spoken."""
    if not all("а" <= letter <= "я" or letter == "ё" for letter in low):
        return False
    return _VOWEL.search(low) is not None and not _HARSH.search(low)


def _sure_name(text: str) -> bool:
    """Whether a word stands in a table of names or ends as a patronymic does."""
    key = folded(text.strip(".,"))
    if len(key) < _SHORTEST:
        return False
    found = word(key)
    tables = key in names.first_names() or key in names.diminutives()
    return tables or found.sure in ("s", "m") or bool(found.patronymic_gender)


def _known_typed(match: re.Match[str]) -> str:
    """A Latin word amid Russian ones as it was meant, if that is a name."""
    meant = from_latin_layout(match[0])
    if word(match[0]).known or not _may_be_russian(meant):
        return match[0]
    if _KEY_INSIDE.search(match[0]):
        return meant
    return meant if _sure_name(meant) or word(meant.strip(".,")).known else match[0]


def _from_cyrillic(text: str) -> str:
    """A Russian text read in the Latin layout, if only that makes a name."""
    parts = text.split()
    if any(_a_name(word(part)) for part in parts):
        return text
    meant = [from_cyrillic_layout(part) for part in parts]
    if not all(part.isascii() and part.isalpha() for part in meant):
        return text
    known = sum(word(part).known for part in meant)
    return " ".join(meant) if known and known * 2 >= len(meant) else text


def _a_name(found: Word) -> bool:
    """Whether the word is a name as it stands."""
    return found.known or found.initial
