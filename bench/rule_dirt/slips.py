"""Slips of the finger and of the eye that any field may suffer; none of it taken from the rules."""

from bench.generator.draw import Dice

_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_DOT_KEY = {".": "/", ",": "?"}
TYPED_IN_LATIN = str.maketrans(
    dict(zip(_RUSSIAN + _RUSSIAN.upper(), _ENGLISH + _SHIFTED, strict=True)) | _DOT_KEY
)
"""A Russian text typed with the keyboard left in Latin."""

TYPED_IN_RUSSIAN = str.maketrans(
    dict(zip(_ENGLISH + _SHIFTED, _RUSSIAN + _RUSSIAN.upper(), strict=True)) | {"@": '"'}
)
"""A Latin text typed with the keyboard left in Russian."""

LATIN_TWINS = dict(zip("АВЕКМНОРСТХаеорсху", "ABEKMHOPCTXaeopcxy", strict=True))
"""The Latin letter that a Russian one looks like."""

CYRILLIC_TWINS = dict(zip("ABEKMHOPCTXaeopcxy", "АВЕКМНОРСТХаеорсху", strict=True))
"""The Russian letter that a Latin one looks like."""

FULL_WIDTH = str.maketrans({str(digit): chr(0xFF10 + digit) for digit in range(10)})
"""Digits as a Japanese keyboard gives them."""


def twins(text: str, dice: Dice, table: dict[str, str], most: int = 3) -> str:
    """The text with one to ``most`` letters of the other alphabet, unchanged if it has no twin."""
    places = [at for at, char in enumerate(text) if char in table]
    for at in dice.sample(places, dice.between(1, most)):
        text = text[:at] + table[text[at]] + text[at + 1 :]
    return text


def places(text: str, wanted: str = "0123456789", start: int = 0) -> list[int]:
    """Where the wanted characters stand from ``start`` on."""
    return [at for at, char in enumerate(text) if at >= start and char in wanted]


def lost(text: str, at: int) -> str:
    """Without the character at the place."""
    return text[:at] + text[at + 1 :]


def doubled(text: str, at: int) -> str:
    """With the character at the place typed twice."""
    return text[: at + 1] + text[at:]


def changed(text: str, at: int, dice: Dice, alphabet: str = "0123456789") -> str:
    """With another character of the alphabet at the place."""
    return text[:at] + dice.pick(alphabet.replace(text[at], "")) + text[at + 1 :]


def swapped(text: str, at: int) -> str:
    """With the character at the place and the next one swapped."""
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
