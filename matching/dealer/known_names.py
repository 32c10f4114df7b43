"""Given names and patronymics everybody knows, and which of them a misspelt text is meant for."""

from functools import cache

from rapidfuzz.distance import OSA

from resources import names as tables
from rules import name_forms

# A table's rarest names are themselves misprints of others.
_OFTEN = 30
_SHORTEST = 4


def nearest(text: str) -> str:
    """The latin key of the known name that a text is, or is one slip away from; else its own.

    Of several names the likeliest counts.

    >>> nearest("Косте"), nearest("Ekaterna"), nearest("Зорин")
    ('kostia', 'ekaterina', 'zorin')
    """
    own = name_forms.latin(text)
    foreign = text.isascii()
    found = _nearest(own if foreign else name_forms.folded(text), foreign=foreign)
    if not found:
        return own
    return found if foreign else name_forms.latin(found)


def is_near_given(text: str) -> bool:
    """Whether a folded Cyrillic text is no known name but a slip away from a given one."""
    found = _nearest(text, foreign=False)
    return found in tables.first_names() or found in tables.diminutives()


def _nearest(key: str, *, foreign: bool) -> str:
    """The likeliest name one slip away from an unknown one, "" if there is none."""
    often = _known(foreign)
    if len(key) < _SHORTEST or key in often:
        return ""
    near = {name for piece in (key, *_shorter(key)) for name in _index(foreign).get(piece, ())}
    close = [name for name in near if OSA.distance(name, key, score_cutoff=1) <= 1]
    return min(close, key=lambda name: (-often[name], name)) if close else ""


@cache
def _known(foreign: bool) -> dict[str, int]:  # noqa: FBT001 - an alphabet of two
    """How often each name occurs, short forms like a seldom name; by latin key if ``foreign``."""
    given = {name: known.often for name, known in tables.first_names().items()}
    found: dict[str, int] = {}
    for table in (given, tables.patronymics(), dict.fromkeys(tables.diminutives(), _OFTEN)):
        for name, often in table.items():
            if often >= _OFTEN:
                key = name_forms.latin(name) if foreign else name
                found[key] = max(found.get(key, 0), often)
    return found


@cache
def _index(foreign: bool) -> dict[str, list[str]]:  # noqa: FBT001 - an alphabet of two
    """The known names by themselves and by themselves less a letter."""
    found: dict[str, list[str]] = {}
    for name in _known(foreign):
        for piece in (name, *_shorter(name)):
            found.setdefault(piece, []).append(name)
    return found


def _shorter(text: str) -> set[str]:
    return {text[:at] + text[at + 1 :] for at in range(len(text))}


def full_forms(key: str) -> str:
    """The full names that the latin key of a short form stands for, as ``nearest`` gives it."""
    return _fulls().get(key, "")


@cache
def _fulls() -> dict[str, str]:
    """By the latin key of each short form the full names it may stand for, in latin keys."""
    found: dict[str, set[str]] = {}
    for short, fulls in tables.diminutives().items():
        names = {name_forms.latin(full) for full, _ in fulls}
        found.setdefault(name_forms.latin(short), set()).update(names)
    return {short: " ".join(sorted(names)) for short, names in found.items()}
