"""What matching takes from a base as a whole, so that a later search can take it as it was."""

from dataclasses import dataclass

import numpy as np

from matching.core.book import Codes, Floats, Index, Mask
from matching.core.tally import Tally
from matching.dealer.frequency import bearers, counted
from matching.dealer.names import NameBook

NO_DATE = np.int32(-(2**30))
# A birthday on far more cards than chance gives is a default of the form (01.01.1970).
_BIRTHDAYS, _EXCESS, _ODD = 18_000, 20, 5
_DAYS, _MANY_NEW_YEARS = 365, 3


@dataclass(frozen=True, slots=True)
class OddDays:
    """Days on too many cards to be birthdays; ``new_years``: every New Year's Day is one."""

    days: Index
    new_years: bool

    def without(self, days: Codes) -> Codes:
        """The days of birth, those that are none missing."""
        odd = np.isin(days, self.days)
        if self.new_years:
            odd |= _is_new_year(days)
        return np.where(odd, NO_DATE, days).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Statistics:
    """On how many cards names stand, part by part, and what else one card alone cannot tell.

    ``texts`` and ``forms`` count names by part, ``firms`` company names by form; ``named`` are
    the names of companies, ``cards`` the number of cards of each kind.
    """

    texts: dict[str, Tally]
    forms: dict[str, Tally]
    firms: Tally
    named: tuple[str, ...]
    odd: OddDays
    cards: dict[str, int]


def taken(
    names: NameBook,
    parts: dict[str, Codes],
    tabled: dict[str, Floats],
    *,
    firms: Tally,
    named: tuple[str, ...],
    days: Codes,
    person: Mask,
) -> Statistics:
    """The statistics of a whole base; ``tabled`` are the shares of the names in the country."""
    once = bearers(names, parts)
    found = {part: counted(names, part, parts[part], once, tabled[part]) for part in parts}
    persons = int(person.sum())
    return Statistics(
        texts={part: texts for part, (texts, _) in found.items()},
        forms={part: forms for part, (_, forms) in found.items()},
        firms=firms,
        named=named,
        odd=_odd_days(days),
        cards={"person": persons, "company": len(person) - persons},
    )


def _odd_days(days: Codes) -> OddDays:
    """Which days are no birthdays.

    Where there are too many New Year's Days only the year was known.
    """
    values, counts = np.unique(days[days != NO_DATE], return_counts=True)
    known = int(counts.sum())
    odd = counts > _ODD + _EXCESS * known / _BIRTHDAYS
    new_years = counts[_is_new_year(values) & ~odd].sum() > _ODD + _MANY_NEW_YEARS * known / _DAYS
    return OddDays(values[odd].astype(np.int64), bool(new_years))


def _is_new_year(days: Codes) -> Mask:
    dates = days.astype("datetime64[D]")
    found: Mask = (dates == dates.astype("datetime64[Y]")) & (days != NO_DATE)
    return found
