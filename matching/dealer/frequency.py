"""How often a stranger carries a name: counted in the base, and in the tables of the country."""

from functools import cache

import numpy as np

from matching.core.book import Codes, Floats
from matching.core.frequency import rarity
from matching.dealer.names import NameBook
from resources import names as tables
from rules.name_forms import folded

# What a table does not know is rare, or misspelt.
_UNKNOWN = {"last": 1e-5, "first": 1e-4, "patronymic": 1e-4, "company": 1e-3}
# A name borne by some of so many countrymen is not another name's misprint.
_COUNTRYMEN, _SELDOM = 5000, 1e-4


def key_of(names: NameBook, part: str) -> Codes:
    """For each text the code under which its spellings count together."""
    return names.neutral if part == "last" else names.latin


def in_country(names: NameBook, part: str) -> Floats:
    """The share of people in the country who bear each name, spellings together."""
    table, total = _table(part)
    if part == "last":
        shares = np.array([table.get(text, 0) / total for text in names.surnames.texts])
        shares = shares[names.surname]
    else:
        shares = np.array([table.get(folded(text), 0) / total for text in names.book.texts])
    key = key_of(names, part)
    best = np.zeros(len(key))
    np.maximum.at(best, key, shares)
    return np.maximum(best[key], _UNKNOWN[part])


@cache
def _table(part: str) -> tuple[dict[str, int], int]:
    """How often each name occurs, and all of them together."""
    if part == "first":
        table = {name: known.often for name, known in tables.first_names().items()}
    else:
        table = tables.surnames() if part == "last" else tables.patronymics()
    return table, sum(table.values())


def spread(codes: Codes, country: Floats) -> Codes:
    """On how many cards each text stands, in the base and among countrymen."""
    own = np.bincount(codes[codes != 0], minlength=len(country))
    counts: Codes = (own + _COUNTRYMEN * np.where(country > _SELDOM, country, 0)).astype(np.int32)
    return counts


def company_rarity(key: Codes, codes: Codes) -> Floats:
    """The rarity of each company name; no table knows how usual they are."""
    return rarity(key, codes, np.full(len(key), _UNKNOWN["company"]))
