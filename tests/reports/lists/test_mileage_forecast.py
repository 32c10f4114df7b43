from datetime import date

import pytest

from reports.lists.mileage_forecast import forecasts
from tests.reports.lists.hand_made import facts, maintenance, sale, visit


def told(**facts_told):
    return forecasts(facts(**facts_told)).row(0, named=True)


def test_a_car_that_runs_much_is_due_when_it_reaches_the_interval():
    # 9,000 km in 90 days are 100 a day; 6,000 km are left to 15,000
    found = told(
        sales=[sale(1, 7, date(2026, 1, 1))],
        visits=[maintenance(1, 7, date(2026, 4, 1), 0, mileage=9_000)],
    )

    assert found["rate"] == 100
    assert found["due"] == date(2026, 5, 31)
    assert found["expected"] == 15_000
    assert found["basis"] == "distance"


def test_a_car_that_runs_little_is_due_twelve_months_after_its_last_maintenance():
    found = told(
        visits=[
            maintenance(1, 7, date(2024, 5, 1), 1, mileage=15_000),
            maintenance(1, 7, date(2025, 5, 1), 2, mileage=18_650),
        ]
    )

    assert found["rate"] == 10
    assert (found["due"], found["basis"]) == (date(2026, 5, 1), "time")
    assert found["expected"] == 22_300


def test_after_to_0_the_next_one_is_due_by_the_sale():
    found = told(
        sales=[sale(1, 7, date(2025, 6, 1))],
        visits=[maintenance(1, 7, date(2025, 9, 9), 0, mileage=1_000)],
    )

    assert (found["due"], found["basis"]) == (date(2026, 6, 1), "sold")


def test_the_interval_is_the_makes_own_and_counts_from_the_last_maintenance():
    # 10,000 km for a Haval: from 12,000 to 22,000, that is 2,000 after the 20,000 at 100 a day
    found = told(
        visits=[
            maintenance(1, 7, date(2026, 1, 1), 1, mileage=12_000, make="Haval"),
            visit(1, 7, date(2026, 3, 22), mileage=20_000, make="Haval"),
        ]
    )

    assert (found["due"], found["basis"]) == (date(2026, 4, 11), "distance")


@pytest.mark.parametrize(
    ("second", "mileage"),
    [
        (date(2026, 1, 20), 12_000),
        (date(2026, 3, 1), 10_010),
        (date(2026, 3, 1), 90_000),
        (date(2026, 3, 1), 9_000),
        (date(2026, 1, 1), 12_000),
    ],
)
def test_two_points_too_near_or_too_wild_tell_no_distance(second, mileage):
    found = told(
        visits=[
            maintenance(1, 7, date(2026, 1, 1), 1, mileage=10_000),
            visit(1, 7, second, mileage=mileage),
        ]
    )

    assert found["rate"] is None
    assert (found["due"], found["basis"]) == (date(2027, 1, 1), "time")
    assert found["expected"] is None


def test_a_car_of_which_one_point_and_no_maintenance_is_known_is_not_forecast():
    assert forecasts(facts(visits=[visit(1, 7, date(2026, 1, 1), mileage=5_000)])).is_empty()


def test_a_car_sold_again_is_left_to_its_buyer():
    found = told(
        sales=[sale(2, 7, date(2026, 2, 1), used=True)],
        visits=[maintenance(1, 7, date(2025, 7, 1), 1)],
    )

    assert found["client_id"] == 2


def test_a_wild_mileage_of_the_last_maintenance_breaks_nothing():
    found = told(
        visits=[
            visit(1, 7, date(2025, 1, 1), mileage=1_000),
            maintenance(1, 7, date(2025, 7, 1), 1, mileage=2_000_000_000),
            visit(1, 7, date(2026, 1, 1), mileage=2_000),
        ]
    )

    assert found["due"] == date(2026, 7, 1)
