from bench.generator.truth.clients import geography, reverse
from tests.bench.generator.truth.hand_made import (
    ELSEWHERE,
    HOME,
    car,
    counted,
    order,
    person,
    sale,
)

ANNA, BORIS, VERA = person("anna"), person("boris"), person("vera", ELSEWHERE)


def test_a_buyer_came_from_service_by_who_he_is_and_not_by_his_car():
    traded_in, new = car("TRADED_IN"), car("NEW")
    known = counted(
        order("2023-01-10", ANNA, traded_in),
        sale("2023-02-01", BORIS, traded_in, used=True),
        sale("2023-03-01", ANNA, new),
    )
    assert reverse(known) == {"sales": 2, "reverse": 1, "service_clients": 1}


def test_an_order_on_the_day_of_the_sale_and_a_preparation_come_too_late():
    known = counted(
        order("2023-02-28", ANNA, car("1"), "preparation", payer="internal"),
        order("2023-03-01", ANNA, car("1")),
        sale("2023-03-01", ANNA, car("1")),
    )
    assert reverse(known)["reverse"] == 0


def test_every_client_is_counted_once_where_he_is_from():
    known = counted(
        sale("2023-01-01", ANNA, car("1")),
        sale("2024-01-01", ANNA, car("2")),
        sale("2024-01-02", VERA, car("3")),
        order("2024-02-01", BORIS, car("4")),
        order("2024-03-01", BORIS, car("4")),
    )
    assert geography(known) == {
        f"buyers.{HOME}": 1, f"buyers.{ELSEWHERE}": 1, f"served.{HOME}": 1
    }  # fmt: skip
