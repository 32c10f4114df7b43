from bench.generator.truth.known import number_done
from tests.bench.generator.truth.hand_made import (
    ELSEWHERE,
    HOME,
    car,
    counted,
    day,
    maintained,
    order,
    person,
    sale,
)

ANNA, BORIS, VESTA = person("anna"), person("boris", ELSEWHERE), car("VESTA")


def test_only_closed_orders_of_clients_count():
    known = counted(
        order("2024-01-01", ANNA, VESTA, number="1"),
        order("2024-02-01", ANNA, VESTA, state="open"),
        order("2024-02-05", ANNA, VESTA, state="cancelled"),
        order("2024-03-01", ANNA, VESTA, "preparation"),
        order("2024-03-05", ANNA, VESTA, "repair", payer="internal"),
        order("2024-04-01", ANNA, VESTA, "internal"),
    )
    assert [one.number for one in known.orders] == ["1"]


def test_the_last_day_is_that_of_a_sale_or_of_any_order():
    known = counted(sale("2024-01-01", ANNA, VESTA), order("2024-02-01", ANNA, VESTA, state="open"))
    assert known.day == day("2024-02-01")


def test_a_car_sold_twice_on_a_day_is_one_sale():
    known = counted(sale("2024-01-01", ANNA, VESTA), sale("2024-01-01", ANNA, VESTA))
    assert len(known.sales) == 1


def test_home_is_where_most_sales_are_from():
    known = counted(
        sale("2024-01-01", BORIS, car("1")),
        sale("2024-01-02", ANNA, car("2")),
        sale("2024-01-03", ANNA, car("3")),
    )
    assert known.home == HOME


def test_a_maintenance_is_done_when_it_was_paid_and_number_zero_in_any_case():
    assert number_done(maintained("2024-01-01", ANNA, VESTA, 1)) == 1
    assert number_done(maintained("2024-01-01", ANNA, VESTA, 1, roubles=0)) is None
    assert number_done(maintained("2024-01-01", ANNA, VESTA, 0, roubles=0)) == 0
    assert number_done(order("2024-01-01", ANNA, VESTA, "repair", to_no=1)) is None
