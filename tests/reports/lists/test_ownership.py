from datetime import date

from reports.lists.ownership import owners
from tests.reports.lists.hand_made import facts, sale, visit

SOLD = date(2022, 1, 10)


def ended(**told):
    return owners(facts(**told)).sort("date")["ended"].to_list()


def test_a_buyer_owns_his_car_while_nothing_tells_otherwise():
    assert ended(sales=[sale(1, 7, SOLD)], visits=[visit(1, 7, date(2023, 1, 1))]) == [None]


def test_the_next_sale_of_the_car_ends_it():
    assert ended(sales=[sale(1, 7, SOLD), sale(2, 7, date(2024, 5, 1), used=True)]) == [
        date(2024, 5, 1),
        None,
    ]


def test_another_clients_first_visit_after_the_buyers_last_fact_ends_it():
    visits = [visit(1, 7, date(2023, 1, 1)), visit(2, 7, date(2023, 6, 1))]

    assert ended(sales=[sale(1, 7, SOLD)], visits=visits) == [date(2023, 6, 1)]


def test_a_visit_of_somebody_who_came_before_does_not_end_it():
    visits = [
        visit(2, 7, date(2022, 6, 1)),
        visit(1, 7, date(2023, 1, 1)),
        visit(2, 7, date(2023, 6, 1)),
    ]

    assert ended(sales=[sale(1, 7, SOLD)], visits=visits) == [None]


def test_a_companys_car_is_driven_by_others():
    visits = [visit(2, 7, date(2023, 6, 1))]

    assert ended(sales=[sale(1, 7, SOLD, person=False)], visits=visits) == [None]


def test_an_internal_order_is_nobodys_visit():
    visits = [visit(2, 7, date(2023, 6, 1), client_visit=False)]

    assert ended(sales=[sale(1, 7, SOLD)], visits=visits) == [None]
