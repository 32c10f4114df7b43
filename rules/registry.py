"""Every rule of every field, in the order a reviewer reads them.

A rule is listed here or it does not exist: no decorators, no walking of packages.

>>> rule("VIN101").field
'vin'
"""

from functools import cache

from rules import (
    address,
    amount,
    body_no,
    card,
    client,
    company,
    consent,
    date,
    email,
    inn,
    known,
    make_model,
    mileage,
    own,
    person,
    phone,
    plate,
    vin,
    within,
    year,
)
from rules.finding import Rule

RULES: tuple[Rule, ...] = (
    *card.RULES,
    *known.RULES,
    *client.RULES,
    *person.RULES,
    *company.RULES,
    *phone.RULES,
    *email.RULES,
    *inn.RULES,
    *date.RULES,
    *address.RULES,
    *consent.RULES,
    *vin.RULES,
    *body_no.RULES,
    *plate.RULES,
    *make_model.RULES,
    *year.RULES,
    *mileage.RULES,
    *amount.RULES,
    *within.RULES,
)


def rule(code: str) -> Rule:
    """The rule with the code; a dealer's own rules tell a sentence of his.

    Raises:
        KeyError: no rule has the code.
    """
    if code.startswith(own.PREFIX):
        return own.rule(code)
    return _by_code()[code]


def codes() -> frozenset[str]:
    """The codes of all rules."""
    return frozenset(_by_code())


@cache
def _by_code() -> dict[str, Rule]:
    return {entry.code: entry for entry in RULES}
