"""Orders of one car on the same or the next day are one visit; repairs soon after are repeated."""

from datetime import date
from itertools import pairwise

import pytest

from reports import facts as schemas
from reports.visits import KINDS, visits
from tests.reports.hand_made import frame


def day(number, month=5):
    return date(2020, month, number)


def made(*orders, sales=(), visit_days=1, repeat_days=30):
    """The visits of orders (car, day, more)."""
    rows = [
        {"row_id": number, "who": 7, "vehicle_id": car, "date": when, **more}
        for number, (car, when, more) in enumerate(orders, 1)
    ]
    sold = [{"row_id": 90, "who": 7, "vehicle_id": car, "date": when} for car, when in sales]
    return visits(
        frame(schemas.ORDERS, rows),
        frame(schemas.SALES, sold),
        visit_days=visit_days,
        repeat_days=repeat_days,
    ).sort("row_id")


def test_orders_of_one_car_on_the_next_day_are_one_visit():
    found = made(
        (1, day(1), {"kind": "repair", "amount": 100.0, "mileage": 9}),
        (1, day(2), {"kind": "maintenance", "amount": 50.0, "mileage": 12}),
        (1, day(3), {"kind": "wash"}),
        (1, day(5), {"kind": "wash"}),
        (2, day(2), {"kind": "wash"}),
    )

    assert found.select("row_id", "date", "kind", "amount", "mileage").rows() == [
        (1, day(1), "maintenance", 150.0, 12),
        (4, day(5), "wash", None, None),
        (5, day(2), "wash", None, None),
    ]


@pytest.mark.parametrize(("days", "count"), [(0, 3), (1, 2), (2, 1)])
def test_how_many_days_a_visit_may_pause_is_a_setting(days, count):
    orders = ((1, day(1), {}), (1, day(2), {}), (1, day(4), {}))

    assert made(*orders, visit_days=days).height == count


def test_orders_of_no_known_car_are_visits_of_their_own():
    found = made(
        (None, day(1), {}),
        (None, day(1), {}),
        (3, day(1), {"loose": True}),
        (3, day(1), {"loose": True}),
        (3, day(1), {}),
        (3, day(2), {}),
    )

    assert found["row_id"].to_list() == [1, 2, 3, 4, 5]


def test_orders_of_the_house_are_no_visits():
    assert made((1, day(1), {"client_visit": False})).is_empty()


@pytest.mark.parametrize("kind", ["", "Вид 17", None])
def test_a_kind_that_is_none_of_the_list_is_other(kind):
    assert made((1, day(1), {"kind": kind}))["kind"].to_list() == ["other"]


def test_the_first_of_the_kinds_names_a_visit():
    for first, second in pairwise(KINDS):
        found = made((1, day(1), {"kind": second}), (1, day(2), {"kind": first}))
        assert found["kind"].to_list() == [first]


def test_a_car_is_own_from_the_day_it_is_sold_on():
    found = made(
        (1, day(1), {}), (1, day(9), {}), (1, day(20), {}), (2, day(20), {}),
        sales=[(1, day(9)), (1, day(15))],
    )  # fmt: skip

    assert found["own"].to_list() == [False, True, True, False]


@pytest.mark.parametrize(
    ("kind", "later", "repeated"),
    [
        ("repair", day(31), True),
        ("repair", day(1, 6), False),
        ("warranty", day(9), True),
        ("bodywork", day(9), True),
        ("diagnostics", day(9), True),
        ("maintenance", day(9), False),
        ("wash", day(9), False),
    ],
)
def test_a_repair_soon_after_one_of_its_kind_is_repeated(kind, later, repeated):
    found = made((1, day(1), {"kind": kind}), (1, later, {"kind": kind}))

    assert found["repeat"].to_list() == [False, repeated]


def test_a_repair_of_another_car_or_kind_repeats_nothing():
    found = made(
        (1, day(1), {"kind": "repair"}),
        (2, day(5), {"kind": "repair"}),
        (1, day(9), {"kind": "bodywork"}),
        (None, day(10), {"kind": "repair"}),
        (None, day(12), {"kind": "repair"}),
    )

    assert not found["repeat"].any()


def test_a_comeback_is_repeated_whatever_was_before():
    assert made((1, day(1), {"kind": "comeback"}), repeat_days=0)["repeat"].to_list() == [True]
