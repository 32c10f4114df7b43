import pytest

from bench.generator.truth.yearly import frequency, production_years
from tests.bench.generator.truth.hand_made import car, counted, order, person

ANNA, BORIS, VERA = person("anna"), person("boris"), person("vera")
OLD, NEW, THIRD = car("OLD", year=2010), car("NEW", year=2020), car("THIRD")


def test_only_what_the_client_or_the_insurer_pays_is_commercial():
    found = production_years(
        counted(
            order("2024-01-01", ANNA, OLD, roubles=1000),
            order("2024-02-01", ANNA, OLD, "bodywork", roubles=500, payer="insurer"),
            order("2024-03-01", ANNA, OLD, "warranty", payer="warranty"),
            order("2024-04-01", ANNA, OLD, "recall", payer="warranty"),
            order("2024-05-01", BORIS, NEW, roubles=70),
        )
    )
    assert found == {
        "orders.2010": 2, "money.2010": 1500.0, "orders.2020": 1, "money.2020": 70.0
    }  # fmt: skip


def test_a_year_of_visits_is_counted_without_repeats():
    found = frequency(
        counted(
            order("2023-05-10", ANNA, OLD),
            order("2023-05-11", BORIS, NEW),
            order("2023-08-01", ANNA, OLD, "tyres"),
            order("2023-08-10", ANNA, OLD, "comeback"),
            order("2023-09-01", VERA, THIRD, "comeback"),
            order("2024-05-10", ANNA, NEW, "wash"),
        )
    )
    assert (found["visits"], found["repeats"], found["cars"], found["clients"]) == (3, 2, 3, 3)
    assert (found["visits.repair"], found["visits.tyres"], found["visits.wash"]) == (1, 1, 1)
    assert found["a_car"] == pytest.approx(1.0)
    assert found["a_client"] == pytest.approx(1.0)
