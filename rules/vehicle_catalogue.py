"""The makes and models of the catalogue, found by any of their spellings.

>>> make = find_make((key("Мерседес"), key("Бенц")))
>>> make.name, find_model(make, (key("Е"), "200")).name
('Mercedes-Benz', 'E-Class')
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_LONGEST = 5
_ALONE = "!"
_TWINS = str.maketrans("авекмнорстухё", "abekmhopctyxe")
_NOT_KEY = re.compile(r"[\W_]+")
_DIGITS_PREFIX = re.compile(r"\d{5,6}")
_FIRST_SURE_LENGTH = 4
_NUMBERED = (4, 5)
_YEARS = range(1950, 2100)


@dataclass(frozen=True, slots=True)
class Make:
    """One make: its name and its models by key and by pattern."""

    name: str
    models: dict[str, str] = field(default_factory=dict)
    patterns: list[tuple[re.Pattern[str], str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """A model's name and how many words of the text it took."""

    name: str
    length: int


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """All makes by key; the only make of each model's key; short keys that are sure."""

    makes: dict[str, Make]
    owners: dict[str, Make | None]
    sure: set[str]


def key(text: str) -> str:
    """What two spellings of one name have in common: lower case, no signs, one alphabet."""
    return _NOT_KEY.sub("", text.lower()).translate(_TWINS)


def find_make(keys: tuple[str, ...]) -> Make | None:
    """The make that the keys, taken together, spell."""
    return _catalogue().makes.get("".join(keys))


def make_at(keys: tuple[str, ...]) -> tuple[Make, int] | None:
    """The make whose name begins the keys and how many of them it takes."""
    for length in range(min(3, len(keys)), 0, -1):
        if make := find_make(keys[:length]):
            return make, length
    return None


def find_model(make: Make, keys: tuple[str, ...]) -> Found | None:
    """The make's model whose name begins the keys, the longest first."""
    for length in range(min(_LONGEST, len(keys)), 0, -1):
        if name := make.models.get("".join(keys[:length])):
            return Found(name, length)
    if keys and _DIGITS_PREFIX.fullmatch(keys[0]):
        name = make.models.get(keys[0][:5]) or make.models.get(keys[0][:4])
        return Found(name, 1) if name else None
    return _by_pattern(make, keys)


def find_model_inside(make: Make, keys: tuple[str, ...]) -> Found | None:
    """The make's model at the beginning of the keys or, if its name is telling, further on."""
    if found := find_model(make, keys):
        return found
    for start in range(1, len(keys)):
        for length in range(min(_LONGEST, len(keys) - start), 0, -1):
            joined = "".join(keys[start : start + length])
            name = make.models.get(joined) if _is_telling(joined) else None
            if name:
                return Found(name, length)
    return None


def owner_of(keys: tuple[str, ...]) -> tuple[Make, Found] | None:
    """The only make that has the model whose telling name begins the keys."""
    catalogue = _catalogue()
    for length in range(min(_LONGEST, len(keys)), 0, -1):
        joined = "".join(keys[:length])
        make = catalogue.owners.get(joined)
        if make and (joined in catalogue.sure or _tells_its_make(joined)):
            return make, Found(make.models[joined], length)
    return None


def _tells_its_make(joined: str) -> bool:
    """Whether a model's name is long enough to stand alone; a number that may be a year is not."""
    if joined.isdecimal():
        usual = len(joined) in _NUMBERED and len(set(joined)) > 1
        return usual and int(joined) not in _YEARS
    return len(joined) >= _FIRST_SURE_LENGTH


def _is_telling(joined: str) -> bool:
    return len(joined) > 2 and not joined.isdecimal()  # noqa: PLR2004 - X5 is not, CX5 is


def _by_pattern(make: Make, keys: tuple[str, ...]) -> Found | None:
    for length in range(min(3, len(keys)), 0, -1):
        joined = "".join(keys[:length])
        for pattern, name in make.patterns:
            if pattern.fullmatch(joined):
                return Found(name, length)
    return None


@cache
def _catalogue() -> _Catalogue:
    catalogue = _Catalogue({}, {}, set())
    make: Make | None = None
    for line in files("resources").joinpath("vehicles.txt").read_text("utf-8").splitlines():
        name, _, spellings = line.partition("|")
        names = [spelling.strip() for spelling in spellings.split(",") if spelling.strip()]
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("="):
            make = Make(name.lstrip("= ").strip())
            for spelling in (make.name, *names):
                catalogue.makes.setdefault(key(spelling), make)
        elif make:
            _add_model(catalogue, make, name.strip(), names)
    return catalogue


def _add_model(catalogue: _Catalogue, make: Make, name: str, spellings: list[str]) -> None:
    """Enter one model; its own name wins over the spellings of another."""
    make.models[key(name)] = name
    catalogue.sure.update(key(one) for one in spellings if one.endswith(_ALONE))
    for spelling in spellings:
        if "#" in spelling:
            pattern = key(spelling.replace("#", "9")).replace("9", r"\d")
            make.patterns.append((re.compile(pattern + "[a-z]{0,5}"), name))
        else:
            make.models.setdefault(key(spelling), name)
    for spelling in (name, *spellings):
        joined = key(spelling)
        owner = catalogue.owners.setdefault(joined, make)
        if owner is not make:
            catalogue.owners[joined] = None
