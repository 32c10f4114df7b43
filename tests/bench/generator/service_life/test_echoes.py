import pytest

from bench.generator.draw import Dice
from bench.generator.service_life import echoes, facts
from bench.generator.service_life.facts import Ledger
from tests.bench.generator.truth.hand_made import car, order, person

ANNA, VESTA = person("anna"), car("VESTA")


@pytest.fixture(scope="module")
def ledger():
    orders = [
        order(f"20{year}-{month:02d}-10", ANNA, VESTA, number=f"{year}{month:02d}")
        for year in range(10, 24)
        for month in range(1, 13)
    ]
    made = Ledger(orders=orders)
    echoes.add(made, Dice(1))
    return made


def test_every_outcome_and_every_kind_of_claim_occurs(ledger):
    assert {call.outcome for call in ledger.bookings} == {
        "wanted", "booked", "arrived", "missed", "cancelled", ""
    }  # fmt: skip
    assert {claim.kind for claim in ledger.claims} <= {facts.ORAL, facts.WRITTEN, facts.COURT}
    assert ledger.claims


def test_a_call_without_a_word_on_its_end_tells_the_car_or_the_order(ledger):
    silent = [call for call in ledger.bookings if call.outcome in {"", facts.BOOKED}]
    assert all(call.car or call.number for call in silent)


def test_some_appointments_are_still_to_come(ledger):
    assert any(call.due and call.due > ledger.day for call in ledger.bookings)


def test_the_best_mark_occurs_so_that_the_scale_can_be_told(ledger):
    assert max(survey.mark for survey in ledger.surveys) == ledger.greatest


def test_a_bad_mark_bears_a_name_and_every_answer_tells_something(ledger):
    for survey in ledger.surveys:
        assert survey.client or survey.mark * 10 > ledger.greatest * 6
        assert survey.client or survey.car or survey.number


def test_an_order_of_the_dealer_s_own_is_not_talked_about():
    own = Ledger(orders=[order("2024-01-01", ANNA, VESTA, "internal", payer="internal")])
    echoes.add(own, Dice(1))
    assert not (own.bookings or own.claims or own.surveys)
