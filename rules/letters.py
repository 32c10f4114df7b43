"""Letters that look alike in two alphabets, and text typed in the wrong keyboard layout.

What it does
    Turns a word of mixed letters into one alphabet, and text typed with the other keyboard
    layout into the text that was meant.

Why it matters
    «Ивaнов» with a Latin «a» looks right on the screen and is found by no search.

Example
    Folded: «Ивaнoв» with two Latin letters
    Left alone: «Ivan», «Иван»
"""

import re

_CYRILLIC_TWINS = dict(zip("ABCEHKMOPTXYËabcehkmoptxyë", "АВСЕНКМОРТХУЁаьсенкмортхуё", strict=True))
# A lower «в» looks like no Latin letter; a «b» that was «В» before lowering is rarer than a «ь».
_LATIN_TWINS = dict(zip("АВСЕНКМОРТХУасеорхукмт", "ABCEHKMOPTXYaceopxykmt", strict=True))
_TO_CYRILLIC = str.maketrans(_CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_LATIN_TWINS)

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_FROM_LATIN_KEYS = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)
_FROM_CYRILLIC_KEYS = str.maketrans(_CYRILLIC_KEYS, _LATIN_KEYS)

_LATIN = re.compile("[A-Za-zËë]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_WORD = re.compile("[A-Za-zËëА-Яа-яЁё]+")


def has_latin(text: str) -> bool:
    """Whether the text holds a Latin letter."""
    return _LATIN.search(text) is not None


def has_cyrillic(text: str) -> bool:
    """Whether the text holds a Russian letter."""
    return _CYRILLIC.search(text) is not None


def as_cyrillic(word: str) -> str:
    """The word with every Latin letter replaced by its Russian twin, "" where one has none.

    >>> as_cyrillic("OOO"), as_cyrillic("LLC")
    ('ООО', '')
    """
    folded = word.translate(_TO_CYRILLIC)
    return "" if has_latin(folded) else folded


def as_latin(word: str) -> str:
    """The word with every Russian letter replaced by its Latin twin, "" where one has none."""
    folded = word.translate(_TO_LATIN)
    return "" if has_cyrillic(folded) else folded


def _fold_word(match: re.Match[str]) -> str:
    """One alphabet for one word: the one that its unmistakable letters belong to."""
    word = match[0]
    if not (has_latin(word) and has_cyrillic(word)):
        return word
    cyrillic, latin = as_cyrillic(word), as_latin(word)
    if cyrillic and latin:
        latin_letters = len(_LATIN.findall(word))
        return latin if latin_letters * 2 > len(word) else cyrillic
    return cyrillic or latin or word


def fold_lookalikes(text: str) -> str:
    """The text with every word of mixed letters in one alphabet.

    A word of one alphabet stays as it is, and so does one that cannot be read in either.

    >>> fold_lookalikes("Ивaнoв Pеtrov Ivan")
    'Иванов Petrov Ivan'
    """
    if has_latin(text) and has_cyrillic(text):
        return _WORD.sub(_fold_word, text)
    return text


def from_latin_layout(text: str) -> str:
    """What the keys mean in the Russian layout when they were pressed in the Latin one.

    >>> from_latin_layout("Bdfyjd Bdfy")
    'Иванов Иван'
    """
    return text.translate(_FROM_LATIN_KEYS)


def from_cyrillic_layout(text: str) -> str:
    """What the keys mean in the Latin layout when they were pressed in the Russian one.

    >>> from_cyrillic_layout("Шмфт")
    'Ivan'
    """
    return text.translate(_FROM_CYRILLIC_KEYS)


def capital(text: str) -> str:
    """The text with a capital first; a letter whose capital takes two («ß») stays.

    >>> capital("ленина"), capital("ßа")
    ('Ленина', 'ßа')
    """
    first = text[:1].upper()
    return (first if len(first) == 1 else text[:1]) + text[1:]
