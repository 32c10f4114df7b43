"""The subjects of the Russian Federation: names, plate codes, post indexes, towns.

>>> by_code("777"), by_name("Моск. обл"), by_town("Казань")
('Москва', 'Московская область', 'Республика Татарстан')
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

_KIND = re.compile(
    r"\b(?:область|обл|край|республика|республики|респ|автономный|автономная|авт|аобл|ао|"
    r"округ|окр|город|гор|г|регион|федерального значения)\b"
)
_NOT_A_WORD = re.compile(r"[\W_]+")
# Codes of okrugs that joined a neighbour in 2005 to 2008; most were given anew later.
_FORMER = {
    "80": "Забайкальский край",
    "81": "Пермский край",
    "82": "Камчатский край",
    "84": "Красноярский край",
    "85": "Иркутская область",
    "88": "Красноярский край",
}


@dataclass(slots=True)
class _Table:
    """The subjects, findable by each of their marks."""

    codes: dict[str, str] = field(default_factory=dict)
    indexes: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    towns: dict[str, str] = field(default_factory=dict)
    town_names: dict[str, str] = field(default_factory=dict)


def folded(text: str) -> str:
    """The text in lower case with е for ё and single spaces for everything but words."""
    return _NOT_A_WORD.sub(" ", text.lower().replace("ё", "е")).strip()


def by_code(code: str) -> str:
    """The subject that issues plates with the region code, "" if there is none."""
    return _table().codes.get(code, "")


def once_by_code(code: str) -> str:
    """The subject that has taken in the okrug which had the region code before, "" if none."""
    return _FORMER.get(code, "")


def by_index(index: str) -> str:
    """The subject a six-digit post index belongs to, "" if there is none."""
    return _table().indexes.get(index[:3], "")


@lru_cache(maxsize=8192)
def by_name(text: str) -> str:
    """The canonical name of a subject written in any usual way, "" if it names none."""
    name = folded(text)
    names = _table().names
    return names.get(name) or names.get(_without_kind(name), "")


@lru_cache(maxsize=8192)
def by_town(town: str) -> str:
    """The subject of a town that only one subject has, "" otherwise."""
    return _table().towns.get(folded(town), "")


@lru_cache(maxsize=8192)
def town_name(text: str) -> str:
    """The known town's name as it is usually written, "" for an unknown town."""
    return _table().town_names.get(folded(text), "")


def _without_kind(name: str) -> str:
    return " ".join(_KIND.sub(" ", name).split())


@cache
def _table() -> _Table:
    table = _Table()
    shared: set[str] = set()
    meant: dict[str, str] = {}
    for line in files("resources").joinpath("subjects.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            _add(table, shared, meant, [cell.strip() for cell in line.split("|")])
    for town in shared:
        table.towns.pop(town, None)
    table.towns.update(meant)
    return table


def _add(table: _Table, shared: set[str], meant: dict[str, str], cells: list[str]) -> None:
    """Enter one line of the table.

    ``shared`` collects the towns that two subjects have, ``meant`` those of them that a bare
    name means all the same.
    """
    name, codes, indexes, spellings, towns = cells
    for code in codes.split():
        table.codes.setdefault(code, name)
    for span in indexes.split():
        first, _, last = span.partition("-")
        for index in range(int(first), int(last or first) + 1):
            table.indexes[str(index)] = name
    for spelling in (name, *spellings.split(",")):
        key = folded(spelling)
        table.names.setdefault(key, name)
        table.names.setdefault(_without_kind(key), name)
    for entry in filter(None, map(str.strip, towns.split(","))):
        town, *others = (part.strip() for part in entry.split("="))
        if town.endswith("!"):
            town = town.removesuffix("!")
            meant[folded(town)] = name
        for key in map(folded, (town, *others)):
            if table.towns.setdefault(key, name) != name:
                shared.add(key)
            table.town_names[key] = town
