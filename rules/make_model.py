"""The make and the model of a car.

What it does
    Finds both in the catalogue, in any usual spelling, Cyrillic or Latin, together in one cell or
    in two; drops engine, gearbox, generation and year that follow the model.

Why it matters
    Sales and service keep different lists of models; without one list no funnel by model and no
    car without a VIN can be compared.

Example
    Warned: ``Кия Ракета`` (no such model in the catalogue)
    Accepted: ``ХЕНДАЙ СОЛЯРИС 1.6 AT 2015``, kept as Hyundai Solaris

>>> normalise("ХЕНДАЙ СОЛЯРИС 1.6 AT 2015").value
MakeModel(make='Hyundai', model='Solaris')
>>> normalise_parts("БМВ", "320i xDrive").value
MakeModel(make='BMW', model='3 Series')
"""

import re
import unicodedata
from dataclasses import dataclass

from resources.texts import marked
from rules import vehicle_catalogue
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import from_cyrillic_layout, from_latin_layout, has_cyrillic, has_latin
from rules.vehicle_catalogue import Make

UNKNOWN_MODEL = Rule(
    "MDL201",
    "make_model",
    Severity.WARN,
    marked("The model «{value}» of {make} is not in the catalogue."),
    marked("Check its spelling; a new model stays as it is written."),
    source="ТР ТС 018/2011",
    bad=("Кия Ракета", "Toyota Sunrise"),
    good=("Киа Рио", "Toyota Camry"),
)
UNKNOWN_MAKE = Rule(
    "MDL202",
    "make_model",
    Severity.WARN,
    marked("No make of the catalogue is named in «{value}»."),
    marked("Write the make, then the model, for example Kia Rio."),
    source="ТР ТС 018/2011",
    bad=("Ракета 2000", "Ромашка"),
    good=("Kia Rio", "ХЕНДАЙ СОЛЯРИС 1.6 AT 2015"),
)
MAKE_ADDED = Rule(
    "MDL301",
    "make_model",
    Severity.INFO,
    marked("The make was added to the model: {suggestion}."),
    marked("Write the make, then the model."),
    source="ТР ТС 018/2011",
    bad=("Солярис 1.6", "Camry"),
    good=("Hyundai Solaris", "Тойота Камри"),
)
LAYOUT = Rule(
    "MDL302",
    "make_model",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ТР ТС 018/2011",
    bad=("Рнгтвфш Ыщдфкшы", "Kflf Dtcnf"),
    good=("Hyundai Solaris", "Лада Веста"),
)
RULES = (UNKNOWN_MODEL, UNKNOWN_MAKE, MAKE_ADDED, LAYOUT)

_SPLIT = re.compile(r"[\s,;/|()\[\]\"«»\-–—_]+")
_GLUED = re.compile(r"([^\W\d_]{2,})(\d[^\W_]*)")
_EQUIPMENT = re.compile(
    r"(?:19|20)\d\d|\d[.,]\d.*|[ам]т|акпп|мкпп|at|mt|cvt|amt|dsg|awd|4wd|2wd|fwd|vin|вин|г\.?|гв|"
    r"год\w*|л|л\.с\.?|hp|кпп|автомат\w*|механика|седан|хэтчбек|универсал|цвет|№",
    re.IGNORECASE,
)
_NOT_A_CAR = re.compile(
    r"\W*(?:прочи[ей]|друг(?:ая|ое|ие)|иномарка|автомобиль|а/м|авто|машина|легковой|тест\w*|марка|"
    r"модель|без\s+(?:марки|модели))\W*",
    re.IGNORECASE,
)
_WORDS_OF_UNKNOWN = 3
_LONGEST_UNKNOWN = 40
# A lone X is how people cross out a cell, but Zeekr and Neta have a model of that name.
_MODEL_X = "x"
# A brand that took its name from a model: alone, the word means the model far more often.
_RATHER_MODELS = frozenset(("Solaris", "Jetta"))


@dataclass(frozen=True, slots=True)
class MakeModel:
    """A make and a model as the catalogue names them; "" for what is not known."""

    make: str
    model: str


def normalise(text: str) -> Normal[MakeModel]:
    """The make and the model named in one cell, None where there is none."""
    value = text.strip()[:LONGEST_TEXT]
    if is_blank(value) or _NOT_A_CAR.fullmatch(value):
        return Normal(None)
    words = _words(value)
    keys = tuple(map(vehicle_catalogue.key, words))
    placed = _make_among(keys)
    if placed:
        make, start, length = placed
        return _model_of(make, words, keys, start, length)
    if owned := _owned_model(keys):
        shown = f"{owned.make} {owned.model}"
        return Normal(owned, (Finding(MAKE_ADDED, value, shown, repaired=True),))
    short = _short(words)
    if typed := _from_other_layout(value) or _from_other_layout(short):
        shown = f"{typed.make} {typed.model}".strip()
        return Normal(typed, (Finding(LAYOUT, value, shown, repaired=True),))
    if is_blank(short):
        return Normal(None)
    return Normal(MakeModel("", short), (Finding(UNKNOWN_MAKE, value),))


