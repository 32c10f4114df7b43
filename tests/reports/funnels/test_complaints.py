from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

ALL = ("service", "claims", "surveys")
ORDER = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2020, 3, 1), "kind": "repair"}
CLAIM = {"row_id": 10, "who": 1, "date": date(2020, 4, 1), "outcome": "oral"}
KEYS = ("dissatisfied", "claims", "written", "court")


def same(*numbers):
    return [(one,) * 3 for one in numbers]


def test_a_case_in_court_is_not_written_again():
    claims = [
        CLAIM,
        CLAIM | {"row_id": 11, "outcome": "written"},
        CLAIM | {"row_id": 12, "outcome": "court"},
    ]
    made = facts(orders=[ORDER], claims=claims, kinds=ALL)

    assert figures("complaints", made, *KEYS) == same(1, 3, 1, 1)


def test_a_low_mark_and_a_claim_make_one_dissatisfied():
    survey = {"row_id": 20, "who": 1, "date": date(2020, 4, 2), "mark": 0.5}
    marks = [
        survey,
        survey | {"row_id": 21, "who": 2},
        survey | {"row_id": 22, "who": 3, "mark": 0.7},
    ]
    made = facts(orders=[ORDER], claims=[CLAIM], surveys=marks, kinds=ALL)

    assert figures("complaints", made, "dissatisfied") == same(2)


def test_claims_and_repeated_visits_are_set_against_the_orders():
    again = ORDER | {"row_id": 2, "date": date(2020, 3, 20)}
    house = ORDER | {"row_id": 3, "client_visit": False}
    made = facts(orders=[ORDER, again, house], claims=[CLAIM], kinds=ALL)

    assert figures("complaints", made, "orders", "repeats", "rate") == same(2, 1, 1)


def test_a_claim_of_nobody_is_a_claim_and_no_client():
    made = facts(orders=[ORDER], claims=[CLAIM | {"who": -10}], kinds=ALL)

    assert figures("complaints", made, "dissatisfied", "claims") == same(0, 1)


def test_claimants_who_may_be_one_are_in_the_bounds():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]
    claims = [CLAIM, CLAIM | {"row_id": 11, "who": 2, "possible": 1}]
    made = facts(orders=[ORDER], claims=claims, cards=cards, kinds=ALL)

    assert figures("complaints", made, "dissatisfied", "claims") == [(1, 2, 2), (2, 2, 2)]
