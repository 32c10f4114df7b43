"""Until when a buyer's car may be expected, by who he and the others may turn out to be."""

from datetime import date

import pytest

from reports.ownership import CHANGED, with_changes
from tests.reports.hand_made import facts

SOLD, CAR = date(2019, 1, 1), 5


def day(number):
    return date(2020, number, 1)


def changes(*orders, cards=(), sales=(), **sale):
    """The earliest, the best and the latest day that the owner of the first sale changed."""
    first = {"row_id": 1, "who": 1, "vehicle_id": CAR, "date": SOLD, **sale}
    made = facts(
        sales=[first, *sales],
        orders=[
            {"row_id": 10 + number, "vehicle_id": CAR, **order}
            for number, order in enumerate(orders)
        ],
        cards=cards,
    )
    return with_changes(made.sales, made).sort("row_id").select(*CHANGED.values()).row(0)


def same(found):
    """All three bounds alike."""
    return (found,) * 3


def test_a_car_that_only_its_buyer_comes_with_stays_his():
    assert changes({"who": 1, "date": day(2)}) == same(None)


def test_a_car_is_another_s_from_his_first_visit_after_the_buyer_s_last():
    found = changes(
        {"who": 1, "date": day(2)}, {"who": 2, "date": day(4)}, {"who": 3, "date": day(6)}
    )

    assert found == same(day(4))


def test_who_came_while_the_buyer_did_is_no_new_owner():
    found = changes(
        {"who": 2, "date": day(1)}, {"who": 1, "date": day(2)}, {"who": 2, "date": day(4)}
    )

    assert found == same(None)


def test_whoever_comes_with_a_company_s_car_drives_it():
    assert changes({"who": 2, "date": day(4)}, person=False) == same(None)


def test_a_car_sold_here_again_is_another_s_from_that_day():
    again = {"row_id": 2, "who": 9, "vehicle_id": CAR, "date": day(3), "person": False}

    assert changes({"who": 2, "date": day(6)}, sales=[again]) == same(day(3))
    assert changes(sales=[again], person=False) == same(day(3))


@pytest.mark.parametrize("order", [{"client_visit": False}, {"who": -2}])
def test_the_house_and_nobody_take_no_car_over(order):
    assert changes({"who": 2, "date": day(4)} | order) == same(None)


def test_another_may_be_the_buyer_himself():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]

    assert changes({"who": 2, "possible": 1, "date": day(4)}, cards=cards) == (
        day(4),
        day(4),
        None,
    )


def test_the_buyer_may_be_another_whose_identity_is_the_lesser():
    cards = [{"who": 1}, {"who": 2, "likely": 1, "possible": 1}]
    visitor = {"who": 1, "date": day(4)}

    found = changes(visitor, cards=cards, decided=2, likely=1, possible=1)

    assert found == (day(4), None, None)


def test_a_card_in_quarantine_may_be_anybody():
    stranger = {"who": -7, "kept_out": True, "date": day(4)}

    assert changes(stranger) == (day(4), None, None)
    assert changes({"who": 2, "date": day(6)}, stranger) == (day(4), day(6), None)


def test_a_buyer_in_quarantine_may_be_who_came():
    found = changes({"who": 2, "date": day(4)}, decided=-1, likely=-1, possible=-1, kept_out=True)

    assert found == (day(4), day(4), None)
