from datetime import date, timedelta

import pytest

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

DUE = date(2020, 5, 10)
CALL = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2020, 5, 1), "due": DUE, "outcome": ""}
ORDER = {"row_id": 2, "who": 9, "vehicle_id": 1, "date": DUE, "number": "ЗН-1"}
ALL = ("sales", "service", "bookings")


def told(call, *orders, keys=("arrived", "missed")):
    """These figures of one call."""
    made = facts(bookings=[CALL | call], orders=orders or [ORDER | {"vehicle_id": 5}], kinds=ALL)
    return figures("bookings", made, *keys)


@pytest.mark.parametrize(("days", "came"), [(-2, 0), (-1, 1), (0, 1), (1, 1), (2, 0)])
def test_who_has_an_order_near_the_day_arrived_whoever_brought_the_car(days, came):
    order = ORDER | {"date": DUE + timedelta(days=days)}

    assert told({}, order) == [(came,) * 3, (1 - came,) * 3]


def test_a_result_says_more_than_that_there_is_no_order():
    assert told({"outcome": "arrived"}) == [(1, 1, 1), (0, 0, 0)]
    assert told({"outcome": "cancelled"}, keys=("missed", "cancelled")) == [(0, 0, 0), (1, 1, 1)]


def test_the_number_of_an_order_stands_for_a_car_that_is_not_told():
    assert told({"vehicle_id": None, "number": "ЗН-1"}, ORDER)[0] == (1, 1, 1)
    assert told({"vehicle_id": None, "number": "ЗН-7"}, ORDER)[0] == (0, 0, 0)
    assert told({"vehicle_id": 8, "number": "ЗН-1"}, ORDER)[0] == (0, 0, 0)


def test_nobody_arrives_with_an_order_of_the_house():
    assert told({}, ORDER | {"client_visit": False}, ORDER | {"vehicle_id": 6})[0] == (0, 0, 0)


def test_a_call_without_a_day_or_result_is_wanted_only():
    keys = ("wanted", "booked", "missed")

    assert told({"due": None, "outcome": "wanted"}, keys=keys) == [(1,) * 3, (0,) * 3, (0,) * 3]
    assert told({"due": date(2021, 1, 1)}, keys=keys) == [(1,) * 3, (0,) * 3, (0,) * 3]


def test_a_vin_that_waits_may_be_of_the_order_near_the_day():
    assert told({}, ORDER | {"vehicle_id": None, "loose": True}) == [(0, 0, 1), (0, 1, 1)]
    assert told({"vehicle_id": None, "loose": True}, ORDER) == [(0, 0, 1), (0, 1, 1)]
