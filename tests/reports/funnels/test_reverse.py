from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

SALE = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2020, 5, 1)}
ORDER = {"row_id": 2, "who": 1, "vehicle_id": 2, "date": date(2020, 4, 1)}


def test_a_buyer_was_a_client_if_he_came_before_the_day_of_the_sale():
    for day, count in ((date(2020, 4, 30), 1), (date(2020, 5, 1), 0), (date(2020, 6, 1), 0)):
        made = facts(sales=[SALE], orders=[ORDER | {"date": day}])
        assert figures("reverse", made, "reverse") == [(count, count, count)]


def test_a_car_that_was_here_before_makes_nobody_a_client():
    made = facts(sales=[SALE], orders=[ORDER | {"who": 7, "vehicle_id": 1}])

    assert figures("reverse", made, "reverse", "service_clients") == [(0, 0, 0), (1, 1, 1)]


def test_an_open_candidate_may_make_the_buyer_a_client():
    cards = [{"who": 1}, {"who": 7, "possible": 1}]
    made = facts(sales=[SALE], orders=[ORDER | {"who": 7, "possible": 1}], cards=cards)

    assert figures("reverse", made, "reverse") == [(0, 0, 1)]


def test_a_card_of_the_service_in_quarantine_may_be_the_buyer():
    made = facts(sales=[SALE], orders=[ORDER | {"who": -7, "kept_out": True}])

    assert figures("reverse", made, "reverse", "service_clients") == [(0, 0, 1), (0, 0, 1)]


def test_orders_of_the_house_are_no_service():
    house = ORDER | {"client_visit": False}
    made = facts(sales=[SALE], orders=[house, ORDER | {"row_id": 3, "who": 8}])

    assert figures("reverse", made, "reverse", "service_clients") == [(0, 0, 0), (1, 1, 1)]
