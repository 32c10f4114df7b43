"""A pasted text in a cell is answered like any other, without taking minutes."""

from datetime import date

import pytest

from rules import (
    address,
    amount,
    body_no,
    consent,
    email,
    inn,
    make_model,
    mileage,
    phone,
    plate,
    vehicle_text,
    vin,
    year,
)
from rules import date as dates
from rules.blanks import LONGEST_TEXT
from rules.finding import Normal

ASOF = date(2026, 11, 21)
LENGTH = 20_000
RULES = {
    "address": address.normalise,
    "amount": amount.normalise,
    "body_no": body_no.normalise,
    "consent": consent.normalise,
    "date": lambda text: dates.normalise(text, asof=ASOF),
    "email": email.normalise,
    "inn": inn.normalise,
    "make_model": make_model.normalise,
    "mileage": mileage.normalise,
    "phone": phone.normalise,
    "plate": plate.normalise,
    "vin": vin.normalise,
    "year": lambda text: year.normalise(text, asof=ASOF),
}


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("piece", ["1", "a", "1 ", "a@", "8 916 ", "ул ", "1\n"])
def test_no_finding_carries_a_whole_pasted_text(name, piece):
    outcome = RULES[name]("1" + piece * (LENGTH // len(piece)) + "!")

    assert isinstance(outcome, Normal)
    assert all(len(found.value) <= 2 * LONGEST_TEXT for found in outcome.findings)


def test_a_pasted_text_holds_no_car():
    assert vehicle_text.extract("a " * LENGTH).vin == ""
