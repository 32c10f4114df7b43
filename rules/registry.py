"""Every rule of every field, in the order a reviewer reads them.

A rule is listed here or it does not exist: no decorators, no walking of packages.

>>> rule("VIN101").field
'vin'
"""

from functools import cache

from rules import (
    across,
    address,
    amount,
    blacklist,
    body_no,
    booking_result,
    card,
    chassis_no,
    claim_kind,
    client,
    company,
    consent,
    date,
    driving_licence,
    email,
    engine_no,
    entry,
    inn,
    known,
    kpp,
    make_model,
    mileage,
    new_used,
    ogrn,
    order_status,
    own,
    passport,
    payer,
    person,
    phone,
    plate,
    score,
    snils,
    to_no,
    vehicle_paper,
    vin,
    visit_kind,
    within,
    year,
)
from rules.finding import Rule

RULES: tuple[Rule, ...] = (
    *card.RULES,
    *known.RULES,
    *entry.RULES,
    *client.RULES,
    *person.RULES,
    *company.RULES,
    *phone.RULES,
    *email.RULES,
    *inn.RULES,
    *kpp.RULES,
    *ogrn.RULES,
    *passport.RULES,
    *driving_licence.RULES,
    *snils.RULES,
    *date.RULES,
    *address.RULES,
    *consent.RULES,
    *blacklist.RULES,
    *vin.RULES,
    *body_no.RULES,
    *chassis_no.RULES,
    *engine_no.RULES,
    *plate.RULES,
    *make_model.RULES,
    *year.RULES,
    *mileage.RULES,
    *vehicle_paper.RULES,
    *visit_kind.RULES,
    *to_no.RULES,
    *amount.RULES,
    *order_status.RULES,
    *payer.RULES,
    *new_used.RULES,
    *booking_result.RULES,
    *claim_kind.RULES,
    *score.RULES,
    *within.RULES,
    *across.RULES,
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