def _from_other_layout(value: str) -> MakeModel | None:
    """The make and the model that the keys mean in the other layout, None unless both are known."""
    if has_cyrillic(value) and has_latin(value):
        return None
    typed = from_cyrillic_layout(value) if has_cyrillic(value) else from_latin_layout(value)
    words = _words(typed)
    keys = tuple(map(vehicle_catalogue.key, words))
    placed = _make_among(keys)
    if not placed:
        return _owned_model(keys)
    found = _model_of(placed[0], words, keys, placed[1], placed[2])
    return None if found.findings else found.value


def normalise_parts(make: str, model: str) -> Normal[MakeModel]:
    """The make and the model of two cells; either may be empty or hold both."""
    if is_blank(make):
        return normalise(model)
    if is_blank(model) and vehicle_catalogue.key(model) != _MODEL_X:
        return normalise(make)
    make_words = _words(make)
    found = vehicle_catalogue.make_at(tuple(map(vehicle_catalogue.key, make_words)))
    if found:
        # The cell of the make may go on with the model: «KIA RIO» | «седан».
        words = [*make_words, *_words(model)]
        return _model_of(found[0], words, tuple(map(vehicle_catalogue.key, words)), 0, found[1])
    inside = normalise(model)
    if inside.value and inside.value.make:
        whole = normalise(f"{model.strip()} {make.strip()}")  # exchanged: «Рио» | «Киа»
        named = whole.value and whole.value.make == inside.value.make
        return whole if named and not whole.findings else inside
    value = f"{make.strip()} {model.strip()}"
    whole = normalise(value)  # a make torn in two: «Ла» | «да Веста»
    if whole.value and whole.value.make:
        return whole
    return Normal(
        MakeModel(_short(make_words), _short(_words(model))), (Finding(UNKNOWN_MAKE, value),)
    )


def _words(text: str) -> list[str]:
    """The words of a car's name; hyphens part words, joined again by the catalogue's keys."""
    plain = text[:LONGEST_TEXT]
    if not unicodedata.is_normalized("NFKC", text):
        plain = unicodedata.normalize("NFKC", text)
    pieces = (piece for word in _SPLIT.split(plain) for piece in _unglued(word))
    return [word for word in pieces if vehicle_catalogue.key(word)]


def _unglued(word: str) -> tuple[str, ...]:
    """The word, or the make and the figures that were run together in it («ваз2114»)."""
    found = _GLUED.fullmatch(word)
    if not found or not vehicle_catalogue.find_make((vehicle_catalogue.key(found[1]),)):
        return (word,)
    return found[1], found[2]


def _make_among(keys: tuple[str, ...]) -> tuple[Make, int, int] | None:
    """The first make the keys name, where it stands and how many keys it takes."""
    for start in range(len(keys)):
        if found := vehicle_catalogue.make_at(keys[start:]):
            return found[0], start, found[1]
        if start == 0 and vehicle_catalogue.owner_of(keys):
            return None
    return None


def _owned_model(keys: tuple[str, ...]) -> MakeModel | None:
    """The model that only one make has, with that make."""
    for start in range(len(keys)):
        if found := vehicle_catalogue.owner_of(keys[start:]):
            return MakeModel(found[0].name, found[1].name)
    return None


def _model_of(
    make: Make, words: list[str], keys: tuple[str, ...], start: int, length: int
) -> Normal[MakeModel]:
    """The make with the model that stands behind it, or before it."""
    after = start + length
    while (again := vehicle_catalogue.make_at(keys[after:])) and again[0] is make:
        if vehicle_catalogue.find_model(make, keys[after:]):
            break
        after += again[1]
    found = vehicle_catalogue.find_model_inside(
        make, keys[after:]
    ) or vehicle_catalogue.find_model_inside(make, keys[:start])
    if found:
        return Normal(MakeModel(make.name, found.name))
    behind = _short(words[after:])
    unknown = "" if is_blank(behind) else behind
    if make.name in _RATHER_MODELS and (owned := _owned_model(keys)):
        return Normal(owned)
    if not unknown:
        return Normal(MakeModel(make.name, ""))
    params = (("make", make.name),)
    return Normal(MakeModel(make.name, unknown), (Finding(UNKNOWN_MODEL, unknown, params=params),))


def _short(words: list[str]) -> str:
    """The first words of a name, up to the engine, the gearbox or the year."""
    kept: list[str] = []
    for word in words[:_WORDS_OF_UNKNOWN]:
        if _EQUIPMENT.fullmatch(word):
            break
        kept.append(word)
    return " ".join(kept)[:_LONGEST_UNKNOWN].strip()
