from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

FIRST = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2020, 3, 1), "kind": "repair"}


def test_repeated_visits_are_counted_apart():
    made = facts(orders=[FIRST, FIRST | {"row_id": 2, "date": date(2020, 3, 31)}])
    keys = ("visits", "repeats", "visits.repair", "cars", "a_car")

    assert figures("frequency", made, *keys) == [(one,) * 3 for one in (1, 1, 1, 1, 1)]


def test_clients_who_may_be_one_make_a_client_less():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]
    other = FIRST | {"row_id": 2, "who": 2, "possible": 1, "vehicle_id": 2}

    made = facts(orders=[FIRST, other], cards=cards)

    assert figures("frequency", made, "clients", "a_client") == [(1, 2, 2), (1, 1, 2)]


def test_a_card_in_quarantine_may_be_one_more():
    made = facts(orders=[FIRST, FIRST | {"row_id": 2, "who": -2, "kept_out": True}])

    assert figures("frequency", made, "clients") == [(1, 1, 2)]


def test_an_order_that_waits_may_be_of_a_car_that_came_or_of_another():
    made = facts(orders=[FIRST, FIRST | {"row_id": 2, "vehicle_id": None, "loose": True}])

    low, best, high = figures("frequency", made, "cars")[0]
    assert (low, best, high) == (1, 1, 2)
    low, best, high = figures("frequency", made, "visits")[0]
    assert low <= 1 <= best == 2 <= high
