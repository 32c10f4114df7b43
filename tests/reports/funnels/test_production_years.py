from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

ORDER = {
    "row_id": 1,
    "who": 1,
    "vehicle_id": 1,
    "date": date(2020, 3, 1),
    "year": 2015,
    "amount": 7.0,
}


def test_orders_are_counted_by_the_year_and_those_of_none_apart():
    orders = [
        ORDER,
        ORDER | {"row_id": 2, "year": None},
        ORDER | {"row_id": 3, "commercial": False},
        ORDER | {"row_id": 4, "amount": None},
    ]
    keys = ("orders", "money", "orders.2015", "money.2015", "orders.unknown", "money.unknown")

    found = figures("production_years", facts(orders=orders), *keys)

    assert found == [(one,) * 3 for one in (3, 14, 2, 7, 1, 7)]


def test_an_order_that_waits_may_be_of_any_year():
    waits = ORDER | {"row_id": 2, "vehicle_id": None, "year": None, "loose": True, "amount": 5.0}

    found = figures(
        "production_years",
        facts(orders=[ORDER, waits]),
        "orders.2015",
        "money.2015",
        "orders.unknown",
    )

    assert found == [(1, 1, 2), (7, 7, 12), (0, 1, 1)]
