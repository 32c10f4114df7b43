"""How often a stranger carries a name: counted in the base, and in the tables of the country."""

from functools import cache

import numpy as np

from matching.core.book import Codes, Floats, Index
from matching.core.content import Hashes, mixed
from matching.core.frequency import rare
from matching.core.tally import Tally
from matching.dealer.names import NameBook
from resources import names as tables
from rules.name_forms import folded

# What a table does not know is rare, or misspelt.
UNKNOWN = {"last": 1e-5, "first": 1e-4, "patronymic": 1e-4, "company": 1e-3}
# A name borne by some of so many countrymen is not another name's misprint.
_COUNTRYMEN, _SELDOM = 5000, 1e-4


def key_of(names: NameBook, part: str) -> Hashes:
    """For each text the hash of the form under which its spellings count together."""
    return names.hashes["neutral" if part == "last" else "latin"]


def by_table(names: NameBook, part: str) -> Floats:
    """The share of people in the country who bear each text, by the tables; 0 if they know none."""
    table, total = _table(part)
    if part == "last":
        shares = np.array([table.get(text, 0) / total for text in names.surnames.texts])
        return shares[names.surname]
    return np.array([table.get(folded(text), 0) / total for text in names.book.texts])


@cache
def _table(part: str) -> tuple[dict[str, int], int]:
    """How often each name occurs, and all of them together."""
    if part == "first":
        table = {name: known.often for name, known in tables.first_names().items()}
    else:
        table = tables.surnames() if part == "last" else tables.patronymics()
    return table, sum(table.values())


def counted(
    names: NameBook, part: str, codes: Codes, once: Index, tabled: Floats
) -> tuple[Tally, Tally]:
    """On how many cards each text stands as this part, and how many bear each form of several.

    ``once`` are the cards that are counted for the forms. Their shares are those of the country,
    the same for all the spellings; ``tabled`` are the shares of the texts.
    """
    texts = Tally.of(names.hashes["text"], _counts(names, codes))
    forms = Tally.of(key_of(names, part), _counts(names, codes[once]), tabled)
    return texts.without(0), forms.without(UNKNOWN[part])


def _counts(names: NameBook, codes: Codes) -> Index:
    return np.bincount(codes[codes != 0], minlength=len(names.book))


def in_country(names: NameBook, part: str, forms: Tally, tabled: Floats) -> Floats:
    """The share of people in the country who bear each name, spellings together."""
    best = np.maximum(forms.share(key_of(names, part)), tabled)
    shares: Floats = np.maximum(best, UNKNOWN[part])
    return shares


def rarity(names: NameBook, part: str, forms: Tally, country: Floats) -> Floats:
    """For each text the logarithm of the share of strangers who carry it."""
    return rare(forms.count(key_of(names, part)), forms.total, country)


def spread(names: NameBook, texts: Tally, country: Floats) -> Codes:
    """On how many cards each text stands, in the base and among countrymen."""
    own = texts.count(names.hashes["text"])
    counts: Codes = (own + _COUNTRYMEN * np.where(country > _SELDOM, country, 0)).astype(np.int32)
    return counts


def company_rarity(forms: Tally, hashes: Hashes) -> Floats:
    """The rarity of each company name; no table knows how usual they are."""
    return rare(forms.count(hashes), forms.total, np.full(len(hashes), UNKNOWN["company"]))


def bearers(names: NameBook, parts: dict[str, Codes]) -> Index:
    """One card of each bearer of a name: a client with five cards is one Иванов, not five.

    A card with an initial is of a bearer of its own only if no whole name fits it.
    """
    last, first = names.hashes["neutral"][parts["last"]], parts["first"]
    letter, fathers = (names.hashes["letter"][parts[part]] for part in ("first", "patronymic"))
    whole = (first != 0) & ~names.initial[first]
    family = mixed(last, letter)
    who = mixed(family, np.where(whole, names.hashes["latin"][first], 0), fathers)
    covered = np.isin(family, np.unique(family[whole & (parts["last"] != 0)]))
    counted = np.flatnonzero(whole | ~covered)
    # of a bearer's cards one that holds the patronymic, by content: whichever comes first
    latin = names.hashes["latin"]
    ties = (latin[parts["patronymic"]], latin[first], names.initial[parts["patronymic"]], who)
    order = counted[np.lexsort(tuple(tie[counted] for tie in ties))]
    return order[np.unique(who[order], return_index=True)[1]]
