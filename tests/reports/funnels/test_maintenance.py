from dataclasses import replace
from datetime import date

import pytest

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

SALE = {
    "row_id": 1,
    "who": 1,
    "vehicle_id": 1,
    "date": date(2018, 6, 15),
    "make": "Kia",
    "region": "",
}
ORDER = {"row_id": 10, "who": 1, "vehicle_id": 1, "date": date(2019, 6, 1)}
DONE = ORDER | {"kind": "maintenance", "to_no": 1, "amount": 8000.0}


def same(*numbers):
    return [(one,) * 3 for one in numbers]


def test_a_used_car_alone_is_no_sale_and_no_failure():
    made = facts(sales=[SALE | {"used": True}], orders=[ORDER])

    assert figures("maintenance", made, "sold") == []


@pytest.mark.parametrize(
    ("day", "due"), [(date(2018, 9, 14), 0), (date(2018, 9, 15), 1), (date(2019, 6, 14), 1)]
)
def test_the_first_is_due_three_months_after_the_sale(day, due):
    made = facts(sales=[SALE], orders=[ORDER | {"date": date(2018, 6, 20)}], day=day)

    assert figures("maintenance", made, "due.0", "due.1") == same(due, 0)


@pytest.mark.parametrize(
    ("make", "mileage", "due"),
    [
        ("Kia", 29_999, (1, 0)),
        ("Kia", 30_000, (1, 1)),
        ("Toyota", 20_000, (1, 1)),
        ("Kia", 0, (0, 0)),
    ],
)
def test_a_mileage_of_so_many_intervals_makes_due_before_the_time(make, mileage, due):
    order = ORDER | {"date": date(2018, 12, 1), "mileage": mileage}
    made = facts(sales=[SALE | {"make": make}], orders=[order], day=date(2019, 1, 1))

    assert figures("maintenance", made, "due.1", "due.2") == same(*due)


def test_who_came_before_the_time_was_due():
    made = facts(sales=[SALE], orders=[DONE], day=date(2019, 6, 1))

    assert figures("maintenance", made, "due.1", "came.1", "bill.1", "lost.1") == same(
        1, 1, 8000, 0
    )


def test_a_maintenance_before_the_sale_is_not_the_buyer_s():
    made = facts(sales=[SALE], orders=[DONE | {"date": date(2018, 6, 14)}])

    assert figures("maintenance", made, "came.1") == same(0)


def test_only_the_first_of_a_number_is_billed():
    again = DONE | {"row_id": 11, "date": date(2019, 7, 1), "amount": 1.0}
    made = facts(sales=[SALE], orders=[DONE, again])

    assert figures("maintenance", made, "came.1", "bill.1") == same(1, 8000)


def test_a_driver_who_may_be_the_buyer_may_have_come_for_him():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]
    made = facts(sales=[SALE], orders=[DONE | {"who": 2, "possible": 1}], cards=cards)

    assert figures("maintenance", made, "came.1", "due.2") == [(0, 0, 1), (0, 0, 1)]


def test_an_order_that_waits_may_be_that_of_any_car():
    made = facts(sales=[SALE], orders=[DONE | {"vehicle_id": None, "loose": True}])

    assert figures("maintenance", made, "came.1") == [(0, 0, 1)]


def test_a_buyer_may_turn_out_to_be_from_another_region():
    cards = [{"who": 1, "region": ""}, {"who": 2, "possible": 1, "region": "B"}]
    made = replace(facts(sales=[SALE | {"region": ""}], orders=[ORDER], cards=cards), home=("A",))

    assert figures("maintenance", made, "sold") == [(0, 1, 1)]
    assert figures("maintenance", made, "sold", other_regions=True) == same(1)


def test_a_buyer_in_quarantine_who_tells_no_region_may_be_from_anywhere():
    stranger = SALE | {"who": -1, "kept_out": True}
    made = replace(facts(sales=[stranger], orders=[ORDER]), home=("A",))

    assert figures("maintenance", made, "sold") == [(0, 1, 1)]
    assert figures("maintenance", made, "sold", other_regions=True) == same(1)
