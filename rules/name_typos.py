"""The usual name that a mistyped one was meant to be."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from resources import names

_USUAL = 1000
_VERY_USUAL = 10_000
_SHORTEST = 5
_FAR_MORE = 50


def nearest_first(key: str) -> str:
    """The usual first name one slip away from the folded word, "" unless there is just one.

    >>> nearest_first("екатирина"), nearest_first("никоалй"), nearest_first("нарек")
    ('екатерина', 'николай', '')
    """
    return _nearest(key, _firsts(), lambda name: names.first_names()[name].often)


def nearest_patronymic(key: str) -> str:
    """The usual patronymic one slip away from the folded word, "" unless there is just one.

    >>> nearest_patronymic("алексадрович"), nearest_patronymic("ивановна")
    ('александрович', 'ивановна')
    """
    return _nearest(key, _patronymics(), lambda text: names.patronymics()[text])


@lru_cache(maxsize=1 << 12)
def begins_first(key: str) -> bool:
    """Whether the folded word is the beginning of a very usual first name.

    >>> begins_first("серг"), begins_first("ырл")
    (True, False)
    """
    usual = _very_usual()
    at = bisect_right(usual, key)
    return at < len(usual) and usual[at].startswith(key)


def _nearest(key: str, index: dict[str, tuple[str, ...]], often: Callable[[str], int]) -> str:
    """The word of the index at one edit or swap from the key, if it is plain which."""
    if len(key) < _SHORTEST:
        return ""
    keys = _shortened(key)
    found = {word for one in keys for word in index.get(one, ()) if _one_slip(key, word)}
    if len(found) > 1:
        # «Алексанр» is a slip itself: of two the one that is far more usual was meant.
        best, second = sorted(found, key=often, reverse=True)[:2]
        return best if often(best) > _FAR_MORE * often(second) else ""
    return found.pop() if found else ""


def _shortened(word: str) -> list[str]:
    """The word, and the word without each of its letters."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def _one_slip(left: str, right: str) -> bool:
    """Whether one letter was missed, added or changed, or two neighbours were swapped."""
    if left == right:
        return True
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    one, two = left[start:], right[start:]
    if len(one) == len(two):
        swapped = one[1::-1] + one[2:]
        return one[1:] == two[1:] or swapped == two
    return one[1:] == two or one == two[1:]


def _index(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words by each of their shortened forms."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for short in _shortened(word):
            found[short] = (*found.get(short, ()), word)
    return found


@cache
def _very_usual() -> list[str]:
    """The very usual first names, in order."""
    return sorted(name for name, of in names.first_names().items() if of.often >= _VERY_USUAL)


@cache
def _firsts() -> dict[str, tuple[str, ...]]:
    """The index of the usual first names."""
    return _index(name for name, of in names.first_names().items() if of.often >= _USUAL)


@cache
def _patronymics() -> dict[str, tuple[str, ...]]:
    """The index of the usual patronymics."""
    return _index(text for text, count in names.patronymics().items() if count >= _USUAL)
