from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

SALE = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2019, 6, 15)}
OWN = {"row_id": 10, "who": 1, "vehicle_id": 1, "date": date(2019, 7, 1), "amount": 100.0}
FOREIGN = {"row_id": 11, "who": 2, "vehicle_id": 2, "date": date(2019, 8, 1), "amount": 30.0}
SIDES = ("visits.own", "visits.foreign")


def same(*numbers):
    return [(one,) * 3 for one in numbers]


def test_it_goes_by_the_car_whoever_brings_it():
    made = facts(sales=[SALE], orders=[OWN | {"who": 9}, FOREIGN | {"who": 1}])

    assert figures("own_foreign", made, *SIDES, "money.own", "money.foreign") == same(1, 1, 100, 30)
    assert figures("own_foreign", made, "clients.own", "clients.foreign") == same(1, 1)


def test_a_car_may_be_foreign_first_and_own_later():
    made = facts(sales=[SALE], orders=[OWN, OWN | {"row_id": 12, "date": date(2019, 6, 14)}])

    assert figures("own_foreign", made, *SIDES, "cars.own", "cars.foreign") == same(1, 1, 1, 1)


def test_a_visit_of_no_car_is_on_no_side():
    made = facts(sales=[SALE], orders=[OWN, FOREIGN | {"vehicle_id": None}])

    assert figures("own_foreign", made, *SIDES) == same(1, 0)


def test_a_sale_that_waits_may_make_a_foreign_car_own():
    waits = SALE | {"row_id": 2, "vehicle_id": None, "loose": True}
    made = facts(sales=[SALE], carless=[waits], orders=[OWN, FOREIGN])

    assert figures("own_foreign", made, *SIDES) == [(1, 1, 2), (0, 1, 1)]
    assert figures("own_foreign", made, "cars.own", "cars.foreign") == [(1, 1, 2), (0, 1, 1)]


def test_a_client_who_may_be_a_buyer_is_in_the_bounds():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]
    made = facts(sales=[SALE], orders=[OWN, FOREIGN | {"possible": 1}], cards=cards)

    assert figures("own_foreign", made, "clients.own", "clients.foreign") == [(1, 1, 2), (0, 1, 1)]


def test_a_year_after_the_first_visit_ends_on_its_day():
    days = (date(2017, 3, 1), date(2018, 3, 1), date(2019, 3, 2))
    made = facts(orders=[OWN | {"row_id": 10 + n, "date": day} for n, day in enumerate(days)])
    years = (
        "kept.foreign.1",
        "kept.foreign.2",
        "kept.foreign.3",
        "base.foreign.3",
        "base.foreign.4",
    )

    assert figures("own_foreign", made, *years) == same(1, 0, 1, 1, 0)
