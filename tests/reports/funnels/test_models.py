from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

SALE = {
    "row_id": 1,
    "who": 1,
    "vehicle_id": 1,
    "date": date(2019, 6, 15),
    "model": "Kia Rio",
    "region": "",
}
ORDER = {"row_id": 2, "who": 1, "vehicle_id": 1, "date": date(2019, 7, 15), "model": "Kia Rio"}


def test_each_model_has_its_sales_cars_and_visits():
    other = ORDER | {"row_id": 3, "vehicle_id": 2, "model": "Lada Vesta"}
    made = facts(
        sales=[SALE], orders=[ORDER, other, other | {"row_id": 4, "date": date(2019, 8, 1)}]
    )
    keys = ("sold|Kia Rio", "visits|Kia Rio", "own|Kia Rio", "cars|Lada Vesta", "visits|Lada Vesta")

    assert figures("models", made, *keys) == [(one,) * 3 for one in (1, 1, 1, 1, 2)]
    assert figures("models", made, "own|Lada Vesta", "sold") == [(0,) * 3, (1,) * 3]


def test_an_order_that_waits_may_be_of_any_model():
    waits = ORDER | {"row_id": 3, "vehicle_id": None, "model": "", "loose": True}
    made = facts(sales=[SALE], orders=[ORDER, waits])

    low, best, high = figures("models", made, "cars|Kia Rio")[0]
    assert (low, best, high) == (1, 1, 2)
